package org.mammoflow.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.image.UnreadablePixels.Reason;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** Whatever a decoder does, the caller gets samples or a reason, in time. */
class BoundedDecodingTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final long SHARE = 1 << 20;
    private static final DecodingRoom ROOM = new DecodingRoom(16 * SHARE);

    private static void requireReason(Duration deadline, Callable<short[]> decoding, Reason reason) {
        requireReason(deadline, ROOM.take(SHARE, LONG), decoding, reason);
    }

    private static void requireReason(
            Duration deadline, DecodingRoom.Share share, Callable<short[]> decoding, Reason reason) {
        assertThatThrownBy(() -> BoundedDecoding.within(deadline, share, decoding))
                .isInstanceOfSatisfying(
                        UnreadablePixels.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void hands_over_what_was_decoded() {
        assertThat(BoundedDecoding.within(LONG, ROOM.take(SHARE, LONG), () -> new short[] {7}))
                .containsExactly(7);
    }

    @Test
    void stops_a_decoder_that_runs_wild() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Callable<short[]> endless = () -> {
            try {
                while (true) {
                    BadCodestream.stopIfInterrupted();
                }
            } finally {
                stopped.countDown();
            }
        };
        requireReason(Duration.ofMillis(20), endless, Reason.DECODER_TIMED_OUT);
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void goes_on_without_a_decoder_that_does_not_listen() {
        CountDownLatch end = new CountDownLatch(1);
        Callable<short[]> deaf = () -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return new short[0];
        };
        try {
            requireReason(Duration.ofMillis(20), deaf, Reason.DECODER_TIMED_OUT);
        } finally {
            end.countDown();
        }
    }

    @Test
    void lets_nobody_have_the_memory_of_a_decoder_that_still_runs() throws InterruptedException {
        DecodingRoom room = new DecodingRoom(SHARE);
        CountDownLatch end = new CountDownLatch(1);
        Callable<short[]> deaf = () -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return new short[0];
        };
        assertThatThrownBy(() -> BoundedDecoding.within(Duration.ofMillis(20), room.take(SHARE, LONG), deaf))
                .isInstanceOf(UnreadablePixels.class);
        assertThat(room.freeBytes()).isZero();
        end.countDown();
        room.take(SHARE, LONG).close();
    }

    @Test
    void gives_the_memory_of_a_decoder_that_failed_back() {
        DecodingRoom room = new DecodingRoom(SHARE);
        Callable<short[]> failing = () -> {
            throw BadCodestream.broken("rule");
        };
        assertThatThrownBy(() -> BoundedDecoding.within(LONG, room.take(SHARE, LONG), failing))
                .isInstanceOf(UnreadablePixels.class);
        assertThat(room.freeBytes()).isEqualTo(SHARE);
    }

    @Test
    void turns_every_failure_of_a_decoder_into_a_reason() {
        requireReason(
                LONG,
                () -> {
                    throw new ArrayIndexOutOfBoundsException(7);
                },
                Reason.DECODER_FAILED);
        requireReason(
                LONG,
                () -> {
                    throw new StackOverflowError();
                },
                Reason.DECODER_FAILED);
        requireReason(
                LONG,
                () -> {
                    throw BadCodestream.unsupported("rule");
                },
                Reason.UNSUPPORTED_TRANSFER_SYNTAX);
    }

    @Test
    void stops_when_its_caller_is_interrupted() {
        DecodingRoom.Share share = ROOM.take(SHARE, LONG);
        Thread.currentThread().interrupt();
        try {
            requireReason(LONG, share, BoundedDecodingTest::decodeUntilInterrupted, Reason.DECODER_TIMED_OUT);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** One that were done at once could win against the interrupt. */
    private static short[] decodeUntilInterrupted() throws InterruptedException {
        new CountDownLatch(1).await();
        return new short[0];
    }
}
