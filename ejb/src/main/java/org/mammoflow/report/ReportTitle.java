package org.mammoflow.report;

import java.time.Instant;
import java.util.List;
import org.mammoflow.platform.SiteZone;

/**
 * Who asked for which rows, when: printed on every report.
 *
 * @param auditRow last row of the audit trail in the state that the report shows
 */
record ReportTitle(String filter, String askedBy, Instant askedAt, long auditRow) {

    static final String NAME = "Mammoflow findings report";
    static final String NOTICE = "Not a medical device. A score is a network's statement, not a diagnosis.";
    static final List<String> DEFINITIONS = List.of(
            "malignancy: probability of the two cancer-positive classes, 0 to 1",
            "ai_positive: malignancy at or above the operating point of the network's card",
            "verdict: the review of the finding that counts; OPEN when there is none",
            "confirmed means that the reader agrees with the network's statement, rejected that the reader does not",
            "reader positive: a confirmed positive or a rejected negative; uncertain and open findings count in no share",
            "like sensitivity: AI positive among reader positive; like specificity: AI negative among reader negative",
            "like PPV: reader positive among AI positive; agreement: confirmed among confirmed and rejected",
            "intervals: 95%, Wilson; they are agreements with readers, who are no truth",
            "no opinion: images received in the period that are unsuitable or failed, among all received",
            "replay: whether the finding came out again when the stored object was judged again by the same network",
            "outcome: what became of the examination, by biopsy or follow-up, as auditors imported it; the last statement counts",
            "density: ACR BI-RADS composition A to D, where it was imported with the outcome; all others are left out of it",
            "true sensitivity: called positive among examinations with cancer; true specificity: called negative among those"
                    + " without",
            "the network calls an examination positive when one of its images is AI positive, the readers when one is reader"
                    + " positive; where the side of the cancer is known, an image of the other side does not count",
            "the readers have said nothing about an examination while one of its findings is uncertain or open and none is"
                    + " reader positive; an examination that two networks judged counts for each",
            "true shares are of examinations whose outcome is known, who may be no fair sample; unknown under a filter by"
                    + " verdict",
            "re-read: agreed negatives (every image AI negative and confirmed, nothing marked as missed, signed) drawn by seed"
                    + " and read by another reader who saw neither; recalled: assessed with a category that the auditor named",
            "time to read: from the claim of a case to the last first decision in it",
            "opinion changed: among signed readings that were assessed before the network was shown, those whose last"
                    + " assessment is another",
            "de-identified: finding_id counts the rows of that file alone, and the rows stand in an order that was drawn;"
                    + " UIDs and names agree within that file only",
            "    scores, verdicts and networks stay what they are: whoever also has the ordinary file finds a row again by"
                    + " its scores",
            "times are UTC; months and the days of the filter are of the time zone " + SiteZone.zone(),
            "state: rows and numbers show one moment; what the audit trail tells up to that row is in, what it tells later is not");

    List<String> lines(ReportSeal seal, String signature) {
        return List.of(
                NAME,
                NOTICE,
                "filter: " + filter,
                "rows: " + seal.rows(),
                "sha256: " + seal.sha256() + " (headings and rows as CSV)",
                "signature: " + signature + " (Ed25519)",
                "asked by: " + askedBy,
                "asked at: " + askedAt + " UTC",
                "state: after row " + auditRow + " of the audit trail");
    }

    /** What a report's signature covers. */
    List<String> statement(ReportSeal seal) {
        return List.of(
                "mammoflow-report/2",
                filter,
                Long.toString(seal.rows()),
                seal.sha256(),
                askedBy,
                askedAt.toString(),
                Long.toString(auditRow));
    }
}
