package org.mammoflow.dicom.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two copies of a scan behind each other, with a restart marker between them, are two copies of the image. */
class RestartIntervalTest {
    private static final SampleGrid TWICE = new SampleGrid(2 * Seed.GRID.rows(), Seed.GRID.columns(), 16, 12, false);

    static Stream<Seed> jpegs() {
        return Seed.all()
                .filter(seed -> seed.name().startsWith("jpegL") || seed.name().startsWith("jpegD"));
    }

    @ParameterizedTest
    @MethodSource("jpegs")
    void begins_anew_at_a_restart_marker(Seed seed) {
        short[] once = seed.decoder().decode(seed.codestream(), Seed.GRID);
        short[] twice = seed.decoder().decode(twice(seed, 0xD0), TWICE);
        assertThat(Arrays.copyOf(twice, once.length)).isEqualTo(once);
        assertThat(Arrays.copyOfRange(twice, once.length, twice.length)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("jpegs")
    void refuses_a_restart_marker_out_of_turn(Seed seed) {
        assertThatThrownBy(() -> seed.decoder().decode(twice(seed, 0xD3), TWICE))
                .isInstanceOf(BadCodestream.class);
    }

    private static byte[] twice(Seed seed, int restart) {
        byte[] codestream = seed.codestream();
        int frame = find(codestream, 0xC1, 0xC3, 0xF7);
        int scan = find(codestream, 0xDA, 0xDA, 0xDA);
        int scanData = scan + 2 + (codestream[scan + 2] & 0xFF) * 256 + (codestream[scan + 3] & 0xFF);
        int end = codestream.length - 1;
        while (codestream[end - 1] != (byte) 0xFF || codestream[end] != (byte) 0xD9) {
            end--;
        }
        codestream[frame + 5] = 0;
        codestream[frame + 6] = (byte) TWICE.rows();
        int interval = interval(seed);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(codestream, 0, scan);
        joined.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDD, 0, 4, (byte) (interval >> 8), (byte) interval});
        joined.write(codestream, scan, end - 1 - scan);
        joined.write(0xFF);
        joined.write(restart);
        joined.write(codestream, scanData, end + 1 - scanData);
        return joined.toByteArray();
    }

    /** Lines in JPEG-LS, samples in lossless JPEG, blocks in sequential JPEG. */
    private static int interval(Seed seed) {
        if (seed.name().startsWith("jpegLs")) {
            return Seed.GRID.rows();
        }
        return seed.lossless() ? Seed.GRID.samples() : Seed.GRID.rows() / 8 * ((Seed.GRID.columns() + 7) / 8);
    }

    private static int find(byte[] codestream, int... codes) {
        for (int i = 0; i < codestream.length - 1; i++) {
            for (int code : codes) {
                if (codestream[i] == (byte) 0xFF && codestream[i + 1] == (byte) code) {
                    return i;
                }
            }
        }
        throw new IllegalStateException("no such marker");
    }
}
