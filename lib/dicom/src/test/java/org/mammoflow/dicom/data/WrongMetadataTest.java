package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is merely wrong is kept as it came and shown with U+FFFD. */
class WrongMetadataTest {

    @Test
    void keeps_an_element_of_a_representation_that_nobody_knows() throws Exception {
        Attributes read = new RawDataSet()
                .text(Tag.Modality, "CS", "MG")
                .longElement(0x00091001, "ZZ", 4, new byte[] {1, 2, 3, 4})
                .element(0x00091002, "??", 2, new byte[] {5, 6})
                .text(Tag.PatientID, "LO", "ID")
                .read();

        assertThat(read.bytes(0x00091001)).containsExactly(1, 2, 3, 4);
        assertThat(read.bytes(0x00091002)).containsExactly(5, 6);
        assertThat(read.string(Tag.PatientID)).contains("ID");
    }

    @Test
    void believes_the_representation_in_the_data_set_against_the_dictionary() throws Exception {
        Attributes read = new RawDataSet()
                .element(Tag.Rows, "UL", 4, (byte) 0, (byte) 0, (byte) 1, (byte) 0)
                .text(Tag.Columns, "IS", "2560")
                .read();

        assertThat(read.integer(Tag.Rows)).hasValue(65536);
        assertThat(read.integer(Tag.Columns)).hasValue(2560);
        assertThat(read.element(Tag.Rows).orElseThrow().vr()).isEqualTo(Vr.UL);
    }

    @Test
    void understands_what_came_as_unknown_by_the_dictionary() throws Exception {
        Attributes read = new RawDataSet()
                .longElement(Tag.PatientID, "UN", 4, (byte) 'P', (byte) '1', (byte) ' ', (byte) ' ')
                .longElement(Tag.Rows, "UN", 2, (byte) 0, (byte) 13)
                .read();

        assertThat(read.string(Tag.PatientID)).contains("P1");
        assertThat(read.integer(Tag.Rows)).hasValue(3328);
    }

    @Test
    void reads_a_sequence_that_came_as_unknown_of_undefined_length_in_implicit_vr() throws Exception {
        Attributes read = new RawDataSet()
                .longElement(0x00091001, "UN", RawDataSet.UNDEFINED)
                .item(RawDataSet.UNDEFINED)
                .implicit(Tag.CodeValue, 2, (byte) 'C', (byte) '1')
                .endOfItem()
                .endOfSequence()
                .text(Tag.PatientID, "LO", "ID")
                .read();

        assertThat(read.item(0x00091001).orElseThrow().string(Tag.CodeValue)).contains("C1");
        assertThat(read.string(Tag.PatientID)).contains("ID");
    }

    @Test
    void reads_implicit_vr_that_was_declared_explicit_and_the_other_way_round() throws Exception {
        Attributes dataSet = new Attributes().set(Tag.Modality, "MG").setInt(Tag.Rows, 3328);
        byte[] implicit = new DataSetWriter(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN).toBytes(dataSet);
        byte[] explicit = new DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).toBytes(dataSet);

