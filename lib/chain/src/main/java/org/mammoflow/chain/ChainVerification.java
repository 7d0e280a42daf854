package org.mammoflow.chain;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.mammoflow.chain.ChainVerdict.Broken;

/**
 * Walks a chain from its first row to its head, past every signed head on the way. Forging a row unnoticed takes new
 * hashes for all rows after it; a signed head among them says otherwise.
 */
public final class ChainVerification {

    private final TrustedKeys keys;
    private final Deque<SignedHead> heads = new ArrayDeque<>();
    private Optional<SignedHead> lastSigned = Optional.empty();
    private long seq;
    private String hash = AuditEntry.GENESIS;

    private ChainVerification(List<SignedHead> heads, TrustedKeys keys) {
        this.keys = keys;
        heads.stream().sorted(Comparator.comparingLong(SignedHead::seq)).forEach(this.heads::add);
    }

    /**
     * @param entries in the order of {@code seq}
     * @param headSeq the number of the last row, kept apart from the rows
     * @param headHash the hash of the last row, kept apart from the rows
     * @param heads all signed heads, in any order
     * @param keys whose signatures count
     */
    public static ChainVerdict verify(
            Iterator<AuditEntry> entries, long headSeq, String headHash, List<SignedHead> heads, TrustedKeys keys) {
        return new ChainVerification(heads, keys).walk(entries, headSeq, headHash);
    }

    private ChainVerdict walk(Iterator<AuditEntry> entries, long headSeq, String headHash) {
        while (entries.hasNext()) {
            Optional<Broken> broken = take(entries.next());
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return verdictAtEnd(headSeq, headHash);
    }

    private Optional<Broken> take(AuditEntry entry) {
        String fault = fault(entry);
        if (!fault.isEmpty()) {
            return Optional.of(new Broken(seq + 1, fault));
        }
        seq = entry.seq();
        hash = entry.hash();
        return passHeads();
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

    private Optional<Broken> passHeads() {
        while (!heads.isEmpty() && heads.element().seq() <= seq) {
            SignedHead head = heads.remove();
            String fault = fault(head);
            if (!fault.isEmpty()) {
                return Optional.of(new Broken(seq, fault));
            }
            lastSigned = Optional.of(head);
        }
        return Optional.empty();
    }

    private String fault(SignedHead head) {
        String fault = keys.fault(head);
        return fault.isEmpty() && !(head.seq() == seq && head.hash().equals(hash))
                ? "another row " + head.seq() + " was signed at " + head.signedAt()
                        + ": rows were rewritten after the head signed at row "
                        + lastSigned.map(SignedHead::seq).orElse(0L)
                : fault;
    }

    private ChainVerdict verdictAtEnd(long headSeq, String headHash) {
        if (!heads.isEmpty()) {
            SignedHead beyond = heads.remove();
            return new Broken(
                    seq + 1,
                    "chain ends at " + seq + ", the head signed at " + beyond.signedAt() + " covers " + beyond.seq());
        }
        if (seq != headSeq) {
            return new Broken(Math.min(seq, headSeq) + 1, "chain ends at " + seq + ", its head says " + headSeq);
        }
        return hash.equals(headHash)
                ? new ChainVerdict.Intact(seq, hash, lastSigned)
                : new Broken(seq, "head carries another hash than the last row");
    }
}
