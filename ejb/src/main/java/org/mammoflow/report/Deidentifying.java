package org.mammoflow.report;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.mammoflow.platform.Digest;

/**
 * Takes out of the rows what leads to a person or a house, and keeps what statistics need: identifiers get others that
 * agree within one file and with no other file, days become months, free text goes (PS3.15 Annex E, basic profile, and more
 * where nobody needs it). All numbers of the report stay what they were, so scores lead from a row to the same row of an
 * ordinary file. The rows must come in another order than there, or their places would lead there too.
 */
final class Deidentifying implements Iterator<ReportRow> {

    private final Iterator<ReportRow> rows;
    private final String salt = new BigInteger(256, new SecureRandom()).toString(16);
    private final Map<String, String> names = new HashMap<>();
    private long number;

    Deidentifying(Iterator<ReportRow> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public ReportRow next() {
        ReportRow row = rows.next();
        return new ReportRow(
                ++number,
                uid(row.sopInstanceUid()),
                uid(row.studyInstanceUid()),
                "",
                row.studyDate() == null ? null : row.studyDate().withDayOfYear(1),
                name("device", row.modality()),
                row.imageLaterality(),
                row.viewCode(),
                row.network(),
                row.networkStatus(),
                row.networkDigest(),
                row.provider(),
                row.malignancy(),
                row.implant(),
                row.band(),
                row.aiPositive(),
                row.implantContradiction(),
                month(row.recordedAt()),
                row.verdict(),
                row.revision(),
                row.reason(),
                "",
                name("reader", row.reader()),
                row.reviewedAt() == null ? null : month(row.reviewedAt()),
                name("site", row.institution()),
                row.replay(),
                row.outcome().map(Deidentifying::year));
    }

    /** A reader's name as in the rows. */
    String reader(String name) {
        return name("reader", name);
    }

    // PS3.5 B.2: a UID made of a UUID's 128 bits.
    private String uid(String uid) {
        BigInteger hash = new BigInteger(Digest.ofFields(List.of(salt, uid)).substring(0, 32), 16);
        return "2.25." + hash;
    }

    private String name(String kind, String name) {
        return name.isEmpty() ? "" : names.computeIfAbsent(kind + " " + name, k -> kind + "-" + (1 + count(kind)));
    }

    private long count(String kind) {
        return names.keySet().stream()
                .filter(known -> known.startsWith(kind + " "))
                .count();
    }

    private static KnownOutcome year(KnownOutcome outcome) {
        return new KnownOutcome(
                outcome.cancer(),
                outcome.basis(),
                outcome.imageLaterality(),
                outcome.breastDensity(),
                outcome.day().withDayOfYear(1));
    }

    private static Instant month(Instant time) {
        return time.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
    }
}
