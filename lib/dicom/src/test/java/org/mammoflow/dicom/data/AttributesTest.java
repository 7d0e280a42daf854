package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AttributesTest {

    @Test
    void is_in_the_order_of_unsigned_tags() {
        Attributes dataSet = new Attributes()
                .setItems(0xFFFA_FFFA)
                .set(Tag.PatientID, "1")
                .set(Tag.SOPInstanceUID, "1.2")
                .setBytes(Tag.PixelData, Vr.OW, new byte[2]);

        assertThat(dataSet)
                .extracting(Element::tag)
                .containsExactly(Tag.SOPInstanceUID, Tag.PatientID, Tag.PixelData, 0xFFFA_FFFA);
    }

    @Test
    void finds_private_elements_by_their_creator_wherever_their_block_lies() {
        Attributes dataSet = new Attributes()
                .set(0x00190010, Vr.LO, "ACME")
                .set(0x00190011, Vr.LO, "MAMMOFLOW")
                .set(0x00191105, Vr.LO, "here");

        int tag = dataSet.privateTag(0x0019, "MAMMOFLOW", 0x05).orElseThrow();

        assertThat(tag).isEqualTo(0x00191105);
        assertThat(dataSet.string(tag)).contains("here");
        assertThat(dataSet.privateTag(0x0019, "NOBODY", 0x05)).isEmpty();
        assertThat(dataSet.privateTag(0x0021, "ACME", 0x05)).isEmpty();
    }

    @Test
    void names_no_value_in_its_description() {
        Attributes dataSet = new Attributes().set(Tag.PatientName, "Secret^Name");

        assertThat(dataSet.toString()).contains("(0010,0010) PatientName PN").doesNotContain("Secret");
        assertThat(dataSet.personName(Tag.PatientName).orElseThrow().toString()).doesNotContain("Secret");
    }

    @Test
    void refuses_numbers_that_do_not_fit_and_text_where_none_belongs() {
        assertThatThrownBy(() -> new Attributes().setInt(Tag.Rows, 65536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attributes().set(Tag.Rows, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void copies_items_so_that_neither_data_set_sees_the_changes_of_the_other() {
        Attributes item = new Attributes().set(Tag.CodeValue, "1");
        Attributes original = new Attributes().setItems(Tag.ViewCodeSequence, item);
        Attributes copy = new Attributes().copy(original, Tag.ViewCodeSequence, Tag.PatientName);

        item.set(Tag.CodeValue, "2");

        assertThat(copy.item(Tag.ViewCodeSequence).orElseThrow().string(Tag.CodeValue))
                .contains("1");
        assertThat(copy.contains(Tag.PatientName)).isFalse();
    }

    @Test
    void tells_the_components_and_groups_of_a_person_name() {
        PersonName name = PersonName.parse("Yamada^Tarou^^Dr.=山田^太郎=やまだ^たろう");

        assertThat(name.alphabetic()).isEqualTo(new PersonName.Group("Yamada", "Tarou", "", "Dr.", ""));
        assertThat(name.ideographic().familyName()).isEqualTo("山田");
        assertThat(name.phonetic().givenName()).isEqualTo("たろう");
        assertThat(name.formatted()).isEqualTo("Dr. Tarou Yamada");
        assertThat(name.encoded()).isEqualTo("Yamada^Tarou^^Dr.=山田^太郎=やまだ^たろう");
        assertThat(PersonName.parse("=山田").formatted()).isEqualTo("山田");
    }

    @Test
    void knows_repeating_groups_and_private_blocks_of_the_dictionary() {
        assertThat(Dictionary.keyword(0x60023000)).isEqualTo("OverlayData");
        assertThat(Dictionary.vr(0x00190010)).isEqualTo(Vr.LO);
        assertThat(Dictionary.vr(0x00191010)).isEqualTo(Vr.UN);
        assertThat(Dictionary.vr(0x00100000)).isEqualTo(Vr.UL);
        assertThat(Dictionary.tag("ImageLaterality")).hasValue(Tag.ImageLaterality);
        assertThat(Dictionary.describe(Tag.Rows)).isEqualTo("(0028,0010) Rows");
        assertThat(Dictionary.uidName(Uid.VERIFICATION)).isEqualTo("Verification SOP Class");
    }
}
