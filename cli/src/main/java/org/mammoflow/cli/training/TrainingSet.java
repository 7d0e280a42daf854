package org.mammoflow.cli.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.mammoflow.cli.InOrder;
import org.mammoflow.cli.Progress;
import org.mammoflow.cli.modality.MammogramObject;
import org.mammoflow.cli.modality.Visit;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.phantom.Breast;
import org.mammoflow.phantom.Cohort;
import org.mammoflow.phantom.Exposure;
import org.mammoflow.phantom.Mask;
import org.mammoflow.phantom.Phantom;
import org.mammoflow.phantom.PhantomImage;
import org.mammoflow.phantom.Side;
import org.mammoflow.phantom.View;

/**
 * A set of phantom images in four balanced classes. Each woman gives one breast in two views.
 *
 * @param seed of the whole set
 * @param count images, an even number
 * @param scale of the images, 1 for full size
 */
public record TrainingSet(long seed, int count, double scale) {

    /** One image of the set before it is made. */
    record Item(Visit visit, Breast breast, Exposure exposure) {

        String name() {
            String view = exposure.view().name().toLowerCase(java.util.Locale.ROOT);
            return visit.patient().id().toLowerCase(java.util.Locale.ROOT)
                    + (breast.side() == Side.LEFT ? "-l" : "-r")
                    + view;
        }
    }

    /** Writes DICOM files and {@code truth.csv}, the table last: a folder with a table is complete. */
    public void write(Path folder, boolean masks, InOrder workers, Progress progress) throws Exception {
        Files.createDirectories(masks ? folder.resolve("masks") : folder);
        try (TruthTable truth = new TruthTable(folder.resolve("truth.csv"))) {
            workers.run(IntStream.range(0, count).mapToObj(index -> making(index, folder, masks)), (made) -> {
                truth.add(made);
                progress.step();
            });
            truth.finish();
        }
    }

    private Callable<TruthTable.Row> making(int index, Path folder, boolean masks) {
        return () -> {
            Item item = item(index);
            PhantomImage image = Phantom.image(item.breast(), item.exposure());
            int instanceNumber = item.exposure().view().ordinal() + 1;
            MammogramObject object = MammogramObject.of(item.visit(), image, instanceNumber);
            String file = item.name() + ".dcm";
            DicomFile.write(folder.resolve(file), object.attributes(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            if (masks) {
                writeMask(image, folder.resolve("masks").resolve(item.name() + ".png"));
            }
            return new TruthTable.Row(file, item.visit().patient().id(), image);
        };
    }

    Item item(int index) {
        int woman = index / 2;
        long womanSeed = seed * 1_000_003 + woman;
        Cohort cohort = new Cohort(womanSeed);
        Side side = woman / 4 % 2 == 0 ? Side.LEFT : Side.RIGHT;
        Breast breast = cohort.breast(side, woman % 2 == 1, woman % 4 < 2);
        Visit visit = Visit.forTraining(womanSeed, woman + 1, cohort.detector().scaled(scale));
        return new Item(visit, breast, cohort.exposure(breast, View.values()[index % 2], visit.detector()));
    }

    private static void writeMask(PhantomImage image, Path file) throws IOException {
        BufferedImage picture = new BufferedImage(image.columns(), image.rows(), BufferedImage.TYPE_BYTE_BINARY);
        Mask mask = image.truth().mask();
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                if (mask.contains(column, row)) {
                    picture.setRGB(column, row, 0xFFFFFF);
                }
            }
        }
        ImageIO.write(picture, "png", file.toFile());
    }
}
