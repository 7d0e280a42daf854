package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data set that was cut off anywhere is refused, unless it was cut between two elements of its own level. */
class TruncationTest {

    @ParameterizedTest
    @ValueSource(strings = {Uid.IMPLICIT_VR_LITTLE_ENDIAN, Uid.EXPLICIT_VR_LITTLE_ENDIAN, Uid.JPEG_LOSSLESS_SV1})
    void refuses_a_data_set_cut_off_at_any_byte_inside_an_element(String uid) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(uid).orElseThrow();
        Attributes whole = dataSet(syntax);
        byte[] bytes = new DataSetWriter(syntax).toBytes(whole);
        Set<Integer> ends = endsOfElements(whole, syntax);
        DataSetReader reader = new DataSetReader(syntax, ReaderLimits.STANDARD);

        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            if (ends.contains(length)) {
                assertThat(reader.read(part).size()).isLessThan(whole.size());
            } else {
                assertThatThrownBy(() -> reader.read(part)).isInstanceOf(DicomFormatException.class);
                assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(part)))
                        .isInstanceOf(DicomFormatException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Uid.IMPLICIT_VR_LITTLE_ENDIAN, Uid.EXPLICIT_VR_LITTLE_ENDIAN, Uid.JPEG_LOSSLESS_SV1})
    void reads_or_refuses_a_data_set_with_any_byte_changed(String uid) {
        TransferSyntax syntax = TransferSyntax.of(uid).orElseThrow();
        byte[] bytes = new DataSetWriter(syntax).toBytes(dataSet(syntax));
        DataSetReader reader = new DataSetReader(syntax, ReaderLimits.STANDARD);
        for (int position = 0; position < bytes.length; position++) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFE, 0xFF, bytes[position] ^ 1}) {
                byte[] changed = bytes.clone();
                changed[position] = (byte) value;
                readEverything(reader, changed);
            }
        }
    }

    /** Anything but a DicomFormatException fails the test. */
    static void readEverything(DataSetReader reader, byte[] bytes) {
        try {
            touch(reader.read(bytes));
        } catch (DicomFormatException refused) {
            assertThat(refused).hasMessageContaining("at byte");
        }
    }

    static void touch(Attributes dataSet) {
        for (Element element : dataSet) {
            dataSet.strings(element.tag());
            dataSet.integers(element.tag());
            dataSet.decimals(element.tag());
            dataSet.personName(element.tag());
            dataSet.items(element.tag()).forEach(TruncationTest::touch);
        }
    }

    private static Set<Integer> endsOfElements(Attributes whole, TransferSyntax syntax) {
        Set<Integer> ends = new HashSet<>(Set.of(0));
        Attributes growing = new Attributes();
        for (Element element : whole) {
            growing.put(element);
            ends.add(new DataSetWriter(syntax).toBytes(growing).length);
        }
        return ends;
    }

    private static Attributes dataSet(TransferSyntax syntax) {
        Attributes dataSet = new Attributes()
                .set(Tag.SpecificCharacterSet, "", "ISO 2022 IR 87")
                .set(Tag.PatientName, "Yamada^Tarou=山田^太郎")
                .setItems(
                        Tag.ViewCodeSequence,
                        new Attributes()
                                .set(Tag.CodeValue, "399162004")
                                .setItems(
                                        Tag.ViewModifierCodeSequence,
                                        new Attributes().set(Tag.CodeValue, "1"),
                                        new Attributes()))
                .setInt(Tag.Rows, 3328)
                .setDouble(Tag.WindowCenter, 2048, 1000)
                .setBytes(0x00991001, Vr.UN, new byte[] {1, 2, 3, 4});
        return syntax.encapsulated()
                ? dataSet.setFragments(Tag.PixelData, Fragments.ofFrame(new byte[10]))
                : dataSet.setBytes(Tag.PixelData, Vr.OW, new byte[20]);
    }
}
