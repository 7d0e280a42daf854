package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.upper.AcceptedContext;
import org.mammoflow.dicom.net.upper.Requestor;

/**
 * A storage SCU with a pool of associations to one peer (PS3.4 Annex B). Any number of threads may use it; one that
 * finds all associations at work waits.
 */
public final class StorageScu implements StorageClient {

    private final ScuConfig config;
    private final Requestor requestor;
    private final Semaphore places;
    private final Deque<ScuAssociation> unused = new ArrayDeque<>();

    private StorageScu(ScuConfig config) {
        this.config = config;
        this.requestor = new Requestor(config.threads());
        this.places = new Semaphore(config.associations());
    }

    /** Opens the first association, so that a peer that cannot be reached is known at once. */
    public static StorageScu connect(ScuConfig config) throws IOException {
        StorageScu scu = new StorageScu(config);
        try {
            scu.unused.push(scu.open());
            return scu;
        } catch (IOException e) {
            scu.close();
            throw e;
        }
    }

    @Override
    public Response echo() throws IOException {
        return with(ScuAssociation::echo);
    }

    @Override
    public StoreResponse store(StoreItem item, DataSetSource source) throws IOException {
        return with(association -> {
            try (ReadableByteChannel dataSet = source.open()) {
                return store(association, item, dataSet);
            }
        });
    }

    /** As {@link #store(StoreItem, DataSetSource)}, from a channel that can be read only once. */
    public StoreResponse store(StoreItem item, ReadableByteChannel dataSet) throws IOException {
        enter();
        try {
            Optional<ScuAssociation> reused = takeUnused();
            ScuAssociation association = reused.isPresent() ? reused.get() : open();
            return using(association, open -> store(open, item, dataSet));
        } finally {
            places.release();
        }
    }

    /** Stores the data set that fills a file: one without file meta information. */
    public StoreResponse store(StoreItem item, Path dataSet) throws IOException {
        return store(item, DataSetSource.of(dataSet, 0));
    }

    private static StoreResponse store(ScuAssociation association, StoreItem item, ReadableByteChannel dataSet)
            throws IOException {
        Optional<AcceptedContext> context = association.context(item.sopClassUid(), item.transferSyntaxUid());
        if (context.isEmpty()) {
            return new StoreResponse(
                    StoreResponse.SOP_CLASS_NOT_SUPPORTED, "the peer has accepted no such presentation context");
        }
        return association.store(item, context.get(), dataSet);
    }

    private <R> R with(Exchange<R> exchange) throws IOException {
        enter();
        try {
            Optional<ScuAssociation> reused = takeUnused();
            if (reused.isPresent()) {
                try {
                    return using(reused.get(), exchange);
                } catch (IOException gone) {
                    // The peer may have closed it while nobody used it; all our requests may be repeated.
                }
            }
            return using(open(), exchange);
        } finally {
            places.release();
        }
    }

    private <R> R using(ScuAssociation association, Exchange<R> exchange) throws IOException {
        boolean done = false;
        try {
            R result = exchange.on(association);
            done = true;
            return result;
        } finally {
            if (done) {
                giveBack(association);
            } else {
                association.abort("exchange failed");
            }
        }
    }

    private void enter() throws InterruptedIOException {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an association");
        }
    }

    private ScuAssociation open() throws IOException {
        return new ScuAssociation(
                requestor.connect(config.peer().request(config.contexts(), List.of())), config.response());
    }

    private Optional<ScuAssociation> takeUnused() {
        while (true) {
            ScuAssociation association;
            synchronized (unused) {
                association = unused.poll();
            }
            if (association == null || association.usable(config.rest())) {
                return Optional.ofNullable(association);
            }
            association.release();
        }
    }

    private void giveBack(ScuAssociation association) {
        synchronized (unused) {
            unused.push(association);
        }
    }

    @Override
    public void close() {
        synchronized (unused) {
            unused.forEach(ScuAssociation::release);
            unused.clear();
        }
        requestor.close();
    }

    /** One request with its response. */
    @FunctionalInterface
    private interface Exchange<R> {
        R on(ScuAssociation association) throws IOException;
    }
}
