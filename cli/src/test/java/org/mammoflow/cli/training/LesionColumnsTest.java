package org.mammoflow.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;

class LesionColumnsTest {
    private static final int SIZE = 64;
    private static final List<String> COLUMNS = List.of("image", "X", "Y", "Radius");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "a spot at {0}, {1}")
    @CsvSource({"100, 180, false", "60, 330, false", "300, 180, true", "340, 330, true"})
    void a_circle_lies_where_the_tensor_shows_the_lesion(int x, int y, boolean right) throws IOException {
        Prepared.Ready ready = prepared(x, y, right);
        List<Double> circle = new LesionColumns(COLUMNS)
                .of(List.of("x.png", x + ".00", y + ".00", "12.00"), ready.placement())
                .map(Double::valueOf)
                .toList();
        int brightest = brightest(ready.tensor().values());
        assertThat((brightest % SIZE + 0.5) / SIZE).isCloseTo(circle.get(0), within(circle.get(2)));
        assertThat((brightest / SIZE + 0.5) / SIZE).isCloseTo(circle.get(1), within(circle.get(2)));
        assertThat(circle.get(2)).isBetween(0.01, 0.1);
    }

    @Test
    void an_image_without_a_lesion_has_empty_cells() throws IOException {
        assertThat(new LesionColumns(COLUMNS)
                        .of(
                                List.of("x.png", "", "", ""),
                                prepared(100, 180, false).placement()))
                .containsExactly("", "", "");
    }

    @Test
    void a_table_without_circles_gets_no_columns() {
        assertThat(new LesionColumns(List.of("image", "patient", "class")).names())
                .isEmpty();
    }

    /** A half disc of breast at one edge with a bright spot in it. */
    private Prepared.Ready prepared(int x, int y, boolean right) throws IOException {
        BufferedImage picture = new BufferedImage(400, 500, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(90, 90, 90));
        pen.fillOval(right ? 200 : -200, 50, 400, 400);
        pen.setColor(Color.WHITE);
        pen.fillOval(x - 12, y - 12, 24, 24);
        pen.dispose();
        Path file = folder.resolve("x.png");
        ImageIO.write(picture, "png", file.toFile());
        return (Prepared.Ready) new Preparation(SIZE, 0, 1).prepare(Pictures.open(file));
    }

    private static int brightest(float[] values) {
        int brightest = 0;
        for (int i = 1; i < values.length; i++) {
            brightest = values[i] > values[brightest] ? i : brightest;
        }
        return brightest;
    }
}
