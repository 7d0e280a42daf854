package org.mammoflow.dicom.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A codestream that was cut or changed is refused or gives some image, and nothing else happens. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BrokenCodestreamTest {
    private static final SampleGrid SIGNED = new SampleGrid(24, 33, 16, 12, true);

    static Stream<Seed> lossless() {
        return Seed.all().filter(Seed::lossless);
    }

    @ParameterizedTest
    @MethodSource("lossless")
    void restores_the_image_of_an_unbroken_codestream(Seed seed) {
        assertThat(seed.decoder().decode(seed.codestream(), Seed.GRID)).isEqualTo(Seed.original());
    }

    @ParameterizedTest
    @MethodSource("org.mammoflow.dicom.image.codec.Seed#all")
    void never_passes_a_cut_codestream_for_the_whole(Seed seed) {
        byte[] codestream = seed.codestream();
        short[] whole = seed.decoder().decode(codestream, Seed.GRID);
        for (int length = 0; length < codestream.length; length++) {
            Optional<short[]> decoded = decode(seed, Arrays.copyOf(codestream, length));
            // Only what comes after the last row may be missing.
            assertThat(decoded.isEmpty() || Arrays.equals(decoded.get(), whole))
                    .as("cut at %d", length)
                    .isTrue();
        }
        assertThat(decode(seed, Arrays.copyOf(codestream, codestream.length * 3 / 4)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.mammoflow.dicom.image.codec.Seed#all")
    void survives_every_byte_being_changed(Seed seed) {
        byte[] codestream = seed.codestream();
        for (int position = 0; position < codestream.length; position++) {
            for (int change : new int[] {0x01, 0x10, 0x80, 0xFF}) {
                byte[] changed = codestream.clone();
                changed[position] ^= (byte) change;
                decode(seed, changed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.mammoflow.dicom.image.codec.Seed#all")
    void survives_many_bytes_being_changed_inserted_and_removed(Seed seed) {
        Random random = new Random(20261123);
        for (int round = 0; round < 2000; round++) {
            byte[] changed = seed.codestream();
            for (int i = random.nextInt(8); i >= 0; i--) {
                int position = random.nextInt(changed.length);
                int length = random.nextInt(Math.min(16, changed.length - position));
                switch (random.nextInt(3)) {
                    case 0 -> changed[position] = (byte) random.nextInt();
                    case 1 -> Arrays.fill(changed, position, position + length, (byte) random.nextInt());
                    default -> System.arraycopy(changed, position, changed, 0, length);
                }
            }
            decode(seed, changed);
        }
    }

    @ParameterizedTest
    @MethodSource("org.mammoflow.dicom.image.codec.Seed#all")
    void refuses_another_size_than_the_data_set_says(Seed seed) {
        for (SampleGrid other : new SampleGrid[] {
            new SampleGrid(25, 33, 16, 12, false),
            new SampleGrid(24, 32, 16, 12, false),
            new SampleGrid(12_000, 12_000, 16, 12, false)
        }) {
            if (!seed.name().startsWith("rle") || other.rows() > 25) {
                assertThatThrownBy(() -> seed.decoder().decode(seed.codestream(), other))
                        .isInstanceOf(BadCodestream.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.mammoflow.dicom.image.codec.Seed#all")
    void refuses_another_sample_width_than_the_data_set_says(Seed seed) {
        assertThatThrownBy(() -> seed.decoder().decode(seed.codestream(), new SampleGrid(24, 33, 8, 8, false)))
                .isInstanceOfSatisfying(
                        BadCodestream.class, e -> assertThat(e.kind()).isEqualTo(BadCodestream.Kind.CONTRADICTION));
    }

    /** Of the codestreams that we decode, only JPEG 2000 says whether samples have a sign. */
    @ParameterizedTest
    @MethodSource("jpeg2000")
    void refuses_samples_with_a_sign_where_the_data_set_says_there_is_none(Seed seed) {
        byte[] signed = withSign(seed.codestream());
        assertThatThrownBy(() -> seed.decoder().decode(signed, Seed.GRID))
                .isInstanceOfSatisfying(
                        BadCodestream.class, e -> assertThat(e.kind()).isEqualTo(BadCodestream.Kind.CONTRADICTION));
        assertThat(decode(seed, signed, SIGNED)).isPresent();
    }

    /** Encoders in the field write words with a sign as if they had none; gdcm and OpenJPEG give the same words back. */
    @ParameterizedTest
    @MethodSource("jpeg2000")
    void takes_the_words_of_a_codestream_without_sign_whatever_the_data_set_says(Seed seed) {
        assertThat(seed.decoder().decode(seed.codestream(), SIGNED))
                .isEqualTo(seed.decoder().decode(seed.codestream(), Seed.GRID));
    }

    static Stream<Seed> jpeg2000() {
        return Seed.all().filter(seed -> seed.name().startsWith("jpeg2000"));
    }

    /** The highest bit of Ssiz (A.5.1). */
    private static byte[] withSign(byte[] codestream) {
        codestream[42] ^= (byte) 0x80;
        return codestream;
    }

    @ParameterizedTest
    @MethodSource("org.mammoflow.dicom.image.codec.Seed#all")
    void stops_when_its_thread_is_interrupted(Seed seed) {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> seed.decoder().decode(seed.codestream(), Seed.GRID))
                    .isInstanceOfSatisfying(
                            BadCodestream.class, e -> assertThat(e.kind()).isEqualTo(BadCodestream.Kind.STOPPED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Empty when it is refused as it should be; whatever else is thrown fails the test. */
    private static Optional<short[]> decode(Seed seed, byte[] codestream) {
        return decode(seed, codestream, Seed.GRID);
    }

    private static Optional<short[]> decode(Seed seed, byte[] codestream, SampleGrid promised) {
        try {
            return Optional.of(seed.decoder().decode(codestream, promised));
        } catch (BadCodestream e) {
            return Optional.empty();
        }
    }
}
