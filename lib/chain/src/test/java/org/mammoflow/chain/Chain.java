package org.mammoflow.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A chain of some rows with a head that was signed half-way and one at its end. */
record Chain(List<AuditEntry> rows, List<SignedHead> heads, SigningKey key) {

    static Chain of(int length, Path keyFolder) throws IOException {
        SigningKey key = SigningKey.make(keyFolder);
        List<AuditEntry> rows = rows(length, "actor");
        return new Chain(rows, List.of(signed(key, rows, length / 2), signed(key, rows, length)), key);
    }

    static List<AuditEntry> rows(int length, String actor) {
        List<AuditEntry> rows = new ArrayList<>();
        String previous = AuditEntry.GENESIS;
        for (int seq = 1; seq <= length; seq++) {
            AuditEntry row = row(seq, actor, "detail, with \"quotes\" and ü " + seq, previous);
            rows.add(row);
            previous = row.hash();
        }
        return rows;
    }

    static AuditEntry row(long seq, String actor, String detail, String previous) {
        return new AuditEntry(
                        seq,
                        Instant.parse("2026-11-25T08:00:00.000001Z").plusSeconds(seq),
                        actor,
                        "auditor",
                        "STUDY_VIEWED",
                        "study",
                        "1.2." + seq,
                        detail,
                        "10.0.0.1",
                        "request-" + seq,
                        seq % 2 == 0 ? "" : "b".repeat(64),
                        seq % 2 == 0 ? "" : "a".repeat(64),
                        previous,
                        "")
                .sealed();
    }

    static SignedHead signed(SigningKey key, List<AuditEntry> rows, int seq) {
        return key.sign(seq, rows.get(seq - 1).hash(), Instant.parse("2026-11-25T09:00:00Z"), "EXPORT");
    }

    TrustedKeys keys() {
        return TrustedKeys.of(List.of(key.verifying()));
    }

    Path write(Path file) throws IOException {
        try (OutputStream target = Files.newOutputStream(file)) {
            AuditExport.write(target, Instant.parse("2026-11-25T10:00:00Z"), keys(), heads, rows.iterator());
        }
        return file;
    }
}
