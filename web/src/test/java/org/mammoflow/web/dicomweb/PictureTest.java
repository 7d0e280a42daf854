package org.mammoflow.web.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.image.Frame;
import org.mammoflow.dicom.image.Rendition;
import org.mammoflow.web.dicomweb.Picture.Format;

class PictureTest {

    private static final int ROWS = 100;
    private static final int COLUMNS = 50;

    @Test
    void a_picture_fits_into_its_viewport_with_its_proportions() {
        assertThat(rendered("20,20", null).rows()).isEqualTo(20);
        assertThat(rendered("20,20", null).columns()).isEqualTo(10);
        assertThat(rendered("5,90", null).rows()).isEqualTo(10);
    }

    @Test
    void a_frame_is_never_made_larger_whatever_size_is_asked_for() {
        assertThat(rendered("99999,99999", null).rows()).isEqualTo(ROWS);
    }

    @Test
    void a_window_replaces_the_image_s_own_grey_scale() {
        assertThat(rendered("50,100", "500,1,linear").greys()[0]).isEqualTo((byte) 0);
        assertThat(rendered("50,100", "50,1,linear").greys()[0]).isEqualTo((byte) 255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0,5", "-3,5", "a,b", "1,2,3,4,5,6", "1e9,1"})
    void a_viewport_that_is_none_is_refused(String viewport) {
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.of(viewport, null, Format.JPEG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "a,2,linear", "100,0,linear", "1,-5,sigmoid", "NaN,1,linear"})
    void a_window_that_is_none_is_refused(String window) {
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.of(null, window, Format.JPEG));
    }

    private static Rendition rendered(String viewport, String window) {
        short[] samples = new short[ROWS * COLUMNS];
        java.util.Arrays.fill(samples, (short) 100);
        Frame frame = new Frame(ROWS, COLUMNS, ShortBuffer.wrap(samples), 12, false);
        return Picture.of(viewport, window, Format.JPEG).of(header(), frame);
    }

    private static Attributes header() {
        return new Attributes()
                .setInt(Tag.Rows, ROWS)
                .setInt(Tag.Columns, COLUMNS)
                .setInt(Tag.SamplesPerPixel, 1)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .setInt(Tag.BitsAllocated, 16)
                .setInt(Tag.BitsStored, 12)
                .setInt(Tag.HighBit, 11)
                .setInt(Tag.PixelRepresentation, 0);
    }
}
