package org.mammoflow.dicom.image;

import static org.mammoflow.dicom.image.UnreadablePixels.because;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mammoflow.dicom.image.UnreadablePixels.Reason;

/**
 * The part of the Java heap that decoding and decoded frames may take, together, whoever asks for them. A header of a few bytes can
 * promise hundreds of megabytes; a server that ends when its heap does must know before it allocates them.
 *
 * <p>It is a third of the heap: 170 MiB of 512, 341 of 1024. A mammogram of 3328 × 4096 × 16 bits needs 27 MB decoded; while it is being
 * decoded, with a codestream of 10 MB, 51 MB as RLE, 37 as JPEG-LS, 54 as JPEG and 120 (115 MiB) as JPEG 2000. So with 512 MiB one JPEG
 * 2000 image is decoded at a time beside two that are being looked at, and the others wait for their turn, first come, first served.
 * What alone needs more is refused: 12,000 × 12,000 × 16 bits take 288 MB decoded, 432 from RLE and 880 from JPEG 2000.
 */
final class DecodingRoom {
    /** A third of what this JVM's heap may grow to. */
    static final DecodingRoom OF_THE_PROCESS =
            new DecodingRoom(Runtime.getRuntime().maxMemory() / 3);

    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    /** @param bytes below 2 TB */
    DecodingRoom(long bytes) {
        units = (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
        free = new Semaphore(units, true);
    }

    /**
     * Takes room for a frame, when there is.
     *
     * @throws UnreadablePixels with {@link Reason#TOO_LARGE} when there never will be
     * @throws NoRoomToDecode when there was none in time, or the thread was interrupted
     */
    Share take(long bytes, Duration patience) {
        if (unitsOf(bytes) > units) {
            throw because(
                    Reason.TOO_LARGE,
                    "decoding takes up to %d MiB, a third of the Java heap is %d MiB",
                    bytes >> 20,
                    (long) units * UNIT >> 20);
        }
        int wanted = (int) unitsOf(bytes);
        try {
            if (!free.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NoRoomToDecode(bytes, patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoRoomToDecode(bytes, patience);
        }
        return new Share(wanted);
    }

    boolean isWaitedFor() {
        return free.hasQueuedThreads();
    }

    long freeBytes() {
        return (long) free.availablePermits() * UNIT;
    }

    private static long unitsOf(long bytes) {
        return (bytes + UNIT - 1) / UNIT;
    }

    /** Taken room, given back once, however often it is closed. */
    final class Share implements AutoCloseable {
        private final AtomicInteger held;

        private Share(int units) {
            held = new AtomicInteger(units);
        }

        /** Gives back all but so much. */
        void shrinkTo(long bytes) {
            int kept = (int) Math.min(unitsOf(bytes), Integer.MAX_VALUE);
            int before = held.getAndUpdate(now -> Math.min(now, kept));
            free.release(Math.max(0, before - kept));
        }

        @Override
        public void close() {
            shrinkTo(0);
        }
    }
}
