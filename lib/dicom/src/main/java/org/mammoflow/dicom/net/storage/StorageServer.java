package org.mammoflow.dicom.net.storage;

import java.util.Optional;

/** A storage SCP that is running until it is closed. */
public interface StorageServer extends AutoCloseable {

    /** The plain port. */
    int port();

    /** The TLS port, if there is one. */
    Optional<Integer> tlsPort();

    /** The associations that are open now. */
    int associations();

    /** Stops accepting, lets running messages finish within the grace time, then aborts what is left. */
    @Override
    void close();
}
