package org.mammoflow.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.BulkData;
import org.mammoflow.dicom.data.Fragments;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.dicom.image.UnreadablePixels.Reason;

/** Pixel data that do not keep what the header promises are refused with a reason, before memory is spent on them. */
class FramesTest {
    private static final TransferSyntax PLAIN = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax RLE = TransferSyntax.RLE_LOSSLESS;

    private static void requireRefused(ThrowingCallable reading, Reason reason) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        UnreadablePixels.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void requireRefused(Attributes attributes, TransferSyntax syntax, Reason reason) {
        requireRefused(() -> Frames.single(attributes, syntax), reason);
    }

    /** One row of the RLE header and two segments of one repeated byte each, for two samples. */
    private static byte[] rle(int value) {
        byte[] codestream = new byte[68];
        codestream[0] = 2;
        codestream[4] = 64;
        codestream[8] = 66;
        codestream[64] = -1;
        codestream[65] = (byte) (value >> 8);
        codestream[66] = -1;
        codestream[67] = (byte) value;
        return codestream;
    }

    private static Attributes twoSamples() {
        return TestImage.sized(1, 2, 16).header();
    }

    @Test
    void never_lets_overlay_bits_out() throws Exception {
        byte[] samples = {0x34, (byte) 0xF2, (byte) 0xFF, 0x0F};
        Attributes unsigned = TestImage.sized(1, 2, 12).header().setBytes(Tag.PixelData, Vr.OW, samples);
        assertThat(Frames.single(unsigned, PLAIN).value(0, 0)).isEqualTo(0x234);
        assertThat(Frames.single(unsigned, PLAIN).value(0, 1)).isEqualTo(0xFFF);
        Attributes signed = unsigned.setInt(Tag.PixelRepresentation, 1);
        assertThat(Frames.single(signed, PLAIN).value(0, 0)).isEqualTo(0x234);
        assertThat(Frames.single(signed, PLAIN).value(0, 1)).isEqualTo(-1);
    }

    @Test
    void reads_the_frame_that_is_asked_for() throws Exception {
        byte[] samples = {1, 0, 2, 0, 3, 0, 4, 0};
        Attributes attributes = twoSamples().set(Tag.NumberOfFrames, "2").setBytes(Tag.PixelData, Vr.OW, samples);
        assertThat(Frames.read(attributes, PLAIN, 2).value(0, 1)).isEqualTo(4);
        requireRefused(() -> Frames.read(attributes, PLAIN, 3), Reason.FRAMES_OUT_OF_RANGE);
        requireRefused(() -> Frames.read(attributes, PLAIN, 0), Reason.FRAMES_OUT_OF_RANGE);
        requireRefused(attributes, PLAIN, Reason.FRAMES_OUT_OF_RANGE);
    }

    @Test
    void reads_the_encapsulated_frame_that_is_asked_for() throws Exception {
        Fragments fragments = new Fragments(List.of(), List.of(BulkData.of(rle(7)), BulkData.of(rle(0x1234))));
        Attributes attributes = twoSamples().set(Tag.NumberOfFrames, "2").setFragments(Tag.PixelData, fragments);
        assertThat(Frames.read(attributes, RLE, 1).value(0, 1)).isEqualTo(7);
        assertThat(Frames.read(attributes, RLE, 2).value(0, 0)).isEqualTo(0x1234);
    }

    @Test
    void joins_ten_thousand_fragments_of_one_frame() throws Exception {
        List<BulkData> pieces = new ArrayList<>(Collections.nCopies(10_000, BulkData.of(new byte[0])));
        pieces.add(0, BulkData.of(rle(9)));
        Attributes attributes = twoSamples().setFragments(Tag.PixelData, new Fragments(List.of(), pieces));
        assertThat(Frames.single(attributes, RLE).value(0, 0)).isEqualTo(9);
    }

    @Test
    void refuses_missing_pixel_data() {
        requireRefused(twoSamples(), PLAIN, Reason.NO_PIXEL_DATA);
    }

