package org.mammoflow.audit;

import java.util.Iterator;

/** Walks a chain from its first row to its head; needs no database, so an export can be verified too. */
public final class ChainVerification {

    private long seq;
    private String hash = AuditEntry.GENESIS;

    private ChainVerification() {}

    /**
     * @param entries in the order of {@code seq}
     * @param headSeq the number of the last row, kept apart from the rows
     * @param headHash the hash of the last row, kept apart from the rows
     */
    public static ChainVerdict verify(Iterator<AuditEntry> entries, long headSeq, String headHash) {
        return new ChainVerification().walk(entries, headSeq, headHash);
    }

    private ChainVerdict walk(Iterator<AuditEntry> entries, long headSeq, String headHash) {
        while (entries.hasNext()) {
            AuditEntry entry = entries.next();
            String fault = fault(entry);
            if (!fault.isEmpty()) {
                return new ChainVerdict.Broken(seq + 1, fault);
            }
            seq = entry.seq();
            hash = entry.hash();
        }
        return verdictAtEnd(headSeq, headHash);
    }

    private String fault(AuditEntry entry) {
        if (entry.seq() != seq + 1) {
            return "row missing or inserted: expected number " + (seq + 1) + ", found " + entry.seq();
        }
        if (!entry.previousHash().equals(hash)) {
            return "does not follow the row before it";
        }
        return entry.contentHash().equals(entry.hash()) ? "" : "content differs from its hash";
    }

    private ChainVerdict verdictAtEnd(long headSeq, String headHash) {
        if (seq != headSeq) {
            return new ChainVerdict.Broken(
                    Math.min(seq, headSeq) + 1, "chain ends at " + seq + ", its head says " + headSeq);
        }
        if (!hash.equals(headHash)) {
            return new ChainVerdict.Broken(seq, "head carries another hash than the last row");
        }
        return new ChainVerdict.Intact(seq, hash);
    }
}
