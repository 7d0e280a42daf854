package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.dicom.data.Fragments;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.ObjectFiles;
import org.mammoflow.parts.hospital.Program;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** Modalities and archives send compressed objects: compressed by others, they are judged as if they had not been. */
class CompressedObjectsIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    /** Who compresses, and how dcmtk's storescu proposes the transfer syntax. */
    enum Lossless {
        JPEG(List.of("dcmcjpeg", "+e1"), "-xs"),
        JPEG_LS(List.of("dcmcjpls"), "-xt"),
        JPEG_2000(List.of("gdcmconv", "--j2k"), "-xv"),
        RLE(List.of("dcmcrle"), "-xr");

        private final List<String> program;
        private final String proposal;

        Lossless(List<String> program, String proposal) {
            this.program = program;
            this.proposal = proposal;
        }

        Path compress(Mammogram mammogram, Path folder) {
            Path compressed = folder.resolve("compressed.dcm");
            List<String> command = new ArrayList<>(program);
            command.addAll(List.of(mammogram.file().toString(), compressed.toString()));
            Program.Outcome outcome = Program.run(command);
            assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
            return compressed;
        }
    }

    private final Answers answers = new Answers(SERVER);
    private final Mammogram plain = Mammograms.one();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void the_network_sees_the_same_of_a_compressed_object_and_of_the_plain_one(Lossless lossless) throws IOException {
        new Sender(SERVER).storescu(List.of(plain));
        Mammogram twin = twin();

        send(lossless, lossless.compress(twin, folder));

        JsonObject expected = finding(plain);
        assertThat(finding(twin).get("tensorDigest")).isEqualTo(expected.get("tensorDigest"));
        assertThat(finding(twin).get("probabilities")).isEqualTo(expected.get("probabilities"));
    }

    @ParameterizedTest
    @EnumSource
    void p11_keeps_a_codestream_that_is_cut_off_unjudged(Lossless lossless) throws IOException {
        Path cut = cut(lossless.compress(plain, folder));

        send(lossless, cut);

        JsonObject image = answers.ended(List.of(plain)).get(0);
        assertThat(image.get("state").getAsString()).as(image.toString()).isEqualTo("UNSUITABLE");
        assertThat(image.getAsJsonObject("job").get("reason").getAsString()).startsWith("UNREADABLE_PIXELS");
        assertThat(image.has("finding")).isFalse();
        Path kept = ObjectFiles.of(SERVER).of(image.get("sha256").getAsString());
        assertThat(codestream(kept)).as("kept as it came").isEqualTo(codestream(cut));
    }

    /** The same picture under an identity of its own. */
    private Mammogram twin() {
        String uid = Uids.newUid();
        return Mammograms.save(uid, plain.dataSet().set(Tag.SOPInstanceUID, uid));
    }

    private static void send(Lossless lossless, Path file) {
        Program.Outcome outcome = new Sender(SERVER).storescu(List.of("-R", lossless.proposal), file);
        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
    }

    private Path cut(Path compressed) throws IOException {
        byte[] whole = codestream(compressed);
        DicomFile file = DicomFile.read(compressed, ReaderLimits.STANDARD);
        file.dataSet().setFragments(Tag.PixelData, Fragments.ofFrame(Arrays.copyOf(whole, whole.length / 4 * 2)));
        Path cut = folder.resolve("cut.dcm");
        DicomFile.write(cut, file.dataSet(), file.transferSyntax());
        return cut;
    }

    private static byte[] codestream(Path file) throws IOException {
        Fragments fragments =
                DicomFile.read(file, ReaderLimits.STANDARD).fragments().orElseThrow();
        assertThat(fragments.fragments()).hasSize(1);
        try (InputStream bytes = fragments.fragments().get(0).open()) {
            return bytes.readAllBytes();
        }
    }

    private JsonObject finding(Mammogram mammogram) {
        JsonObject image = answers.ended(List.of(mammogram)).get(0);
        assertThat(image.has("finding")).as(image.toString()).isTrue();
        return image.getAsJsonObject("finding");
    }
}
