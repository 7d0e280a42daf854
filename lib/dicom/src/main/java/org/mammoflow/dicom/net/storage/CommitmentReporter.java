package org.mammoflow.dicom.net.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.upper.ProposedContext;
import org.mammoflow.dicom.net.upper.Requestor;
import org.mammoflow.dicom.net.upper.RoleSelection;

/** Delivers reports on associations of its own, in the role of the SCP, and tries again when that fails. */
final class CommitmentReporter implements AutoCloseable {

    private static final List<ProposedContext> CONTEXTS =
            List.of(new ProposedContext(1, Uid.STORAGE_COMMITMENT_PUSH_MODEL, MammographyStorage.UNCOMPRESSED));

    /** We call, and yet we are the SCP (PS3.4 J.3.3). */
    private static final List<RoleSelection> ROLES =
            List.of(new RoleSelection(Uid.STORAGE_COMMITMENT_PUSH_MODEL, false, true));

    private final CommitmentConfig config;
    private final CommitmentHandler handler;
    private final ScheduledExecutorService attempts;
    private final Requestor requestor;

    CommitmentReporter(CommitmentConfig config, CommitmentHandler handler, ThreadFactory threads) {
        this.config = config;
        this.handler = handler;
        this.attempts = Executors.newSingleThreadScheduledExecutor(threads);
        this.requestor = new Requestor(threads);
    }

    Optional<Peer> requesterOf(CommitmentRequest request) {
        return config.requester().apply(request.association());
    }

    /** Delivers soon; returns at once. */
    void deliver(CommitmentReport report, Peer peer) {
        attempt(report, peer, 0, Duration.ZERO);
    }

    void undelivered(CommitmentReport report, String reason) {
        handler.undelivered(report.request(), reason);
    }

    private void attempt(CommitmentReport report, Peer peer, int number, Duration wait) {
        try {
            attempts.schedule(() -> tryOnce(report, peer, number), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            undelivered(report, "shutting down");
        }
    }

    private void tryOnce(CommitmentReport report, Peer peer, int number) {
        try {
            send(report, peer);
        } catch (IOException e) {
            if (number < config.retries().size()) {
                attempt(report, peer, number + 1, config.retries().get(number));
            } else {
                undelivered(report, e.getMessage());
            }
        }
    }

    private void send(CommitmentReport report, Peer peer) throws IOException {
        ScuAssociation association = new ScuAssociation(
                requestor.connect(peer.request(CONTEXTS, ROLES)),
                peer.deadlines().request());
        try {
            Response response = association.report(report);
            if (response.status() != 0) {
                throw new IOException(String.format("the requester answered status 0x%04X", response.status()));
            }
        } finally {
            association.release();
        }
    }

    static java.nio.channels.ReadableByteChannel channel(byte[] bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes));
    }

    @Override
    public void close() {
        attempts.shutdownNow();
        requestor.close();
    }
}
