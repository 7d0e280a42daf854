package org.mammoflow.report;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Puts the findings of each examination together while they pass, in any order. Keeps some eighty bytes for each whose outcome
 * is known, and nothing of the others.
 */
final class TruthTally {

    private static final int CANCER = 1;
    private static final int AI_POSITIVE = 2;
    private static final int READER_POSITIVE = 4;
    private static final int UNDECIDED = 8;

    private final Map<String, Map<UUID, Byte>> networks = new TreeMap<>();

    void add(ReportRow row) {
        row.outcome()
                .ifPresent(outcome -> networks.computeIfAbsent(row.network(), n -> new HashMap<>())
                        .merge(examination(row), traits(row, outcome), (known, more) -> (byte) (known | more)));
    }

    Truth truth() {
        return new Truth(networks.entrySet().stream()
                .map(network -> line(network.getKey(), network.getValue()))
                .toList());
    }

    private static TruthLine line(String network, Map<UUID, Byte> examinations) {
        TruthLine line = new TruthLine(network, Accuracy.NONE, Accuracy.NONE);
        for (byte traits : examinations.values()) {
            line = line.plus(has(traits, CANCER), has(traits, AI_POSITIVE), readers(traits), 1);
        }
        return line;
    }

    private static Accuracy.Said readers(byte traits) {
        if (has(traits, READER_POSITIVE)) {
            return Accuracy.Said.POSITIVE;
        }
        return has(traits, UNDECIDED) ? Accuracy.Said.NOTHING : Accuracy.Said.NEGATIVE;
    }

    private static boolean has(byte traits, int trait) {
        return (traits & trait) != 0;
    }

    private static byte traits(ReportRow row, KnownOutcome outcome) {
        boolean concerned = outcome.concerns(row.imageLaterality());
        boolean decided = row.verdict() == ReportVerdict.CONFIRMED || row.verdict() == ReportVerdict.REJECTED;
        boolean readerPositive = decided && row.aiPositive() == (row.verdict() == ReportVerdict.CONFIRMED);
        return (byte) ((outcome.cancer() ? CANCER : 0)
                | (row.aiPositive() && concerned ? AI_POSITIVE : 0)
                | (readerPositive && concerned ? READER_POSITIVE : 0)
                | (decided ? 0 : UNDECIDED));
    }

    private static UUID examination(ReportRow row) {
        return UUID.nameUUIDFromBytes(row.studyInstanceUid().getBytes(StandardCharsets.UTF_8));
    }
}
