package org.mammoflow.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.mammoflow.chain.ChainVerdict.Broken;

/** Proves an exported file by itself: no server, no database. */
public final class ExportVerification {

    private final BufferedReader lines;
    private final List<VerifyingKey> keys = new ArrayList<>();
    private final List<SignedHead> heads = new ArrayList<>();
    private final Witness witness;
    private long rows;
    private Optional<ExportLine> pending = Optional.empty();

    private ExportVerification(BufferedReader lines, List<KnownRow> known) {
        this.lines = lines;
        this.witness = new Witness(known);
    }

    /**
     * What was found, and whose signature it rests on.
     *
     * @param fingerprint of the key that signed the file's last head, as the file says; empty when it says none. Whoever
     *     did not give a trusted key must compare it with the one that the installation shows
     * @param clockSetBack rows, a hundred at most, before which the server's clock was set back; their order is proven, their
     *     times are not
     */
    public record Result(ChainVerdict verdict, String fingerprint, List<Long> clockSetBack) {}

    /**
     * @param trusted the installation's key, from another place than the file; when absent, the keys in the file count
     * @param known rows that the chain must hold: what whoever owns database and key cannot change
     * @throws IOException when the file cannot be read
     */
    public static Result verify(Path export, Optional<VerifyingKey> trusted, List<KnownRow> known) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
            return new ExportVerification(lines, known).verify(trusted);
        }
    }

    /** As {@link #verify(Path, Optional, List)} when nothing is known from elsewhere. */
    public static Result verify(Path export, Optional<VerifyingKey> trusted) throws IOException {
        return verify(export, trusted, List.of());
    }

    private Result verify(Optional<VerifyingKey> trusted) throws IOException {
        try {
            readFront();
            return result(witness.over(verdict(trusted)));
        } catch (Unreadable unreadable) {
            return result(new Broken(rows + 1, unreadable.getMessage()));
        } catch (CharacterCodingException e) {
            return result(new Broken(rows + 1, "not UTF-8"));
        }
    }

    private Result result(ChainVerdict verdict) {
        return new Result(verdict, fingerprint(), witness.clockSetBack());
    }

    // In the order in which the file was written: what it is, keys, heads; the first row ends it.
    private void readFront() throws IOException {
        Optional<ExportLine> line = read();
        if (line.isEmpty() || !line.get().says("export", "format", AuditExport.FORMAT)) {
            throw new Unreadable("this is no audit export of the format " + AuditExport.FORMAT);
        }
        for (line = read(); line.isPresent() && !line.get().is("row"); line = read()) {
            ExportLine front = line.get();
            if (front.is("key")) {
                keys.add(key(front));
            } else {
                heads.add(front.head());
            }
        }
        pending = line;
    }

    private static VerifyingKey key(ExportLine line) {
        try {
            return VerifyingKey.parse(line.text("publicKey"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(e.getMessage());
        }
    }

    private ChainVerdict verdict(Optional<VerifyingKey> trusted) {
        if (heads.isEmpty()) {
            return new Broken(1, "the file has no signed head");
        }
        SignedHead last = heads.get(heads.size() - 1);
        TrustedKeys counting =
                TrustedKeys.of(trusted.map(key -> keysBeside(key, last)).orElse(keys));
        String fault = counting.fault(last);
        return fault.isEmpty()
                ? ChainVerification.verify(new Rows(), last.seq(), last.hash(), heads, counting)
                : new Broken(last.seq(), fault);
    }

    // The last head must be the trusted key's. It vouches for every row before it, so earlier keys may stand in the
    // file.
    private List<VerifyingKey> keysBeside(VerifyingKey key, SignedHead last) {
        List<VerifyingKey> counting = new ArrayList<>(keys);
        counting.removeIf(other -> other.fingerprint().equals(last.fingerprint()));
        counting.add(key);
        return counting;
    }

    private String fingerprint() {
        return heads.isEmpty() ? "" : heads.get(heads.size() - 1).fingerprint();
    }

    private Optional<ExportLine> read() {
        try {
            String line = lines.readLine();
            return line == null ? Optional.empty() : Optional.of(ExportLine.parse(line));
        } catch (CharacterCodingException e) {
            throw new Unreadable("not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("export not read on from row " + rows + ": " + e.getMessage(), e);
        }
    }

    private final class Rows implements Iterator<AuditEntry> {

        @Override
        public boolean hasNext() {
            return pending.isPresent();
        }

        @Override
        public AuditEntry next() {
            AuditEntry row = pending.orElseThrow(NoSuchElementException::new).row();
            rows = row.seq();
            witness.pass(row);
            pending = read();
            return row;
        }
    }

    /** A line that is not what it should be; the message says what it is instead. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }
}
