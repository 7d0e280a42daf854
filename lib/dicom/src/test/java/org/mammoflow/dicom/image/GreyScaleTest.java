package org.mammoflow.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Vr;

/** The rules of PS3.3 C.11, and what becomes of attributes that break them. */
class GreyScaleTest {
    private final Frame frame = new Frame(1, 4, ShortBuffer.wrap(new short[] {100, 200, 300, 4095}), 12, false);

    private static Attributes header() {
        return TestImage.unsigned(12).header();
    }

    private char[] table(Attributes attributes) {
        return GreyScale.of(attributes).table(frame);
    }

    @Test
    void shows_the_used_range_from_black_to_white_when_the_image_brings_no_window() {
        char[] table = table(header());
        assertThat(table[100]).isEqualTo((char) 0);
        assertThat(table[4095]).isEqualTo((char) GreyScale.WHITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "0.5", "NaN", "x", ""})
    void passes_over_a_window_whose_width_is_not_allowed(String width) {
        Attributes attributes = header().set(Tag.WindowCenter, "10", "250").set(Tag.WindowWidth, width, "100");
        assertThat(GreyScale.of(attributes).choices())
                .containsExactly(new VoiWindow(250, 100, VoiWindow.Function.LINEAR, ""));
    }

    @Test
    void keeps_all_windows_with_their_explanations_for_the_viewer() {
        Attributes attributes = header().set(Tag.WindowCenter, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")
                .set(Tag.WindowWidth, "10", "10", "10", "10", "10", "10", "10", "10", "10", "10")
                .set(Tag.WindowCenterWidthExplanation, "NORMAL", "HARDER");
        assertThat(GreyScale.of(attributes).choices())
                .hasSize(10)
                .extracting(VoiTransformation::explanation)
                .startsWith("NORMAL", "HARDER", "");
    }

    @Test
    void prefers_the_first_voi_lut_to_windows() {
        Attributes attributes = header().set(Tag.WindowCenter, "250")
                .set(Tag.WindowWidth, "100")
                .setItems(
                        Tag.VOILUTSequence,
                        lut(new byte[] {0, 0, 5, 0, 10, 0}, 3, 199, 4).set(Tag.LUTExplanation, "A"));
        char[] table = table(attributes);
        assertThat(table[0]).isEqualTo((char) 0);
        assertThat(table[200]).isEqualTo((char) Math.round(5 / 15.0 * GreyScale.WHITE));
        assertThat(table[4095]).isEqualTo((char) Math.round(10 / 15.0 * GreyScale.WHITE));
        assertThat(GreyScale.of(attributes).choices()).hasSize(2);
    }

    @Test
    void survives_voi_luts_with_wrong_descriptors() {
        Attributes empty = lut(new byte[0], 4096, 0, 12);
        Attributes noDescriptor = lut(new byte[] {1, 0}, 1, 0, 12).remove(Tag.LUTDescriptor);
        Attributes tooShort = lut(new byte[] {0, 0, (byte) 255, (byte) 255}, 4096, 4000, 12);
        GreyScale scale = GreyScale.of(header().setItems(Tag.VOILUTSequence, empty, noDescriptor, tooShort));
        assertThat(scale.choices()).hasSize(1);
        char[] table = scale.table(frame);
        assertThat(table[0]).isEqualTo((char) 0);
        assertThat(table[4001]).isEqualTo((char) GreyScale.WHITE);
        assertThat(table[4095]).isEqualTo((char) GreyScale.WHITE);
    }

    @Test
    void inverts_after_the_values_of_interest() {
        Attributes attributes = header().set(Tag.PhotometricInterpretation, "MONOCHROME1")
                .set(Tag.WindowCenter, "200")
                .set(Tag.WindowWidth, "100");
        char[] table = table(attributes);
        assertThat(table[0]).isEqualTo((char) GreyScale.WHITE);
        assertThat(table[4095]).isEqualTo((char) 0);
    }

    @Test
    void marks_padding_and_leaves_it_out_of_the_used_range() {
        Attributes attributes = header().setInt(Tag.PixelPaddingValue, 100).setInt(Tag.PixelPaddingRangeLimit, 150);
        char[] table = table(attributes);
        assertThat(table[100]).isEqualTo(GreyScale.PADDING);
        assertThat(table[150]).isEqualTo(GreyScale.PADDING);
        assertThat(table[151]).isNotEqualTo(GreyScale.PADDING);
        assertThat(table[200]).isEqualTo((char) 0);
    }

    @Test
    void takes_the_padding_value_as_a_number_of_the_image_whatever_its_representation() {
        Attributes attributes =
                TestImage.signed(16).header().setBytes(Tag.PixelPaddingValue, Vr.US, new byte[] {0, (byte) 0x80});
        assertThat(GreyScale.of(attributes).padding()).isEqualTo(new PixelPadding(-32768, -32768));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "NaN", "abc"})
    void counts_a_useless_slope_as_absent(String slope) {
        Attributes attributes = header().set(Tag.RescaleSlope, slope).set(Tag.RescaleIntercept, "0");
        assertThat(GreyScale.of(attributes).modality().apply(7)).isEqualTo(7);
    }

    @Test
    void gives_patterns_with_overlay_bits_the_grey_of_the_value_in_them() {
        Attributes attributes = header().set(Tag.WindowCenter, "2000").set(Tag.WindowWidth, "4000");
        char[] table = table(attributes);
        assertThat(table[0xF123]).isEqualTo(table[0x0123]);
    }

    @Test
    void follows_the_standards_formula_of_linear_exact() {
        VoiWindow window = new VoiWindow(0, 100, VoiWindow.Function.LINEAR_EXACT, "");
        assertThat(window.brightness(-50)).isZero();
        assertThat(window.brightness(0)).isEqualTo(0.5);
        assertThat(window.brightness(50)).isEqualTo(1);
    }

    private static Attributes lut(byte[] data, int entries, int first, int bits) {
        return new Attributes().setInt(Tag.LUTDescriptor, entries, first, bits).setBytes(Tag.LUTData, Vr.OW, data);
    }
}
