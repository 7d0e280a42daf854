package org.mammoflow.dicom.net.upper;

import java.net.InetSocketAddress;

/** Hears what happens to associations, for audit rows, metrics and logs; must return at once and never throw. */
public interface AssociationListener {

    default void opened(AssociationInfo association) {}

    /** An A-ASSOCIATE-RQ was answered with A-ASSOCIATE-RJ; result, source, reason after PS3.8 table 9-21. */
    default void rejected(AssociationInfo caller, int result, int source, int reason) {}

    /** Ended by A-RELEASE. */
    default void released(AssociationInfo association) {}

    /** Ended in any other way; the reason names phase and cause, never a patient. */
    default void aborted(AssociationInfo association, String reason) {}

    /** A connection ended before it became an association: no TLS, no DICOM, or nothing in time. */
    default void failed(InetSocketAddress remote, boolean secure, String reason) {}

    /**
     * The TLS handshake was refused: an old version, no certificate or an unknown one, no TLS at all. Who only hung up
     * is told by {@link #failed}.
     */
    default void handshakeRefused(InetSocketAddress remote, String reason) {
        failed(remote, true, reason);
    }
}
