package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import org.mammoflow.dicom.net.dimse.Response;

/** A storage SCU with associations to one peer. */
public interface StorageClient extends AutoCloseable {

    /** Sends C-ECHO. */
    Response echo() throws IOException;

    /**
     * Stores an object and waits for the answer. An association that turns out to be gone is replaced once.
     *
     * @return the peer's answer, or 0x0122 when it has not accepted this SOP class in this transfer syntax
     * @throws IOException when no answer came: the peer may have the object or not
     */
    StoreResponse store(StoreItem item, DataSetSource source) throws IOException;

    /** Releases the associations; to be called when no exchange is under way. */
    @Override
    void close();
}