        assertThat(new RawDataSet().value(implicit).read().integer(Tag.Rows)).hasValue(3328);
        assertThat(new RawDataSet().value(explicit).readImplicit().integer(Tag.Rows))
                .hasValue(3328);
    }

    @Test
    void shows_bytes_outside_the_declared_character_set() throws Exception {
        Attributes undeclared =
                new RawDataSet().text(Tag.PatientName, "PN", "M\u00FCller").read();
        Attributes lie = new RawDataSet()
                .text(Tag.SpecificCharacterSet, "CS", "ISO_IR 192")
                .text(Tag.PatientName, "PN", "M\u00FCller")
                .read();
        Attributes unknown = new RawDataSet()
                .text(Tag.SpecificCharacterSet, "CS", "KLINGON ")
                .text(Tag.PatientName, "PN", "M\u00FCller")
                .read();

        for (Attributes read : new Attributes[] {undeclared, lie, unknown}) {
            assertThat(read.string(Tag.PatientName)).contains("M\uFFFDller");
            assertThat(read.bytes(Tag.PatientName)).containsExactly('M', 0xFC, 'l', 'l', 'e', 'r');
        }
    }

    @Test
    void takes_names_of_five_groups_and_of_64_kilobytes() throws Exception {
        Attributes read = new RawDataSet()
                .text(Tag.PatientName, "PN", "A^B=C=D=E=F^")
                .text(Tag.OperatorsName, "PN", "X".repeat(65534))
                .read();

        assertThat(read.string(Tag.PatientName)).contains("A^B=C=D=E=F^");
        assertThat(read.personName(Tag.PatientName).orElseThrow().alphabetic().givenName())
                .isEqualTo("B");
        assertThat(read.string(Tag.OperatorsName).orElseThrow()).hasSize(65534);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\n", "\r", "\u0007", "\u001B", "\u007F", "\t"})
    void shows_control_characters_in_names(String control) throws Exception {
        Attributes read = new RawDataSet()
                .text(Tag.PatientName, "PN", "Doe" + control + "Anne")
                .read();

        assertThat(read.string(Tag.PatientName)).contains("Doe\uFFFDAnne");
    }

    @Test
    void keeps_line_ends_in_paragraphs() throws Exception {
        assertThat(new RawDataSet()
                        .text(Tag.AdditionalPatientHistory, "LT", " a\r\n\tb\\cd ")
                        .read()
                        .strings(Tag.AdditionalPatientHistory))
                .containsExactly(" a\r\n\tb\\cd");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, false",
        "'/abs/olute', false",
        "'1.2\n3 ', false",
        "1.2.03, false",
        "1..2, false",
        "1.2., false",
        "1.2.840.10008, true",
        "'1.2.3 ', true"
    })
    void shows_hostile_uids_whole_so_that_none_passes_for_another(String uid, boolean valid) throws Exception {
        String padded = uid.length() % 2 == 0 ? uid : uid + "\0";

        String read = new RawDataSet()
                .text(Tag.SOPInstanceUID, "UI", padded)
                .read()
                .string(Tag.SOPInstanceUID)
                .orElseThrow();

        assertThat(Uids.isValid(read)).isEqualTo(valid);
    }

    @Test
    void does_not_cut_a_uid_at_a_nul_inside() throws Exception {
        Attributes read = new RawDataSet()
                .text(Tag.SOPInstanceUID, "UI", "1.2.3\0.4.5\0\0")
                .read();

        assertThat(read.string(Tag.SOPInstanceUID)).contains("1.2.3\uFFFD.4.5");
        assertThat(Uids.isValid(read.string(Tag.SOPInstanceUID).orElseThrow())).isFalse();
    }

    @Test
    void takes_uids_longer_than_64_characters_and_calls_them_invalid() throws Exception {
        String uid = String.join(".", Collections.nCopies(150, "1")) + ".";

        assertThat(new RawDataSet().text(Tag.SOPInstanceUID, "UI", uid).read().string(Tag.SOPInstanceUID))
                .contains(uid);
        assertThat(Uids.isValid(uid)).isFalse();
    }

    @Test
    void keeps_numbers_in_their_places_when_one_of_them_is_none() throws Exception {
        Attributes read = new RawDataSet()
                .text(Tag.WindowCenter, "DS", "2048\\NaN\\1e3\\0x10 ")
                .text(Tag.WindowWidth, "DS", "NaN ")
                .text(Tag.InstanceNumber, "IS", "12 3")
                .read();

        assertThat(read.decimals(Tag.WindowCenter)).containsExactly(2048.0, Double.NaN, 1000.0, Double.NaN);
        assertThat(read.decimal(Tag.WindowWidth)).isEmpty();
        assertThat(read.integer(Tag.InstanceNumber)).isEmpty();
        assertThat(read.string(Tag.InstanceNumber)).contains("12 3");
    }

    @Test
    void answers_nothing_for_numbers_of_impossible_length_and_for_other_kinds() throws Exception {
        Attributes read = new RawDataSet()
                .element(Tag.SimpleFrameList, "UL", 6, new byte[6])
                .element(Tag.ReferencedSamplePositions, "UL", 0)
                .longElement(Tag.ViewCodeSequence, "SQ", 0)
                .read();

        assertThat(read.integers(Tag.SimpleFrameList)).isEmpty();
        assertThat(read.bytes(Tag.SimpleFrameList)).hasSize(6);
        assertThat(read.string(Tag.ViewCodeSequence)).isEmpty();
        assertThat(read.integer(Tag.ViewCodeSequence)).isEmpty();
        assertThat(read.items(Tag.SimpleFrameList)).isEmpty();
    }
}
