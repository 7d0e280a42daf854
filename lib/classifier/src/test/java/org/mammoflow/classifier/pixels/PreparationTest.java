package org.mammoflow.classifier.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ShortBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mammoflow.classifier.GreyImage;

class PreparationTest {

    private static final int SIZE = 64;
    private static final Preparation PREPARATION = new Preparation(SIZE, 0, 1);

    @ParameterizedTest
    @CsvSource({"900,700", "901,703", "1200,1001", "640,641", "150,130", "64,96"})
    void the_same_picture_gives_the_same_bits_however_it_is_stored(int rows, int columns) {
        Picture breast = Picture.breast(rows, columns);
        String digest = tensor(breast.stored()).digest();
        assertThat(tensor(breast.storedInverted()).digest()).isEqualTo(digest);
        assertThat(tensor(breast.storedIn16Bits()).digest()).isEqualTo(digest);
        assertThat(tensor(breast.mirrored().stored()).digest()).isEqualTo(digest);
        assertThat(tensor(breast.mirrored().storedInverted()).digest()).isEqualTo(digest);
    }

    @Test
    void another_picture_gives_other_bits() {
        Picture breast = Picture.breast(900, 700);
        Picture lesion = breast.with(400, 100, 60, 60, 3900);
        assertThat(tensor(lesion.stored()).digest())
                .isNotEqualTo(tensor(breast.stored()).digest());
    }

    @Test
    void padding_counts_nowhere() {
        Picture breast = Picture.breast(900, 700);
        // Padding is stored as 4095, which would show as white.
        float[] padded = tensor(breast.storedWithPadding(100, 4095)).values();
        float[] plain = tensor(breast.stored()).values();
        // The outline may move by a cell where background turns black; what is dark and what is bright stays.
        for (int from = 0; from < SIZE; from += SIZE / 4) {
            assertThat(mean(padded, from, from + SIZE / 4)).isCloseTo(mean(plain, from, from + SIZE / 4), within(0.06));
        }
    }

    @ParameterizedTest
    @CsvSource({"30,600,60,60", "0,560,100,140", "820,620,40,80"})
    void markers_and_labels_vanish(int top, int left, int height, int width) {
        Picture breast = Picture.breast(900, 700);
        Picture marked = breast.with(top, left, height, width, Picture.WHITE);
        assertThat(tensor(marked.stored()).values())
                .containsExactly(tensor(breast.stored()).values(), within(0.02f));
    }

    @Test
    void the_chest_wall_comes_to_the_left_of_a_film_with_rims() {
        Picture breast = Picture.breast(900, 700);
        Picture onFilm = Picture.of(
                1000, 1400, (y, x) -> x >= 600 && x < 1300 && y >= 50 && y < 950 ? breast.at(y - 50, 1299 - x) : 10);
        float[] values = tensor(onFilm.stored()).values();
        assertThat(mean(values, 0, SIZE / 4)).isGreaterThan(mean(values, 3 * SIZE / 4, SIZE) + 0.1);
    }

    @Test
    void the_breast_fills_the_square_from_the_left_and_black_is_0_and_white_1() {
        float[] values = tensor(Picture.breast(900, 700).stored()).values();
        assertThat(values[SIZE / 2 * SIZE]).isGreaterThan(0.3f);
        assertThat(values[0]).isCloseTo(0, within(1e-3f));
        assertThat(values[SIZE - 1]).isZero();
        assertThat(mean(values, 0, SIZE / 4)).isGreaterThan(0.2);
        for (float value : values) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void normalises_as_the_card_says() {
        Picture breast = Picture.breast(300, 200);
        InputTensor plain = tensor(breast.stored());
        Prepared.Ready normal = (Prepared.Ready) new Preparation(SIZE, 0.5f, 0.25f).prepare(breast.stored());
        for (int i = 0; i < plain.values().length; i++) {
            assertThat(normal.tensor().values()[i]).isEqualTo((plain.values()[i] - 0.5f) / 0.25f);
        }
    }

    @Test
    void the_placement_leads_from_the_image_to_the_tensor_and_back() {
        Picture spot = Picture.breast(900, 700).with(440, 60, 40, 40, Picture.WHITE);
        for (Picture picture : new Picture[] {spot, spot.mirrored()}) {
            Prepared.Ready ready = (Prepared.Ready) PREPARATION.prepare(picture.stored());
            double column = picture == spot ? 80 : 700 - 80;
            int y = (int) (ready.placement().tensorRow(460) * SIZE);
            int x = (int) (ready.placement().tensorColumn(column) * SIZE);
            assertThat(ready.tensor().values()[y * SIZE + x]).isEqualTo(1f);
            assertThat(ready.placement().isBreast(460, column)).isTrue();
            assertThat(ready.placement().isBreast(5, column)).isFalse();
        }
    }

    @Test
    void a_black_a_white_and_an_almost_uniform_image_show_no_breast() {
        assertNoBreast(Picture.of(900, 700, (y, x) -> 0));
        assertNoBreast(Picture.of(900, 700, (y, x) -> Picture.WHITE));
        assertNoBreast(Picture.of(900, 700, (y, x) -> 2000 + (x > 300 ? 40 : 0)));
    }

    @Test
    void noise_shows_no_breast() {
        Random random = new Random(1);
        assertNoBreast(Picture.of(1200, 1000, (y, x) -> random.nextInt(Picture.WHITE)));
    }

    @Test
    void a_marker_alone_shows_no_breast() {
        assertNoBreast(Picture.of(900, 700, (y, x) -> 10).with(100, 500, 80, 80, Picture.WHITE));
    }

    @Test
    void an_image_that_is_all_foreground_shows_no_breast() {
        assertNoBreast(Picture.of(900, 700, (y, x) -> 2500 + x).with(0, 0, 8, 8, 0));
    }

    @Test
    void an_image_that_is_all_padding_shows_no_breast() {
        GreyImage image = Picture.of(300, 200, (y, x) -> 5).storedWithPadding(10, 0);
        assertThat(PREPARATION.prepare(image)).isInstanceOf(Prepared.NoBreast.class);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,5000", "5000,1", "2,3", "17,16"})
    void an_image_of_any_shape_is_answered(int rows, int columns) {
        Picture picture = Picture.of(rows, columns, (y, x) -> x % 2 == 0 ? 0 : Picture.WHITE);
        assertThat(PREPARATION.prepare(picture.stored())).isNotNull();
    }

    @Test
    void the_samples_are_left_as_they_were() {
        Picture breast = Picture.breast(300, 200);
        GreyImage stored = breast.stored();
        short[] before = new short[300 * 200];
        stored.samples().duplicate().get(before);
        ShortBuffer samples = ShortBuffer.wrap(before.clone());
        PREPARATION.prepare(new GreyImage(300, 200, samples, stored.grey()));
        assertThat(samples.array()).isEqualTo(before);
        assertThat(samples.position()).isZero();
    }

    private static void assertNoBreast(Picture picture) {
        assertThat(PREPARATION.prepare(picture.stored())).isEqualTo(new Prepared.NoBreast());
    }

    private static InputTensor tensor(GreyImage image) {
        return ((Prepared.Ready) PREPARATION.prepare(image)).tensor();
    }

    private static double mean(float[] values, int fromColumn, int toColumn) {
        double sum = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = fromColumn; x < toColumn; x++) {
                sum += values[y * SIZE + x];
            }
        }
        return sum / SIZE / (toColumn - fromColumn);
    }
}
