package org.mammoflow.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

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

    /** What the hash must be: each field with its length in front, so that no two contents give the same bytes. */
    String contentHash() {
        MessageDigest digest = sha256();
        for (String field : fields()) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
