package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DicomJsonTest {

    @Test
    void writes_each_kind_of_value_as_part_18_has_it() throws IOException {
        assertThat(json(new Attributes().set(Tag.PatientName, "A^B=山")))
                .isEqualTo("{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"A^B\",\"Ideographic\":\"山\"}]}}");
        assertThat(json(new Attributes().set(Tag.SpecificCharacterSet, "ISO_IR 100")))
                .isEqualTo("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]}}");
        assertThat(json(new Attributes().set(Tag.ImageType, "ORIGINAL", "", "\"\\\u0001")))
                .isEqualTo("{\"00080008\":{\"vr\":\"CS\",\"Value\":[\"ORIGINAL\",null,\"\\\"\\\\\\u0001\"]}}");
        assertThat(json(new Attributes().set(Tag.WindowCenter, "0512", "+1.50", "none")))
                .isEqualTo("{\"00281050\":{\"vr\":\"DS\",\"Value\":[512,1.5,\"none\"]}}");
        assertThat(json(new Attributes().setInt(Tag.FrameIncrementPointer, Tag.FrameTime)))
                .isEqualTo("{\"00280009\":{\"vr\":\"AT\",\"Value\":[\"00181063\"]}}");
        assertThat(json(new Attributes().setBytes(0x00991001, Vr.UN, new byte[] {1, 2})))
                .isEqualTo("{\"00991001\":{\"vr\":\"UN\",\"InlineBinary\":\"AQI=\"}}");
        assertThat(json(new Attributes().set(Tag.PatientID).setItems(Tag.ViewCodeSequence, new Attributes())))
                .isEqualTo("{\"00100020\":{\"vr\":\"LO\"},\"00540220\":{\"vr\":\"SQ\",\"Value\":[{}]}}");
    }

    @Test
    void leads_to_bulk_data_by_its_path() throws IOException {
        Attributes icon = new Attributes().setFragments(Tag.PixelData, Fragments.ofFrame(new byte[2]));
        Attributes dataSet = new Attributes()
                .setItems(Tag.IconImageSequence, icon)
                .setFragments(Tag.PixelData, Fragments.ofFrame(new byte[2]));
        StringBuilder json = new StringBuilder();

        DicomJson.write(dataSet, json, path -> Optional.of("bulk/" + path));

        assertThat(json)
                .contains("\"BulkDataURI\":\"bulk/7FE00010\"")
                .contains("\"BulkDataURI\":\"bulk/00880200/1/7FE00010\"");
        assertThat(json(dataSet)).doesNotContain("BulkDataURI");
    }

    private static String json(Attributes dataSet) throws IOException {
        StringBuilder json = new StringBuilder();
        DicomJson.write(dataSet, json);
        return json.toString();
    }
}
