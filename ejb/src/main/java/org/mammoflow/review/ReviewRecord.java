package org.mammoflow.review;

import java.time.Instant;
import java.util.List;
import org.mammoflow.platform.Digest;

/**
 * The content of one review, and the digest that a signature binds to.
 *
 * @param tensorDigest what the network saw when it made the finding: so the review is bound to that very image
 * @param signed whether the password was given again for it
 */
record ReviewRecord(
        long findingId,
        String tensorDigest,
        int revision,
        int round,
        Opinion opinion,
        String reader,
        boolean signed,
        Instant reviewedAt) {

    /** Over all fields. */
    String digest() {
        return Digest.ofFields(fields());
    }

    private List<String> fields() {
        return List.of(
                Long.toString(findingId),
                tensorDigest,
                Integer.toString(revision),
                Integer.toString(round),
                opinion.verdict().name(),
                opinion.reason(),
                opinion.comment(),
                reader,
                Boolean.toString(signed),
                reviewedAt.toString());
    }
}
