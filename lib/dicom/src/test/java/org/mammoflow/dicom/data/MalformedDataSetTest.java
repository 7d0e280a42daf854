package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mammoflow.dicom.data.RawDataSet.UNDEFINED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks the structure of a data set is refused by tag, offset and rule. */
class MalformedDataSetTest {

    private static final int SEQUENCE = Tag.ViewCodeSequence;

    @Test
    void names_tag_offset_and_rule_of_a_number_of_odd_length() {
        RawDataSet dataSet = new RawDataSet().text(Tag.Modality, "CS", "MG").element(Tag.Rows, "US", 3, new byte[3]);

        assertRefused(dataSet::read).hasMessage("(0028,0010) Rows at byte 10: length 3, expected 2");
    }

    @Test
    void refuses_text_of_odd_length() {
        RawDataSet dataSet = new RawDataSet().text(Tag.PatientID, "LO", "ABC");

        assertRefused(dataSet::read).hasMessage("(0010,0020) PatientID at byte 0: length 3, expected an even number");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFFFFFFF0, 0x7FFFFFFE, 1 << 30})
    void refuses_a_value_longer_than_what_is_left_without_allocating_it(int length) {
        RawDataSet dataSet = new RawDataSet().longElement(Tag.EncapsulatedDocument, "OB", length, new byte[20]);
        String left = "length " + Integer.toUnsignedString(length) + ", but only 20 bytes are left";

        assertRefused(dataSet::read).hasMessageContaining(left);
        assertRefused(() -> explicit(lavish()).read(new ByteArrayInputStream(dataSet.bytes())))
                .hasMessageContaining(left);
    }

    /** Would take whatever it is told to. */
    private static ReaderLimits lavish() {
        return new ReaderLimits(64, 1000, 1000, Integer.MAX_VALUE, Long.MAX_VALUE, 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFFFFFFF0, 12})
    void refuses_an_item_longer_than_its_sequence(int length) {
        RawDataSet dataSet = new RawDataSet()
                .longElement(SEQUENCE, "SQ", 18)
                .item(length)
                .text(Tag.CodeValue, "SH", "C1")
                .text(Tag.PatientID, "LO", "123456");

        assertRefused(dataSet::read).hasMessageContaining("but what holds it ends after 10");
    }

    @Test
    void refuses_an_element_that_reaches_beyond_its_item() {
        RawDataSet dataSet = new RawDataSet()
                .longElement(SEQUENCE, "SQ", 18)
                .item(10)
                .text(Tag.CodeValue, "SH", "C123")
                .text(Tag.PatientID, "LO", "123456");

        assertRefused(dataSet::read)
                .hasMessage("(0008,0100) CodeValue at byte 20: length 4, but what holds it ends after 2");
    }

    @Test
    void refuses_undefined_lengths_without_end() {
        RawDataSet sequence = new RawDataSet().longElement(SEQUENCE, "SQ", UNDEFINED);
        RawDataSet item =
                new RawDataSet().longElement(SEQUENCE, "SQ", UNDEFINED).item(UNDEFINED);
        RawDataSet endedItem = new RawDataSet()
                .longElement(SEQUENCE, "SQ", UNDEFINED)
                .item(UNDEFINED)
                .endOfItem();
        RawDataSet pixels = new RawDataSet()
                .longElement(Tag.PixelData, "OB", UNDEFINED)
                .item(0)
                .item(2)
                .value((byte) 1, (byte) 2);

        assertRefused(sequence::read).hasMessage("(0054,0220) ViewCodeSequence at byte 0: no delimiter before the end");
        assertRefused(item::read).hasMessage("(FFFE,E000) Item at byte 12: no delimiter before the end");
        assertRefused(endedItem::read).hasMessageContaining("no delimiter before the end");
        assertRefused(pixels::read).hasMessage("(7FE0,0010) PixelData at byte 0: no delimiter before the end");
    }

    @Test
    void refuses_undefined_length_where_the_representation_forbids_it() {
        RawDataSet text = new RawDataSet()
                .longElement(Tag.TextValue, "UT", UNDEFINED)
                .item(0)
                .endOfSequence();
        RawDataSet fragment = new RawDataSet()
                .longElement(Tag.PixelData, "OB", UNDEFINED)
                .item(UNDEFINED)
                .endOfSequence();

        assertRefused(text::read).hasMessageContaining("undefined length, not allowed for UT");
        assertRefused(fragment::read).hasMessageContaining("undefined length, not allowed for a fragment");
    }

    @Test
    void refuses_stray_items_and_delimiters() {
        RawDataSet item = new RawDataSet().text(Tag.Modality, "CS", "MG").item(0);
        RawDataSet itemEnd = new RawDataSet().text(Tag.Modality, "CS", "MG").endOfItem();
        RawDataSet sequenceEnd = new RawDataSet().text(Tag.Modality, "CS", "MG").endOfSequence();
        RawDataSet wrongEnd = new RawDataSet()
                .longElement(SEQUENCE, "SQ", UNDEFINED)
                .item(UNDEFINED)
                .endOfSequence();
        RawDataSet endInDefinedItem =
                new RawDataSet().longElement(SEQUENCE, "SQ", 16).item(8).endOfItem();
        RawDataSet elementForItem =
                new RawDataSet().longElement(SEQUENCE, "SQ", 10).text(Tag.Modality, "CS", "MG");
        RawDataSet longEnd = new RawDataSet()
                .longElement(SEQUENCE, "SQ", UNDEFINED)
                .implicit(Tag.SequenceDelimitationItem, 2, (byte) 0, (byte) 0);

        assertRefused(item::read).hasMessage("(FFFE,E000) Item at byte 10: does not belong here");
        assertRefused(itemEnd::read).hasMessageContaining("does not belong here");
        assertRefused(sequenceEnd::read).hasMessageContaining("does not belong here");
        assertRefused(wrongEnd::read).hasMessageContaining("does not belong here");
        assertRefused(endInDefinedItem::read).hasMessageContaining("does not belong here");
        assertRefused(elementForItem::read).hasMessageContaining("expected an item of (0054,0220) ViewCodeSequence");
        assertRefused(longEnd::read).hasMessageContaining("length 2, expected 0");
    }

    @Test
    void refuses_an_element_that_occurs_twice_because_readers_would_differ_about_it() {
        RawDataSet dataSet =
                new RawDataSet().text(Tag.SOPInstanceUID, "UI", "1.21").text(Tag.SOPInstanceUID, "UI", "1.22");

        assertRefused(dataSet::read).hasMessage("(0008,0018) SOPInstanceUID at byte 12: occurs twice");
    }

    @Test
    void refuses_groups_that_are_never_allowed() {
        assertRefused(new RawDataSet().text(0x00030010, "LO", "AB")::read).hasMessageContaining("not allowed");
        assertRefused(new RawDataSet().text(0xFFFF0010, "LO", "AB")::read).hasMessageContaining("not allowed");
    }

    @ParameterizedTest
    @CsvSource({"65, false", "65, true", "100, false", "500, true", "900, false", "3000, true", "100000, true"})
    void refuses_sequences_nested_deeper_than_64(int depth, boolean undefined) {
        assertRefused(nested(depth, undefined)::read).hasMessageContaining("more than 64 nested sequences");
    }

    @Test
    void reads_64_levels() throws Exception {
        Attributes read = nested(64, true).read();
        for (int level = 0; level < 64; level++) {
            read = read.item(SEQUENCE).orElseThrow();
        }
        assertThat(read.isEmpty()).isTrue();
    }

    private static RawDataSet nested(int depth, boolean undefined) {
        RawDataSet dataSet = new RawDataSet();
        for (int level = 0; level < depth; level++) {
            int rest = (depth - level - 1) * 20;
            dataSet.longElement(SEQUENCE, "SQ", undefined ? UNDEFINED : rest + 8)
                    .item(undefined ? UNDEFINED : rest);
        }
        for (int level = 0; level < depth && undefined; level++) {
            dataSet.endOfItem().endOfSequence();
        }
        return dataSet;
    }

    @Test
    void refuses_more_elements_items_and_bytes_than_its_limits() throws IOException {
        RawDataSet elements = new RawDataSet();
        RawDataSet items = new RawDataSet().longElement(SEQUENCE, "SQ", 80);
        for (int i = 0; i < 10; i++) {
            elements.text(0x00091001 + i, "LO", "AB");
            items.item(0);
        }
        assertThat(explicit(new ReaderLimits(64, 10, 10, 10, 20, 100))
                        .read(elements.bytes())
                        .size())
                .isEqualTo(10);
        assertRefused(() -> explicit(new ReaderLimits(64, 9, 10, 10, 20, 100)).read(elements.bytes()))
                .hasMessageContaining("more than 9 elements");
        assertRefused(() -> explicit(new ReaderLimits(64, 10, 9, 10, 20, 100)).read(items.bytes()))
                .hasMessageContaining("more than 9 items");
        assertRefused(() -> explicit(new ReaderLimits(64, 10, 10, 10, 19, 100)).read(elements.bytes()))
                .hasMessageContaining("more than 19 bytes of values");
    }

    @Test
    void refuses_random_bytes() {
        Random random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[200 + random.nextInt(2000)];
            random.nextBytes(noise);
            assertRefused(() -> explicit(ReaderLimits.STANDARD).read(noise));
            assertRefused(() ->
                    new DataSetReader(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, ReaderLimits.STANDARD).read(noise));
        }
    }

    private static DataSetReader explicit(ReaderLimits limits) {
        return new DataSetReader(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, limits);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable reading) {
        return assertThatThrownBy(reading).isInstanceOf(DicomFormatException.class);
    }
}
