package org.mammoflow.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;
import org.mammoflow.classifier.table.TensorTable;

/**
 * Writes the tensors of the golden images, for the export of a network to compute their logits:
 * {@code SIZE MEAN STD OUT.npz}.
 */
public final class GoldenTensors {

    private static final List<GoldenImage> IMAGES = List.of(
            new GoldenImage(1, 1664, 1280, 12, false, false),
            new GoldenImage(2, 1664, 1281, 16, true, true),
            new GoldenImage(3, 832, 900, 12, true, false));

    private GoldenTensors() {}

    /** Writes the table. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("usage: GoldenTensors SIZE MEAN STD OUT.npz");
        }
        int size = Integer.parseInt(arguments[0]);
        Preparation preparation = new Preparation(size, Float.parseFloat(arguments[1]), Float.parseFloat(arguments[2]));
        try (TensorTable table = new TensorTable(Path.of(arguments[3]), size, List.of("image", "digest"))) {
            for (GoldenImage image : IMAGES) {
                if (preparation.prepare(image.image()) instanceof Prepared.Ready ready) {
                    table.add(
                            ready.tensor(), List.of(json(image), ready.tensor().digest()));
                }
            }
            table.finish();
        }
    }

    // By hand, so that the export needs no library beside this one.
    private static String json(GoldenImage image) {
        return "{\"seed\": %d, \"rows\": %d, \"columns\": %d, \"bits\": %d, \"inverted\": %b, \"right\": %b}"
                .formatted(image.seed(), image.rows(), image.columns(), image.bits(), image.inverted(), image.right());
    }
}
