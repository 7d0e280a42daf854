package org.mammoflow.audit;

import java.time.Instant;
import java.util.List;
import org.mammoflow.platform.Digest;

/**
 * One row of the audit trail as a value; what it says is proven by its hash.
 *
 * @param seq counts up by one from 1: a gap is a removed row
 * @param recordedAt UTC, microseconds; the order is that of {@code seq}, never of the clock
 * @param previousHash the hash of the row before, 64 zeros for the first
 * @param hash SHA-256 over all other columns, lower-case hexadecimal
 */
public record AuditEntry(
        long seq,
        Instant recordedAt,
        String actor,
        String actorRole,
        String action,
        String objectType,
        String objectId,
        String detail,
        String source,
        String requestId,
        String previousHash,
        String hash) {

    static final String GENESIS = "0".repeat(64);

    /** The same entry with the hash that its content demands. */
    AuditEntry sealed() {
        return new AuditEntry(
                seq,
                recordedAt,
                actor,
                actorRole,
                action,
                objectType,
                objectId,
                detail,
                source,
                requestId,
                previousHash,
                contentHash());
    }

    /** What the hash must be. */
    String contentHash() {
        return Digest.ofFields(fields());
    }

    private List<String> fields() {
        return List.of(
                Long.toString(seq),
                recordedAt.toString(),
                actor,
                actorRole,
                action,
                objectType,
                objectId,
                detail,
                source,
                requestId,
                previousHash);
    }
}
