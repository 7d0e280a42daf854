package org.mammoflow.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/** One file in the making, or made and not fetched yet. */
public final class ExportJob {

    private final String owner;
    private final ExportOrder order;
    private final ExportProgress progress = new ExportProgress();
    private ExportState ended;
    private ReportFile file;
    private Instant endedAt;

    ExportJob(String owner, ExportOrder order) {
        this.owner = owner;
        this.order = order;
    }

    ExportOrder order() {
        return order;
    }

    ExportProgress progress() {
        return progress;
    }

    boolean belongsTo(String name) {
        return owner.equals(name);
    }

    synchronized ExportState state() {
        return ended == null ? new ExportState.Running(progress.rows(), progress.expected()) : ended;
    }

    synchronized boolean isRunning() {
        return ended == null;
    }

    /** Whether it ended before that moment. */
    synchronized boolean endedBefore(Instant moment) {
        return endedAt != null && endedAt.isBefore(moment);
    }

    synchronized void end(ExportState state, Instant now) {
        ended = state;
        endedAt = now;
    }

    /** The file came to be; if nobody wants it any more it goes at once. */
    synchronized void ready(ReportFile made, Instant now) {
        file = made;
        end(new ExportState.Ready(made.name(), made.seal()), now);
        if (progress.isCancelled()) {
            discard(now);
        }
    }

    /** Stops the making; a file that is made already goes. */
    synchronized void cancel(Instant now) {
        progress.cancel();
        if (file != null) {
            discard(now);
        }
    }

    /** Hands the file out, once. */
    synchronized Optional<ReportFile> take() {
        Optional<ReportFile> taken = Optional.ofNullable(file);
        file = null;
        return taken;
    }

    private void discard(Instant now) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException("a cancelled report was not removed", e);
        }
        file = null;
        end(new ExportState.Cancelled(progress.rows()), now);
    }
}
