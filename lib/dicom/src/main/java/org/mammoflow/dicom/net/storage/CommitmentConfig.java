package org.mammoflow.dicom.net.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mammoflow.dicom.net.upper.AssociationInfo;

/**
 * How a Storage Commitment Push Model SCP reports.
 *
 * @param requester where to call the one who asked, if that is known: the report then goes on an association of its
 *     own; otherwise it goes on the association of the request
 * @param retries the waits before each further attempt to call
 */
public record CommitmentConfig(Function<AssociationInfo, Optional<Peer>> requester, List<Duration> retries) {

    public CommitmentConfig {
        retries = List.copyOf(retries);
    }

    /** Four attempts within an hour. */
    public static CommitmentConfig of(Function<AssociationInfo, Optional<Peer>> requester) {
        return new CommitmentConfig(
                requester, List.of(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(50)));
    }
}
