package org.mammoflow.dicom.net.upper;

import java.time.Duration;

/**
 * How long a peer may keep us waiting.
 *
 * @param artim from the transport connection to the first PDU
 * @param request for a whole A-ASSOCIATE-RQ from the connection on, and for a whole command set from its first byte on
 * @param idle between two messages
 * @param progress for each {@link #PROGRESS_BYTES} of a data set, or for its rest; only the time that we wait counts
 * @param closing for the peer to close the transport connection after the last PDU
 */
public record Deadlines(Duration artim, Duration request, Duration idle, Duration progress, Duration closing) {

    /** What must arrive within one {@code progress}. */
    public static final int PROGRESS_BYTES = 64 * 1024;

    public static final Deadlines DEFAULT = new Deadlines(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMillis(800));
}
