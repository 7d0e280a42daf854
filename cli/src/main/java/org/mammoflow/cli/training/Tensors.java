package org.mammoflow.cli.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mammoflow.classifier.pixels.InputTensor;
import org.mammoflow.classifier.pixels.Placement;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;
import org.mammoflow.classifier.table.TensorTable;
import org.mammoflow.cli.InOrder;
import org.mammoflow.cli.Progress;
import org.mammoflow.cli.training.LabelTable.Row;

/**
 * Prepares every image of a table as the server would and collects the tensors with their labels. Where the table knows
 * lesions, their place on the tensor is added.
 */
public final class Tensors {
    private final LabelTable table;
    private final LesionColumns lesions;
    private final Preparation preparation;
    private final int size;

    /** @param size of the tensors that {@code preparation} makes */
    public Tensors(LabelTable table, Preparation preparation, int size) {
        this.table = table;
        this.lesions = new LesionColumns(table.columns());
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

    private record Usable(InputTensor tensor, List<String> labels) implements Made {}

    private record Unusable(String why) implements Made {}

    /**
     * Prepares all images and writes the archive.
     *
     * @param skipUnusable write what there is even if images are unusable; otherwise nothing is written then
     */
    public Outcome write(Path out, boolean skipUnusable, InOrder workers, Progress progress) throws Exception {
        List<String> unusable = new ArrayList<>();
        try (TensorTable tensors = new TensorTable(out, size, columns())) {
            workers.run(table.rows().stream().<Callable<Made>>map(row -> () -> made(row)), made -> {
                if (made instanceof Usable usable) {
                    tensors.add(usable.tensor(), usable.labels());
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

    private List<String> columns() {
        return Stream.concat(table.columns().stream().map(name -> name.toLowerCase(Locale.ROOT)), lesions.names())
                .toList();
    }

    private Made made(Row row) {
        String where = "line " + row.line() + ": " + row.image().getFileName();
        try {
            return preparation.prepare(Pictures.open(row.image())) instanceof Prepared.Ready ready
                    ? new Usable(ready.tensor(), labels(row, ready.placement()))
                    : new Unusable(where + " shows no breast");
        } catch (IOException | RuntimeException e) {
            // One file out of thousands must not hide the state of the others: each is told by its name.
            return new Unusable(where + " cannot be read: " + e.getMessage());
        }
    }

    private List<String> labels(Row row, Placement placement) {
        return Stream.concat(row.cells().stream(), lesions.of(row.cells(), placement))
                .toList();
    }
}
