package org.mammoflow.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.classifier.GreyImage;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;
import org.mammoflow.cli.CommandRun;

class TensorsTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path set;
    private Path out;

    @BeforeEach
    void output() {
        out = folder.resolve("out.npz");
    }

    @BeforeAll
    static void phantoms() {
        set = shared.resolve("set");
        CommandRun run = CommandRun.of("phantom", set, "--count", 8, "--scale", 0.1, "--masks");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void a_phantom_set_is_balanced_and_its_table_is_a_label_table() throws IOException {
        LabelTable table = LabelTable.read(LabelTable.in(set), set);
        int column = table.columns().indexOf("class");
        assertThat(table.rows().stream().map(row -> row.cells().get(column)))
                .containsExactlyInAnyOrder(
                        "implant_negative",
                        "implant_negative",
                        "implant_positive",
                        "implant_positive",
                        "no_implant_negative",
                        "no_implant_negative",
                        "no_implant_positive",
                        "no_implant_positive");
        assertThat(set.resolve("masks").resolve("phantom-0002-lcc.png")).exists();
    }

    @Test
    void the_same_seed_writes_the_same_set() throws IOException {
        Path again = folder.resolve("again");
        CommandRun.of("phantom", again, "--count", 8, "--scale", 0.1, "--threads", 1);
        for (String file : new String[] {"truth.csv", "phantom-0001-lcc.dcm", "phantom-0004-lmlo.dcm"}) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(set.resolve(file));
        }
    }

    @Test
    void an_archive_holds_tensors_and_every_column() throws IOException {
        CommandRun run = CommandRun.of("tensors", set, out, "--size", 64);
        assertThat(run.exitCode()).as(run.err()).isZero();
        try (ZipFile archive = new ZipFile(out.toFile())) {
            assertThat(archive.stream().map(Object::toString))
                    .contains("tensors.npy", "image.npy", "class.npy", "patient.npy", "lesion.npy");
            assertThat(archive.getEntry("tensors.npy").getSize()).isEqualTo(128 + 8 * 64 * 64 * 4);
        }
    }

    @Test
    void an_unreadable_file_is_named_and_nothing_is_written() throws IOException {
        Files.writeString(set.resolve("broken.dcm"), "no mammogram");
        Path labels = Files.writeString(
                folder.resolve("labels.csv"),
                "image,patient,class\nbroken.dcm,P1,implant_negative\nphantom-0001-lcc.dcm,P2,implant_negative\n");
        CommandRun run = CommandRun.of("tensors", set, out, "--labels", labels, "--size", 64);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 2: broken.dcm cannot be read").contains("--skip-unusable");
        assertThat(out).doesNotExist();
        assertThat(CommandRun.of("tensors", set, out, "--labels", labels, "--size", 64, "--skip-unusable")
                        .out())
                .contains("Wrote 1 tensors");
    }

    @Test
    void a_picture_without_a_breast_is_named() throws IOException {
        ImageIO.write(
                new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                set.resolve("x.png").toFile());
        Path labels =
                Files.writeString(folder.resolve("labels.csv"), "image,patient,class\nx.png,P,implant_negative\n");
        CommandRun run = CommandRun.of("tensors", set, out, "--labels", labels);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("x.png shows no breast");
    }

    @Test
    void a_png_of_what_a_dicom_file_shows_gives_nearly_the_same_tensor() throws IOException {
        GreyImage dicom = Pictures.open(set.resolve("phantom-0004-lcc.dcm"));
        BufferedImage picture = new BufferedImage(dicom.columns(), dicom.rows(), BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < dicom.rows() * dicom.columns(); i++) {
            int grey = dicom.grey()[dicom.samples().get(i) & 0xFFFF];
            int shown = grey == GreyImage.PADDING ? 0 : grey;
            picture.getRaster().setSample(i % dicom.columns(), i / dicom.columns(), 0, shown);
        }
        Path png = folder.resolve("same.png");
        ImageIO.write(picture, "png", png.toFile());
        float[] expected = tensor(dicom);
        float[] actual = tensor(Pictures.open(png));
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.abs(expected[i] - actual[i]) / expected.length;
        }
        assertThat(difference).isLessThan(0.05);
    }

    private static float[] tensor(GreyImage image) {
        Prepared prepared = new Preparation(64, 0, 1).prepare(image);
        assertThat(prepared).isInstanceOf(Prepared.Ready.class);
        return ((Prepared.Ready) prepared).tensor().values();
    }
}