    @Test
    void refuses_pixel_data_shorter_than_the_header_promises() {
        requireRefused(twoSamples().setBytes(Tag.PixelData, Vr.OW, new byte[2]), PLAIN, Reason.PIXEL_DATA_TOO_SHORT);
        Attributes huge = TestImage.sized(1, 2, 16)
                .header()
                .setInt(Tag.Rows, 12_000)
                .setInt(Tag.Columns, 12_000)
                .setBytes(Tag.PixelData, Vr.OW, new byte[4]);
        requireRefused(huge, PLAIN, Reason.PIXEL_DATA_TOO_SHORT);
    }

    @Test
    void refuses_fragments_that_are_missing_or_empty() {
        requireRefused(
                twoSamples().setFragments(Tag.PixelData, new Fragments(List.of(), List.of())),
                RLE,
                Reason.FRAGMENTS_BROKEN);
        requireRefused(
                twoSamples().setFragments(Tag.PixelData, Fragments.ofFrame(new byte[0])), RLE, Reason.FRAGMENTS_BROKEN);
    }

    @Test
    void refuses_an_offset_table_that_points_nowhere() {
        Fragments fragments = new Fragments(List.of(0L, 3L), List.of(BulkData.of(rle(1)), BulkData.of(rle(2))));
        Attributes attributes = twoSamples().set(Tag.NumberOfFrames, "2").setFragments(Tag.PixelData, fragments);
        requireRefused(() -> Frames.read(attributes, RLE, 1), Reason.FRAGMENTS_BROKEN);
    }

    @Test
    void refuses_an_offset_table_that_contradicts_the_only_frame() {
        Fragments fragments = new Fragments(List.of(3L), List.of(BulkData.of(rle(1))));
        requireRefused(twoSamples().setFragments(Tag.PixelData, fragments), RLE, Reason.FRAGMENTS_BROKEN);
    }

    @Test
    void refuses_pixel_data_that_are_not_as_the_transfer_syntax_says() {
        requireRefused(twoSamples().setBytes(Tag.PixelData, Vr.OW, new byte[4]), RLE, Reason.FRAGMENTS_BROKEN);
        requireRefused(
                twoSamples().setFragments(Tag.PixelData, Fragments.ofFrame(rle(1))), PLAIN, Reason.FRAGMENTS_BROKEN);
    }

    @Test
    void refuses_transfer_syntaxes_that_it_does_not_decode() {
        TransferSyntax video = TransferSyntax.of("1.2.840.10008.1.2.4.102").orElseThrow();
        requireRefused(
                twoSamples().setFragments(Tag.PixelData, Fragments.ofFrame(rle(1))),
                video,
                Reason.UNSUPPORTED_TRANSFER_SYNTAX);
    }

    @Test
    void refuses_a_codestream_of_another_image() {
        Attributes eightBits = TestImage.sized(1, 2, 8).header().setFragments(Tag.PixelData, Fragments.ofFrame(rle(1)));
        requireRefused(eightBits, RLE, Reason.CODESTREAM_CONTRADICTS_HEADER);
    }

    @Test
    void refuses_a_codestream_that_promises_out_of_proportion() {
        Attributes bomb = TestImage.sized(1, 2, 16)
                .header()
                .setInt(Tag.Rows, 12_000)
                .setInt(Tag.Columns, 12_000)
                .setFragments(Tag.PixelData, Fragments.ofFrame(rle(1)));
        requireRefused(bomb, RLE, Reason.TOO_LARGE);
    }

    @Test
    void refuses_a_codestream_far_longer_than_its_samples() {
        Attributes attributes = twoSamples().setFragments(Tag.PixelData, Fragments.ofFrame(new byte[2 << 20]));
        requireRefused(attributes, RLE, Reason.TOO_LARGE);
    }

    @Test
    void says_which_rule_a_broken_codestream_breaks() {
        byte[] cut = Arrays.copyOf(rle(1), 65);
        Attributes attributes = twoSamples().setFragments(Tag.PixelData, Fragments.ofFrame(cut));
        assertThatThrownBy(() -> Frames.single(attributes, RLE))
                .isInstanceOf(UnreadablePixels.class)
                .hasMessageContaining("RLE segment");
    }
}
