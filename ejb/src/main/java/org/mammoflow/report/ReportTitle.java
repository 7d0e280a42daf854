package org.mammoflow.report;

import java.time.Instant;
import java.util.List;

/** Who asked for which rows, when: printed on every report. */
record ReportTitle(String filter, String askedBy, Instant askedAt) {

    static final String NAME = "Mammoflow findings report";
    static final String NOTICE = "Not a medical device. A score is a network's statement, not a diagnosis.";
    static final List<String> DEFINITIONS = List.of(
            "malignancy: probability of the two cancer-positive classes, 0 to 1",
            "ai_positive: malignancy at or above the operating point of the network's card",
            "verdict: the latest review of the finding; OPEN when there is none",
            "confirmed means that the reader agrees with the network's statement, rejected that the reader does not");

    List<String> lines(ReportSeal seal) {
        return List.of(
                NAME,
                NOTICE,
                "filter: " + filter,
                "rows: " + seal.rows(),
                "sha256: " + seal.sha256() + " (headings and rows as CSV)",
                "asked by: " + askedBy,
                "asked at: " + askedAt + " UTC");
    }
}
