package org.mammoflow.dicom.image;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.mammoflow.dicom.image.UnreadablePixels.Reason;
import org.mammoflow.dicom.image.codec.BadCodestream;

/**
 * Runs a decoder on a thread of its own until a deadline. A decoder that is late is interrupted, which ours notice at every row or code
 * block, and left behind on its daemon thread; the caller goes on. Its share of the memory it keeps until it ends.
 */
final class BoundedDecoding {
    private BoundedDecoding() {}

    /**
     * What the decoding gives; then the share is the caller's to close.
     *
     * @throws UnreadablePixels when it gives nothing; then the share is closed, or will be when the decoder ends
     */
    static short[] within(Duration deadline, DecodingRoom.Share share, Callable<short[]> decoding) {
        FutureTask<short[]> task = new FutureTask<>(decoding);
        Thread worker = new Thread(() -> run(task, share), "frame-decoder");
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            giveUp(task, share);
            throw new UnreadablePixels(
                    Reason.DECODER_TIMED_OUT, e, "decoding took longer than " + deadline.toMillis() + " ms");
        } catch (InterruptedException e) {
            giveUp(task, share);
            Thread.currentThread().interrupt();
            throw new UnreadablePixels(Reason.DECODER_TIMED_OUT, e, "decoding was interrupted");
        } catch (ExecutionException e) {
            share.close();
            throw reason(e.getCause());
        }
    }

    private static void run(FutureTask<short[]> task, DecodingRoom.Share share) {
        task.run();
        if (task.isCancelled()) {
            share.close();
        }
    }

    /** Whoever is last closes the share: a task that was cancelled still runs, one that could not be is done. */
    private static void giveUp(FutureTask<short[]> task, DecodingRoom.Share share) {
        if (!task.cancel(true)) {
            share.close();
        }
    }

    /** What a decoder tells from a codestream's header. */
    static long stated(LongSupplier statement) {
        try {
            return statement.getAsLong();
        } catch (RuntimeException e) {
            throw reason(e);
        }
    }

    /** Whatever a codestream provokes is a statement about that codestream; nothing of it may reach the caller as a surprise. */
    private static UnreadablePixels reason(Throwable cause) {
        if (cause instanceof BadCodestream bad) {
            return new UnreadablePixels(reason(bad.kind()), bad, bad.getMessage());
        }
        return new UnreadablePixels(
                Reason.DECODER_FAILED,
                cause,
                "decoder ended in " + cause.getClass().getSimpleName());
    }

    private static Reason reason(BadCodestream.Kind kind) {
        return switch (kind) {
            case CONTRADICTION -> Reason.CODESTREAM_CONTRADICTS_HEADER;
            case UNSUPPORTED -> Reason.UNSUPPORTED_TRANSFER_SYNTAX;
            case BROKEN -> Reason.DECODER_FAILED;
            case STOPPED -> Reason.DECODER_TIMED_OUT;
        };
    }
}
