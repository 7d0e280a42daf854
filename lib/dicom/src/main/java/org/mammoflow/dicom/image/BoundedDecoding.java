package org.mammoflow.dicom.image;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mammoflow.dicom.image.UnreadablePixels.Reason;
import org.mammoflow.dicom.image.codec.BadCodestream;

/**
 * Runs a decoder on a thread of its own until a deadline. A decoder that is late is interrupted, which ours notice at every row or code
 * block, and left behind on its daemon thread; the caller goes on.
 */
final class BoundedDecoding {
    private BoundedDecoding() {}

    static short[] within(Duration deadline, Callable<short[]> decoding) {
        FutureTask<short[]> task = new FutureTask<>(decoding);
        Thread worker = new Thread(task, "frame-decoder");
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new UnreadablePixels(
                    Reason.DECODER_TIMED_OUT, e, "decoding took longer than " + deadline.toMillis() + " ms");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnreadablePixels(Reason.DECODER_TIMED_OUT, e, "decoding was interrupted");
        } catch (ExecutionException e) {
            throw reason(e.getCause());
        }
    }

    /** Whatever a codestream provokes is a statement about that codestream; nothing of it may reach the caller as a surprise. */
    private static UnreadablePixels reason(Throwable cause) {
        if (cause instanceof BadCodestream bad) {
            return new UnreadablePixels(reason(bad.kind()), bad, bad.getMessage());
        }
        if (cause instanceof OutOfMemoryError) {
            return new UnreadablePixels(Reason.TOO_LARGE, cause, "memory does not suffice to decode the frame");
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
