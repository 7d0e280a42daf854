package org.mammoflow.cli.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mammoflow.classifier.pixels.InputTensor;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;
import org.mammoflow.classifier.table.TensorTable;
import org.mammoflow.cli.InOrder;
import org.mammoflow.cli.Progress;
import org.mammoflow.cli.training.LabelTable.Row;

/** Prepares every image of a table as the server would and collects the tensors with their labels. */
public final class Tensors {
    private final LabelTable table;
    private final Preparation preparation;
    private final int size;

    /** @param size of the tensors that {@code preparation} makes */
    public Tensors(LabelTable table, Preparation preparation, int size) {
        this.table = table;
        this.preparation = preparation;
        this.size = size;
    }

    /**
     * What came of the images.
     *
     * @param tensors how many there are
     * @param unusable one sentence for each image that could not be read or shows no breast
     * @param complete the file was written
     */
    public record Outcome(int tensors, List<String> unusable, boolean complete) {}

    private sealed interface Made {}

    private record Usable(Row row, InputTensor tensor) implements Made {}

    private record Unusable(String why) implements Made {}

    /**
     * Prepares all images and writes the archive.
     *
     * @param skipUnusable write what there is even if images are unusable; otherwise nothing is written then
     */
    public Outcome write(Path out, boolean skipUnusable, InOrder workers, Progress progress) throws Exception {
        List<String> unusable = new ArrayList<>();
        List<String> columns = table.columns().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        try (TensorTable tensors = new TensorTable(out, size, columns)) {
            workers.run(table.rows().stream().<Callable<Made>>map(row -> () -> made(row)), made -> {
                if (made instanceof Usable usable) {
                    tensors.add(usable.tensor(), usable.row().cells());
                } else if (made instanceof Unusable image) {
                    unusable.add(image.why());
                }
                progress.step();
            });
            boolean complete = tensors.rows() > 0 && (skipUnusable || unusable.isEmpty());
            if (complete) {
                tensors.finish();
            }
            return new Outcome(tensors.rows(), unusable, complete);
        }
    }

    private Made made(Row row) {
        String where = "line " + row.line() + ": " + row.image().getFileName();
        try {
            return preparation.prepare(Pictures.open(row.image())) instanceof Prepared.Ready ready
                    ? new Usable(row, ready.tensor())
                    : new Unusable(where + " shows no breast");
        } catch (IOException | RuntimeException e) {
            // One file out of thousands must not hide the state of the others: each is told by its name.
            return new Unusable(where + " cannot be read: " + e.getMessage());
        }
    }
}
