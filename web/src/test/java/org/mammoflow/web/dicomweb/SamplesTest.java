package org.mammoflow.web.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.image.Frame;
import org.mammoflow.dicom.image.HeldFrame;

class SamplesTest {

    @Test
    void each_sample_is_two_bytes_the_lower_first() throws IOException {
        assertThat(written(new short[] {0x0102, (short) 0xFFFE}, 16))
                .containsExactly((byte) 2, (byte) 1, (byte) 0xFE, (byte) 0xFF);
    }

    @Test
    void what_was_allocated_in_eight_bits_stays_one_byte() throws IOException {
        assertThat(written(new short[] {1, 200}, 8)).containsExactly((byte) 1, (byte) 200);
    }

    @Test
    void a_frame_longer_than_a_chunk_is_written_whole() throws IOException {
        short[] ramp = new short[200_000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (short) i;
        }
        ShortBuffer back = ByteBuffer.wrap(written(ramp, 16))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        assertThat(back).isEqualTo(ShortBuffer.wrap(ramp));
    }

    private static byte[] written(short[] samples, int bitsAllocated) throws IOException {
        Samples written = new Samples(
                HeldFrame.of(new Frame(1, samples.length, ShortBuffer.wrap(samples), 16, false)), bitsAllocated);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        written.write(out);
        assertThat(written.length()).isEqualTo(out.size());
        return out.toByteArray();
    }
}
