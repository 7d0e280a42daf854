package org.mammoflow.cli.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mammoflow.classifier.pixels.Placement;

/**
 * The circles of lesions (columns {@code x}, {@code y}, {@code radius} in pixels of the stored image, for benign ones
 * {@code benign_x} and so on) carried over to the tensor, in shares of its edge: what a training needs to tell a network
 * where it should have looked, and what it should not have mistaken for cancer.
 */
final class LesionColumns {

    private final List<Circle> circles;

    /** @param columns of the label table */
    LesionColumns(List<String> columns) {
        List<String> lowered =
                columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        this.circles = Stream.of("", "benign_")
                .filter(prefix -> lowered.containsAll(named(prefix)))
                .filter(prefix -> named("tensor_" + prefix).stream().noneMatch(lowered::contains))
                .map(prefix -> new Circle(
                        named("tensor_" + prefix),
                        named(prefix).stream().map(lowered::indexOf).toList()))
                .toList();
    }

    private static List<String> named(String prefix) {
        return List.of(prefix + "x", prefix + "y", prefix + "radius");
    }

    /** The columns to add: three for each kind of circle that the table knows. */
    Stream<String> names() {
        return circles.stream().flatMap(circle -> circle.names().stream());
    }

    /**
     * The cells to add; empty texts for an image without the lesion.
     *
     * @throws NumberFormatException when the circle is no numbers
     */
    Stream<String> of(List<String> cells, Placement placement) {
        return circles.stream().flatMap(circle -> circle.of(cells, placement));
    }

    /**
     * @param names of the columns to add
     * @param columns where x, y and radius stand in the table
     */
    private record Circle(List<String> names, List<Integer> columns) {

        Stream<String> of(List<String> cells, Placement placement) {
            List<String> texts = columns.stream().map(cells::get).toList();
            return texts.contains("") ? names.stream().map(name -> "") : carriedOver(texts, placement);
        }

        private static Stream<String> carriedOver(List<String> texts, Placement placement) {
            double x = Double.parseDouble(texts.get(0));
            double y = Double.parseDouble(texts.get(1));
            double row = placement.tensorRow(y);
            double lowest = placement.tensorRow(y + Double.parseDouble(texts.get(2)));
            return Stream.of(placement.tensorColumn(x), row, lowest - row)
                    .map(share -> String.format(Locale.ROOT, "%.4f", share));
        }
    }
}
