package org.mammoflow.cli.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mammoflow.classifier.pixels.Placement;

/**
 * The lesion's circle (columns {@code x}, {@code y}, {@code radius} in pixels of the stored image) carried over to the
 * tensor, in shares of its edge: what a training needs to tell a network where it should have looked.
 */
final class LesionColumns {

    private static final List<String> CIRCLE = List.of("x", "y", "radius");
    private static final List<String> NAMES = List.of("tensor_x", "tensor_y", "tensor_radius");

    private final List<Integer> circle;

    /** @param columns of the label table */
    LesionColumns(List<String> columns) {
        List<String> lowered =
                columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        boolean usable = lowered.containsAll(CIRCLE) && NAMES.stream().noneMatch(lowered::contains);
        this.circle = usable ? CIRCLE.stream().map(lowered::indexOf).toList() : List.of();
    }

    /** The columns to add: three, or none where the table knows no lesions. */
    Stream<String> names() {
        return circle.isEmpty() ? Stream.empty() : NAMES.stream();
    }

    /**
     * The cells to add; empty texts for an image without a lesion.
     *
     * @throws NumberFormatException when the circle is no numbers
     */
    Stream<String> of(List<String> cells, Placement placement) {
        if (circle.isEmpty()) {
            return Stream.empty();
        }
        List<String> texts = circle.stream().map(cells::get).toList();
        return texts.contains("") ? NAMES.stream().map(name -> "") : carriedOver(texts, placement);
    }

    private static Stream<String> carriedOver(List<String> texts, Placement placement) {
        double x = Double.parseDouble(texts.get(0));
        double y = Double.parseDouble(texts.get(1));
        double lowest = placement.tensorRow(y + Double.parseDouble(texts.get(2)));
        double row = placement.tensorRow(y);
        return Stream.of(placement.tensorColumn(x), row, lowest - row)
                .map(share -> String.format(Locale.ROOT, "%.4f", share));
    }
}
