package org.mammoflow.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhantomTest {
    private static final Lesion MASS = new Lesion(LesionKind.SPICULATED_MASS, 22, 1.2, new Lesion.Place(0.5, 0.2, 0.2));

    private static Exposure exposure(View view, Detector detector) {
        return new Exposure(view, false, detector.scaled(0.125));
    }

    private static Breast breast(Side side, ImplantKind implant, Lesion... lesions) {
        return new Breast(7, side, Density.B, implant, List.of(lesions));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_in_any_thread() {
        Breast breast = breast(Side.LEFT, ImplantKind.SUBPECTORAL, MASS);
        Exposure exposure = exposure(View.MLO, Detector.ALDER);
        PhantomImage here = Phantom.image(breast, exposure);
        PhantomImage there = CompletableFuture.supplyAsync(() -> Phantom.image(breast, exposure))
                .join();
        assertThat(there.samples()).isEqualTo(here.samples());
        assertThat(there.truth().lesions()).isEqualTo(here.truth().lesions());
    }

    @Test
    void another_seed_gives_another_woman() {
        Exposure exposure = exposure(View.CC, Detector.CEDAR);
        short[] one = Phantom.image(new Breast(1, Side.LEFT, Density.B, ImplantKind.NONE, List.of()), exposure)
                .samples();
        short[] other = Phantom.image(new Breast(2, Side.LEFT, Density.B, ImplantKind.NONE, List.of()), exposure)
                .samples();
        assertThat(other).isNotEqualTo(one);
    }

    static Stream<Arguments> everyDetectorSideAndView() {
        return Detector.ALL.stream()
                .flatMap(detector -> Stream.of(Side.values())
                        .flatMap(side -> Stream.of(View.values()).map(view -> Arguments.of(detector, side, view))));
    }

    @ParameterizedTest
    @MethodSource("everyDetectorSideAndView")
    void tissue_lies_at_the_chest_wall_and_air_opposite(Detector detector, Side side, View view) {
        PhantomImage image = Phantom.image(breast(side, ImplantKind.NONE, MASS), exposure(view, detector));
        int wall = side == Side.LEFT ? 3 : image.columns() - 4;
        int opposite = image.columns() - 1 - wall;
        int row = image.rows() / 2;
        assertThat(brightness(image, wall, row)).isGreaterThan(0.1);
        assertThat(brightness(image, opposite, row)).isLessThan(0.06);
    }

    @ParameterizedTest
    @MethodSource("everyDetectorSideAndView")
    void values_fit_the_bits_stored_and_padding_is_black(Detector detector, Side side, View view) {
        PhantomImage image = Phantom.image(breast(side, ImplantKind.NONE), exposure(view, detector));
        Detector.Coding coding = detector.coding();
        int padding = 0;
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                int value = image.sample(column, row);
                assertThat(value).isBetween(0, coding.largest());
                padding += value == coding.padding() ? 1 : 0;
            }
        }
        assertThat(padding).isPositive();
        assertThat(coding.padding()).isEqualTo(coding.monochrome1() ? coding.largest() : 0);
    }

    @ParameterizedTest
    @MethodSource("everyDetectorSideAndView")
    void the_mask_of_a_lesion_lies_within_the_breast_and_round_its_mark(Detector detector, Side side, View view) {
        PhantomImage image = Phantom.image(breast(side, ImplantKind.NONE, MASS), exposure(view, detector));
        Truth.Mark mark = image.truth().lesions().get(0);
        assertThat(image.truth().mask().size()).isPositive();
        assertThat(image.truth().mask().contains((int) Math.round(mark.column()), (int) Math.round(mark.row())))
                .isTrue();
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                if (image.truth().mask().contains(column, row)) {
                    assertThat(Math.hypot(column - mark.column(), row - mark.row()))
                            .isLessThan(1.6 * mark.radius() + 2);
                    assertThat(brightness(image, column, row)).isGreaterThan(0.1);
                }
            }
        }
    }

    @Test
    void an_image_without_a_malignant_lesion_has_an_empty_mask() {
        Lesion cyst = new Lesion(LesionKind.CYST, 15, 1, new Lesion.Place(0.5, 0, 0));
        PhantomImage image =
                Phantom.image(breast(Side.LEFT, ImplantKind.NONE, cyst), exposure(View.CC, Detector.ALDER));
        assertThat(image.truth().malignant()).isFalse();
        assertThat(image.truth().lesions()).hasSize(1);
        assertThat(image.truth().mask().size()).isZero();
    }

    @Test
    void a_mass_is_brighter_than_the_same_place_without_it() {
        Exposure exposure = exposure(View.CC, Detector.ALDER);
        PhantomImage with = Phantom.image(breast(Side.LEFT, ImplantKind.NONE, MASS), exposure);
        PhantomImage without = Phantom.image(breast(Side.LEFT, ImplantKind.NONE), exposure);
        Truth.Mark mark = with.truth().lesions().get(0);
        int column = (int) Math.round(mark.column());
        int row = (int) Math.round(mark.row());
        assertThat(brightness(with, column, row)).isGreaterThan(brightness(without, column, row) + 0.05);
    }

    @Test
    void an_implant_is_bright_and_a_displaced_one_leaves_the_view() {
        Breast breast = breast(Side.LEFT, ImplantKind.SUBGLANDULAR);
        Detector detector = Detector.ALDER.scaled(0.125);
        PhantomImage shown = Phantom.image(breast, new Exposure(View.CC, false, detector));
        PhantomImage displaced = Phantom.image(breast, new Exposure(View.CC, true, detector));
        PhantomImage none = Phantom.image(breast(Side.LEFT, ImplantKind.NONE), new Exposure(View.CC, false, detector));
        assertThat(mean(shown)).isGreaterThan(mean(displaced));
        assertThat(mean(shown)).isGreaterThan(mean(none) * 1.1);
        assertThat(displaced.truth().implant()).isTrue();
    }

    @Test
    void a_smaller_scale_shows_the_same_breast() {
        Breast breast = breast(Side.RIGHT, ImplantKind.NONE, MASS);
        PhantomImage large = Phantom.image(breast, new Exposure(View.CC, false, Detector.CEDAR.scaled(0.25)));
        PhantomImage small = Phantom.image(breast, new Exposure(View.CC, false, Detector.CEDAR.scaled(0.125)));
        assertThat(small.truth().lesions().get(0).row() * 2)
                .isCloseTo(large.truth().lesions().get(0).row(), org.assertj.core.api.Assertions.within(1.0));
        assertThat(mean(small)).isCloseTo(mean(large), org.assertj.core.api.Assertions.within(0.01));
    }

    /** Share of the value range, 0 black to 1 white. */
    static double brightness(PhantomImage image, int column, int row) {
        Detector.Coding coding = image.exposure().detector().coding();
        double value = image.sample(column, row) / (double) coding.largest();
        double upright = coding.monochrome1() ? 1 - value : value;
        return Math.max(0, (upright - coding.air()) / (coding.white() - coding.air()));
    }

    static double mean(PhantomImage image) {
        double sum = 0;
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                sum += brightness(image, column, row);
            }
        }
        return sum / image.samples().length;
    }
}
