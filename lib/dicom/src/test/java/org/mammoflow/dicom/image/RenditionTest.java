package org.mammoflow.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ShortBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;

/** Small pictures show the average of what they stand for. */
class RenditionTest {
    private static final char[] TABLE = table();

    /** Stored value n shows as the n-th of 256 greys; 999 is padding. */
    private static char[] table() {
        char[] table = new char[1 << 16];
        for (int value = 0; value < 256; value++) {
            table[value] = (char) Math.round(value / 255.0 * GreyScale.WHITE);
        }
        table[999] = GreyScale.PADDING;
        return table;
    }

    private static Frame frame(int rows, int columns, int... values) {
        short[] samples = new short[rows * columns];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) values[i % values.length];
        }
        return new Frame(rows, columns, ShortBuffer.wrap(samples), 16, false);
    }

    @Test
    void keeps_the_size_of_a_frame_that_fits() {
        Rendition rendition = Rendition.of(frame(2, 3, 10, 20, 30), TABLE, 100);
        assertThat(rendition.rows()).isEqualTo(2);
        assertThat(rendition.columns()).isEqualTo(3);
        assertThat(rendition.greys()).containsExactly(10, 20, 30, 10, 20, 30);
    }

    @Test
    void averages_the_area_behind_each_pixel() {
        Rendition rendition = Rendition.of(frame(4, 2, 0, 100, 50, 250), TABLE, 2);
        assertThat(rendition.rows()).isEqualTo(2);
        assertThat(rendition.columns()).isEqualTo(1);
        assertThat(rendition.greys()).containsExactly(100, 100);
    }

    @Test
    void keeps_proportions_and_never_loses_a_side() {
        Rendition rendition = Rendition.of(frame(1000, 2, 40), TABLE, 100);
        assertThat(rendition.rows()).isEqualTo(100);
        assertThat(rendition.columns()).isEqualTo(1);
        byte[] all = new byte[100];
        Arrays.fill(all, (byte) 40);
        assertThat(rendition.greys()).isEqualTo(all);
    }

    @Test
    void shows_padding_black() {
        assertThat(Rendition.of(frame(1, 2, 999, 255), TABLE, 2).greys()).containsExactly(0, 255);
    }

    @Test
    void writes_pictures_that_others_read() throws Exception {
        Attributes header = TestImage.unsigned(12)
                .uncompressed()
                .set(Tag.WindowCenter, "2048")
                .set(Tag.WindowWidth, "4096");
        Frame frame = Frames.single(header, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Rendition rendition = Rendition.of(frame, GreyScale.of(header).table(frame), 64);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        rendition.writePng(png);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        assertThat(picture.getWidth()).isEqualTo(rendition.columns());
        assertThat(picture.getRaster().getSample(40, 9, 0)).isEqualTo(rendition.greys()[9 * 64 + 40] & 0xFF);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        rendition.writeJpeg(jpeg);
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg.toByteArray())).getHeight())
                .isEqualTo(rendition.rows());
    }
}
