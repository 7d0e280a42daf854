package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.DimseRSP;
import org.dcm4che3.net.InputStreamDataWriter;
import org.dcm4che3.net.NoPresentationContextException;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.dimse.Response;
import org.mammoflow.dicom.net.storage.DataSetSource;
import org.mammoflow.dicom.net.storage.ScuConfig;
import org.mammoflow.dicom.net.storage.StorageClient;
import org.mammoflow.dicom.net.storage.StoreItem;
import org.mammoflow.dicom.net.storage.StoreResponse;

/** A storage SCU with a pool of associations to one peer, on dcm4che-net. */
final class Dcm4cheScu implements StorageClient {

    private final ScuConfig config;
    private final Caller caller;
    private final Semaphore places;
    private final Deque<Association> unused = new ArrayDeque<>();

    private Dcm4cheScu(ScuConfig config) {
        this.config = config;
        this.caller = new Caller(config.peer());
        this.places = new Semaphore(config.associations());
        caller.answersWithin(config.response());
    }

    static Dcm4cheScu connect(ScuConfig config) throws IOException {
        Dcm4cheScu scu = new Dcm4cheScu(config);
        try {
            scu.unused.push(scu.open());
            return scu;
        } catch (IOException e) {
            scu.close();
            throw e;
        }
    }

    /** One request with its response. */
    @FunctionalInterface
    private interface Exchange<R> {
        R on(Association association) throws IOException, InterruptedException;
    }

    @Override
    public Response echo() throws IOException {
        return with(association -> {
            Attributes answer = answer(association.cecho());
            return new Response(
                    answer.getInt(Tag.CommandField, 0),
                    answer.getInt(Tag.MessageIDBeingRespondedTo, 0),
                    answer.getInt(Tag.Status, -1),
                    answer.getString(Tag.ErrorComment, ""),
                    false);
        });
    }

    @Override
    public StoreResponse store(StoreItem item, DataSetSource source) throws IOException {
        return with(association -> {
            try (ReadableByteChannel dataSet = source.open()) {
                Attributes answer = answer(association.cstore(
                        item.sopClassUid(),
                        item.sopInstanceUid(),
                        0,
                        new InputStreamDataWriter(Channels.newInputStream(dataSet)),
                        item.transferSyntaxUid()));
                return new StoreResponse(answer.getInt(Tag.Status, -1), answer.getString(Tag.ErrorComment, ""));
            } catch (NoPresentationContextException e) {
                return new StoreResponse(
                        StoreResponse.SOP_CLASS_NOT_SUPPORTED, "the peer has accepted no such presentation context");
            }
        });
    }

    private static Attributes answer(DimseRSP response) throws IOException, InterruptedException {
        response.next();
        return response.getCommand();
    }

    private <R> R with(Exchange<R> exchange) throws IOException {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            throw Caller.interrupted();
        }
        try {
            Optional<Association> reused = takeUnused();
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

    private <R> R using(Association association, Exchange<R> exchange) throws IOException {
        boolean done = false;
        try {
            R result = exchange.on(association);
            done = true;
            return result;
        } catch (InterruptedException e) {
            throw Caller.interrupted();
        } finally {
            if (done) {
                giveBack(association);
            } else {
                association.abort();
            }
        }
    }

    private Association open() throws IOException {
        Map<String, List<List<String>>> proposed = new LinkedHashMap<>();
        proposed.put(Uid.VERIFICATION, List.of(List.of(Uid.IMPLICIT_VR_LITTLE_ENDIAN)));
        config.transferSyntaxes()
                .forEach((sopClass, syntaxes) ->
                        proposed.put(sopClass, syntaxes.stream().map(List::of).toList()));
        return caller.connect(caller.request(proposed));
    }

    private Optional<Association> takeUnused() {
        synchronized (unused) {
            Association association = unused.poll();
            while (association != null && !association.isReadyForDataTransfer()) {
                association = unused.poll();
            }
            return Optional.ofNullable(association);
        }
    }

    private void giveBack(Association association) {
        synchronized (unused) {
            unused.push(association);
        }
    }

    @Override
    public void close() {
        synchronized (unused) {
            unused.forEach(Caller::release);
            unused.clear();
        }
        caller.close();
    }
}
