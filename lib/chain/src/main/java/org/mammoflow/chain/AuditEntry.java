package org.mammoflow.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the audit trail as a value; what it says is proven by its hash.
 *
 * @param seq counts up by one from 1: a gap is a removed row
 * @param recordedAt UTC, microseconds; the order is that of {@code seq}, never of the clock
 * @param actor the account, {@code modality:AETITLE} or {@code system}
 * @param source the actor's network address, empty for the system itself
 * @param requestId ties the rows of one request together
 * @param beforeDigest SHA-256 of what stood before the change, empty when nothing did
 * @param afterDigest SHA-256 of what stands after it, empty when the row tells of no content
 * @param previousHash the hash of the row before, {@link #GENESIS} for the first
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
        String beforeDigest,
        String afterDigest,
        String previousHash,
        String hash) {

    /** Stands before the first row. */
    public static final String GENESIS = "0".repeat(64);

    /** The same entry with the hash that its content demands. */
    public AuditEntry sealed() {
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
                beforeDigest,
                afterDigest,
                previousHash,
                contentHash());
    }

    /** What the hash must be. */
    public String contentHash() {
        return ContentHash.of(fields());
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>(List.of(
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
                previousHash));
        // Rows from before these columns existed keep the hash that they were written with.
        if (!beforeDigest.isEmpty() || !afterDigest.isEmpty()) {
            fields.add(beforeDigest);
            fields.add(afterDigest);
        }
        return fields;
    }
}
