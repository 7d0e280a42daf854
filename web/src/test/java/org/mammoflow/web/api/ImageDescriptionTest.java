package org.mammoflow.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

class ImageDescriptionTest {

    @Test
    void tells_lossy_compression_with_each_of_its_ratios() {
        Attributes header = new Attributes()
                .set(Tag.LossyImageCompression, "01")
                .set(Tag.LossyImageCompressionRatio, "19.04", "x", "4");
        JsonObject json = new ImageDescription(header).json();
        assertThat(json.getBoolean("lossy")).isTrue();
        assertThat(json.getJsonArray("lossyRatios").getValuesAs(Object::toString))
                .isEqualTo(List.of("19.04", "4.0"));
    }

    @Test
    void tells_no_lossy_compression_where_the_header_does_not() {
        JsonObject json = new ImageDescription(new Attributes().set(Tag.LossyImageCompression, "00")).json();
        assertThat(json.getBoolean("lossy")).isFalse();
        assertThat(json.getJsonArray("lossyRatios")).isEmpty();
    }

    @Test
    void says_how_to_hang_an_image_by_code_also_by_that_of_an_older_modality() {
        Attributes view = new Attributes()
                .set(Tag.CodeValue, "R-10226")
                .setItems(
                        Tag.ViewModifierCodeSequence,
                        new Attributes().set(Tag.CodeValue, "399209000").set(Tag.CodeMeaning, "Implant displaced"));
        Attributes header = new Attributes()
                .set(Tag.ImageLaterality, "L")
                .set(Tag.ViewPosition, "XX")
                .setItems(Tag.ViewCodeSequence, view)
                .set(Tag.AcquisitionDate, "20261127")
                .set(Tag.AcquisitionTime, "101112.5");
        JsonObject json = new ImageDescription(header).json();
        assertThat(json.getString("laterality")).isEqualTo("L");
        assertThat(json.getString("view")).isEqualTo("MLO");
        assertThat(json.getBoolean("implantDisplaced")).isTrue();
        assertThat(json.getJsonArray("viewModifiers").getString(0)).isEqualTo("Implant displaced");
        assertThat(json.getString("acquisitionDateTime")).isEqualTo("20261127101112.5");
    }

    @Test
    void says_nothing_of_what_the_header_does_not_say() {
        JsonObject json = new ImageDescription(new Attributes()).json();
        assertThat(json.containsKey("laterality")).isFalse();
        assertThat(json.containsKey("view")).isFalse();
        assertThat(json.getBoolean("implantDisplaced")).isFalse();
        assertThat(json.getJsonArray("windows")).isEmpty();
    }
}
