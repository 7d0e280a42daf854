package org.mammoflow.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.dicom.image.UnreadablePixels.Reason;

/** What contradicts itself or is out of range is refused with its reason, tag and rule. */
class PixelModuleTest {

    private static Attributes header() {
        return TestImage.unsigned(12).header();
    }

    private static void requireRefused(Attributes attributes, Reason reason, String inMessage) {
        assertThatThrownBy(() -> PixelModule.of(attributes))
                .isInstanceOfSatisfying(
                        UnreadablePixels.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(inMessage);
    }

    @Test
    void reads_a_sound_module() {
        assertThat(PixelModule.of(TestImage.signed(12).header()))
                .isEqualTo(new PixelModule(TestImage.ROWS, TestImage.COLUMNS, 16, 12, true, "MONOCHROME2", 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12_001, 65_535})
    void refuses_rows_and_columns_out_of_range(int value) {
        requireRefused(header().setInt(Tag.Rows, value), Reason.ROWS_OR_COLUMNS_OUT_OF_RANGE, "(0028,0010)");
        requireRefused(header().setInt(Tag.Columns, value), Reason.ROWS_OR_COLUMNS_OUT_OF_RANGE, "(0028,0011)");
    }

    @Test
    void refuses_rows_of_32_bits_that_are_out_of_range() {
        byte[] huge = {0, 0, 0, 1};
        requireRefused(header().setBytes(Tag.Rows, Vr.UL, huge), Reason.ROWS_OR_COLUMNS_OUT_OF_RANGE, "(0028,0010)");
    }

    @Test
    void refuses_missing_rows() {
        requireRefused(header().remove(Tag.Rows), Reason.ROWS_OR_COLUMNS_OUT_OF_RANGE, "(0028,0010)");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12, 11",
        "3, 3, 2",
        "24, 12, 11",
        "32, 32, 31",
        "128, 12, 11",
        "8, 12, 11",
        "16, 17, 16",
        "16, 0, -1",
        "16, 12, 15",
        "16, 12, 10"
    })
    void refuses_bits_that_contradict_each_other(int allocated, int stored, int high) {
        Attributes attributes = header().setInt(Tag.BitsAllocated, allocated)
                .setInt(Tag.BitsStored, stored)
                .setInt(Tag.HighBit, high & 0xFFFF);
        requireRefused(attributes, Reason.BITS_CONTRADICTORY, "(0028,010");
    }

    @Test
    void refuses_a_sign_that_is_neither_yes_nor_no() {
        requireRefused(header().setInt(Tag.PixelRepresentation, 2), Reason.BITS_CONTRADICTORY, "(0028,0103)");
        requireRefused(header().remove(Tag.PixelRepresentation), Reason.BITS_CONTRADICTORY, "(0028,0103)");
    }

    @Test
    void refuses_colour() {
        requireRefused(header().setInt(Tag.SamplesPerPixel, 3), Reason.NOT_GREY, "(0028,0002)");
        requireRefused(header().set(Tag.PhotometricInterpretation, "RGB"), Reason.NOT_GREY, "(0028,0004)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000", "x"})
    void refuses_numbers_of_frames_out_of_range(String frames) {
        requireRefused(header().set(Tag.NumberOfFrames, frames), Reason.FRAMES_OUT_OF_RANGE, "(0028,0008)");
    }

    @Test
    void refuses_several_frames_where_one_is_wanted() {
        PixelModule module = PixelModule.of(header().set(Tag.NumberOfFrames, "2"));
        assertThatThrownBy(module::requireSingleFrame)
                .isInstanceOfSatisfying(
                        UnreadablePixels.class, e -> assertThat(e.reason()).isEqualTo(Reason.FRAMES_OUT_OF_RANGE));
    }
}
