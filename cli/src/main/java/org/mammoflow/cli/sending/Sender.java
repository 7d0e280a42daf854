package org.mammoflow.cli.sending;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.mammoflow.cli.CannotContinue;
import org.mammoflow.cli.Progress;
import org.mammoflow.dicom.net.storage.DataSetSource;
import org.mammoflow.dicom.net.storage.ScuConfig;
import org.mammoflow.dicom.net.storage.StorageScu;
import org.mammoflow.dicom.net.storage.StoreItem;
import org.mammoflow.dicom.net.storage.StoreResponse;
import org.mammoflow.dicom.net.upper.AssociationRejectedException;

/** Sends objects to one destination and counts what was stored. Safe for several threads. */
public final class Sender implements AutoCloseable {
    private final Destination destination;
    private final StorageScu scu;
    private final Progress progress;
    private final AtomicInteger stored = new AtomicInteger();

    /**
     * Opens the first association.
     *
     * @param transferSyntaxes what will be sent: SOP classes with their transfer syntaxes
     * @param associations how many to use at a time
     * @throws CannotContinue when the destination cannot be reached or refuses us
     */
    public Sender(
            Destination destination, Map<String, List<String>> transferSyntaxes, int associations, Progress progress) {
        this.destination = destination;
        this.progress = progress;
        ScuConfig config = ScuConfig.of(destination.peer(), transferSyntaxes).withAssociations(associations);
        scu = connected(destination, config);
    }

    static StorageScu connected(Destination destination, ScuConfig config) {
        try {
            return StorageScu.connect(config);
        } catch (AssociationRejectedException e) {
            throw new CannotContinue(
                    destination + " refuses the association: " + e.getMessage()
                            + ". Check --called-ae, and whether an administrator has to add our --calling-ae.",
                    e);
        } catch (IOException e) {
            throw new CannotContinue(
                    "Nobody answers as " + destination + ": " + e.getMessage()
                            + ". Is the server running (./mammoflow status)? Otherwise name --host and --port.",
                    e);
        }
    }

    /**
     * Sends one object.
     *
     * @param name of the object for messages; never a patient's
     */
    public void send(String name, StoreItem item, DataSetSource source) {
        try {
            StoreResponse response = scu.store(item, source);
            if (Refusal.isStored(response)) {
                stored.incrementAndGet();
            } else {
                progress.say(name + " was not stored, " + new Refusal(response).explained());
            }
        } catch (IOException e) {
            progress.say(name + " was not acknowledged by " + destination + ": " + e.getMessage()
                    + ". It may have arrived or not; send it again.");
        }
        progress.step();
    }

    /** How many objects the peer has acknowledged. */
    public int stored() {
        return stored.get();
    }

    @Override
    public void close() {
        scu.close();
    }
}
