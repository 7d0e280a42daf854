package org.mammoflow.review;

import java.time.Instant;
import java.util.Optional;

/**
 * One statement about a study. Its id is its place in the sequence of all.
 *
 * @param round 1 first reading, 2 second reading, 3 arbitration
 * @param code the assessment's category, the recall's reason, the signature's meaning; else empty
 * @param aiShown whether the reader could see the network's opinion when this was stated
 * @param finalAt of a signature: until when it can be taken back
 * @param recordDigest SHA-256 over the statement; of a signature, over everything that it signs
 * @param withdrawn whether a later statement took it back
 */
public record EntryView(
        long id,
        String studyInstanceUid,
        int round,
        EntryKind kind,
        Optional<Long> instanceId,
        String code,
        String comment,
        Optional<PixelMark> mark,
        Optional<Long> withdraws,
        boolean aiShown,
        String reader,
        Optional<Instant> finalAt,
        String recordDigest,
        Instant recordedAt,
        boolean withdrawn) {

    /** Whether it is of this kind and was not taken back. */
    public boolean stands(EntryKind wanted) {
        return kind == wanted && !withdrawn;
    }
}
