package org.mammoflow.instance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.file.FileMeta;
import org.mammoflow.dicom.net.storage.disk.DigestingCopy;
import org.mammoflow.instance.StoreOutcome.Refusal;
import org.mammoflow.instance.StoreOutcome.Refused;

/** Stores one object: the front door for {@code intake}. When it returns "stored", a power failure loses nothing. */
@ApplicationScoped
public class Storing {

    @Resource
    ManagedThreadFactory threads;

    private DigestingCopy copy;
    private ObjectStore store;
    private GroupCommit commits;
    private InstanceSettings settings;

    protected Storing() {}

    @Inject
    Storing(ObjectStore store, GroupCommit commits, InstanceSettings settings) {
        this.store = store;
        this.commits = commits;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        // While a processor is free, another thread hashes what this one receives.
        copy = new DigestingCopy(Runtime.getRuntime().availableProcessors() - 1, threads);
    }

    @PreDestroy
    void stop() {
        copy.close();
    }

    /**
     * @param dataSet the encoded data set without file meta information
     * @throws IOException when the association breaks meanwhile; nothing is left behind
     */
    public StoreOutcome store(ReceivedObject received, ReadableByteChannel dataSet) throws IOException {
        if (store.usableBytes() < settings.watermarkBytes()) {
            return new Refused(Refusal.OUT_OF_RESOURCES, "disk below its watermark, try again later");
        }
        SourceWatch source = new SourceWatch(dataSet);
        byte[] meta = FileMeta.of(received.sopClassUid(), received.sopInstanceUid(), received.transferSyntaxUid())
                .bytes();
        try (Arrival arrival = Arrival.of(store.newIncoming(), meta, source, copy)) {
            return register(received, arrival);
        } catch (IOException e) {
            if (source.broken()) {
                throw e;
            }
            return new Refused(Refusal.OUT_OF_RESOURCES, "object store not writable, try again later");
        }
    }

    private StoreOutcome register(ReceivedObject received, Arrival arrival) throws IOException {
        InstanceHeader header;
        try {
            header = InstanceHeader.of(
                    DicomFile.read(arrival.part(), ReaderLimits.STANDARD).dataSet());
        } catch (DicomFormatException e) {
            return new Refused(Refusal.CANNOT_UNDERSTAND, e.getMessage());
        }
        Optional<Refused> contradiction = contradiction(received, header);
        if (contradiction.isPresent()) {
            return contradiction.get();
        }
        store.settle(arrival);
        return commit(new SealedObject(received, header, arrival.part(), arrival.sha256(), arrival.size()));
    }

    private StoreOutcome commit(SealedObject object) {
        try {
            return commits.register(object);
        } catch (CompletionException e) {
            // The sender keeps its copy and comes again; a file that was placed already is found again by its digest.
            System.getLogger("org.mammoflow.instance")
                    .log(
                            System.Logger.Level.ERROR,
                            "assoc=%d sop=%s not committed, answered out of resources"
                                    .formatted(
                                            object.received().association(),
                                            object.received().sopInstanceUid()),
                            e.getCause());
            return new Refused(Refusal.OUT_OF_RESOURCES, "database not available, try again later");
        }
    }

    private static Optional<Refused> contradiction(ReceivedObject received, InstanceHeader header) {
        if (!Uids.isTolerable(header.studyInstanceUid()) || !Uids.isTolerable(header.seriesInstanceUid())) {
            return mismatch("(0020,000D) or (0020,000E) missing or no UID: an image needs study and series");
        }
        if (!header.sopInstanceUid().equals(received.sopInstanceUid())) {
            return mismatch("(0008,0018) SOP Instance UID differs from the command's");
        }
        if (!header.sopClassUid().equals(received.sopClassUid())) {
            return mismatch("(0008,0016) SOP Class UID differs from the command's");
        }
        return Optional.empty();
    }

    private static Optional<Refused> mismatch(String comment) {
        return Optional.of(new Refused(Refusal.DOES_NOT_MATCH_COMMAND, comment));
    }
}
