package org.mammoflow.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.dicom.image.UnreadablePixels.Reason;

/** However many images ask for it, decoding never takes more memory than there is. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DecodingRoomTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long MIB = 1 << 20;

    /** As {@code --heap 512m} runs the server: at the first OutOfMemoryError the JVM ends. */
    @Test
    void decodes_mammograms_beside_images_of_29_kilobytes_that_promise_12000_by_12000_in_half_a_gigabyte()
            throws Exception {
        Process small = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(small.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .containsExactly(
                        "TOO_LARGE",
                        "decoded 32768",
                        "TOO_LARGE",
                        "decoded 32768",
                        "TOO_LARGE",
                        "decoded 32768",
                        "TOO_LARGE",
                        "decoded 32768");
    }

    @Test
    void lets_an_image_wait_until_another_is_done_with() throws Exception {
        Attributes image = BlankJpeg2000.image(1000, 1000, 1000);
        DecodingRoom room = new DecodingRoom(24 * MIB);
        HeldFrame first = Frames.held(image, BlankJpeg2000.SYNTAX, room);
        DecodingRoom.Share others = room.take(room.freeBytes() - 20 * MIB, LONG);
        CompletableFuture<HeldFrame> second = CompletableFuture.supplyAsync(() -> held(image, room));
        while (!room.isWaitedFor()) {
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();
        first.close();
        others.close();
        try (HeldFrame held = second.join()) {
            assertThat(held.frame().value(999, 999)).isEqualTo(32768);
            assertThat(room.freeBytes()).isBetween(21 * MIB, 23 * MIB);
        }
        assertThat(room.freeBytes()).isEqualTo(24 * MIB);
    }

    @Test
    void says_of_the_server_not_of_the_image_that_there_was_no_room_in_time() {
        DecodingRoom room = new DecodingRoom(MIB);
        DecodingRoom.Share all = room.take(MIB, LONG);
        assertThatThrownBy(() -> room.take(1, Duration.ZERO)).isInstanceOf(NoRoomToDecode.class);
        all.close();
        all.close();
        assertThat(room.freeBytes()).isEqualTo(MIB);
    }

    @Test
    void takes_room_for_the_copy_of_samples_that_are_not_as_they_should_be_and_for_no_view() throws Exception {
        DecodingRoom room = new DecodingRoom(MIB);
        Attributes header = TestImage.sized(1, 2, 12).header();
        Attributes sound = header.setBytes(Tag.PixelData, Vr.OW, new byte[] {0x34, 0x02, 0x35, 0x02});
        try (HeldFrame held = Frames.held(sound, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, room)) {
            assertThat(held.frame().value(0, 0)).isEqualTo(0x234);
            assertThat(room.freeBytes()).isEqualTo(MIB);
        }
        Attributes overlaid = header.setBytes(Tag.PixelData, Vr.OW, new byte[] {0x34, (byte) 0xF2, 0x35, 0x02});
        try (HeldFrame held = Frames.held(overlaid, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, room)) {
            assertThat(held.frame().value(0, 0)).isEqualTo(0x234);
            assertThat(room.freeBytes()).isLessThan(MIB);
        }
        assertThat(room.freeBytes()).isEqualTo(MIB);
    }

    @Test
    void refuses_for_ever_what_alone_needs_more() {
        assertThatThrownBy(() -> Frames.held(
                        BlankJpeg2000.image(1000, 1000, 1000), BlankJpeg2000.SYNTAX, new DecodingRoom(6 * MIB)))
                .isInstanceOfSatisfying(
                        UnreadablePixels.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    private static HeldFrame held(Attributes image, DecodingRoom room) {
        try {
            return Frames.held(image, BlankJpeg2000.SYNTAX, room);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
