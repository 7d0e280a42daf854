package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** What a storage SCP does with the objects that it receives; the application's side of the contract (PS3.4 Annex B). */
@FunctionalInterface
public interface StorageHandler {

    /**
     * Called once for every C-STORE-RQ, on the thread of its association; the C-STORE-RSP goes out when it returns.
     *
     * @param request what the command set and the presentation context said
     * @param dataSet the encoded data set in the request's transfer syntax, without file meta information, as it
     *     arrives; ends with the last fragment. What the handler leaves unread is drained afterwards.
     * @return the status of the response; Success only when the object may be deleted by its sender
     * @throws IOException when the association broke while the data set was arriving: no response is possible and
     *     the handler must leave nothing behind. Any other exception is answered with 0x0110 (processing failure).
     */
    StoreResponse store(StoreRequest request, ReadableByteChannel dataSet) throws IOException;
}
