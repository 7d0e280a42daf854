package org.mammoflow.dicom.image.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.image.codec.Decoder;
import org.mammoflow.dicom.image.codec.SampleGrid;

/** An image of 70 × 97 samples of 12 bits in the variants that OpenJPEG's opj_compress 2.5.0 writes. */
class Jpeg2000VariantsTest {
    private static final SampleGrid GRID = new SampleGrid(70, 97, 16, 12, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prog-LRCP",
                "prog-RLCP",
                "prog-RPCL",
                "prog-PCRL",
                "prog-CPRL",
                "tiles",
                "offset",
                "levels-1",
                "levels-max",
                "layers",
                "bypass",
                "reset",
                "termall",
                "causal",
                "predterm",
                "segsym",
                "allmodes",
                "bypass-termall",
                "bypass-layers",
                "blocks-4x4",
                "blocks-1024x4",
                "blocks-4x256"
            })
    void restores_every_sample_of_a_lossless_variant(String variant) throws IOException {
        assertThat(decode(Jpeg2000Decoder.lossless(), variant)).isEqualTo(raw("lossless"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy-53", "lossy-97", "lossy-97-tiles"})
    void decodes_a_lossy_variant_within_one_grey_value_of_openjpeg(String variant) throws IOException {
        short[] ours = decode(Jpeg2000Decoder.lossy(), variant);
        short[] theirs = raw(variant);
        for (int i = 0; i < ours.length; i++) {
            assertThat(Math.abs(ours[i] - theirs[i])).isLessThanOrEqualTo(1);
        }
    }

    private static short[] decode(Decoder decoder, String variant) throws IOException {
        return decoder.decode(resource(variant + ".j2k"), GRID);
    }

    private static short[] raw(String name) throws IOException {
        short[] samples = new short[GRID.samples()];
        ByteBuffer.wrap(resource(name + ".raw"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Jpeg2000VariantsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
