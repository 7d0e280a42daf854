package org.mammoflow.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of a report file, and how each value is written. */
final class Cells {

    static final List<String> HEADINGS = List.of(
            "finding_id",
            "sop_instance_uid",
            "study_instance_uid",
            "accession_number",
            "study_date",
            "modality_ae_title",
            "image_laterality",
            "view_code",
            "network",
            "network_status",
            "network_sha256",
            "execution_provider",
            "malignancy",
            "implant",
            "band",
            "ai_positive",
            "implant_contradiction",
            "recorded_at_utc",
            "verdict",
            "revision",
            "reason",
            "comment",
            "reader",
            "reviewed_at_utc",
            "institution_name",
            "replay",
            "outcome",
            "outcome_basis",
            "outcome_laterality",
            "breast_density",
            "outcome_date");

    private static final List<String> NO_OUTCOME = List.of("", "", "", "", "");

    private Cells() {}

    static List<String> of(ReportRow row) {
        List<String> cells = new ArrayList<>(ofFinding(row));
        cells.addAll(row.outcome().map(Cells::of).orElse(NO_OUTCOME));
        return cells;
    }

    private static List<String> of(KnownOutcome outcome) {
        return List.of(
                outcome.word(),
                outcome.basis(),
                outcome.imageLaterality(),
                outcome.breastDensity(),
                day(outcome.day()));
    }

    private static List<String> ofFinding(ReportRow row) {
        return List.of(
                Long.toString(row.findingId()),
                row.sopInstanceUid(),
                row.studyInstanceUid(),
                inert(row.accessionNumber()),
                day(row.studyDate()),
                inert(row.modality()),
                inert(row.imageLaterality()),
                inert(row.viewCode()),
                row.network(),
                row.networkStatus(),
                row.networkDigest(),
                row.provider(),
                probability(row.malignancy()),
                probability(row.implant()),
                row.band(),
                Boolean.toString(row.aiPositive()),
                Boolean.toString(row.implantContradiction()),
                time(row.recordedAt()),
                row.verdict().name(),
                Integer.toString(row.revision()),
                inert(row.reason()),
                inert(row.comment()),
                inert(row.reader()),
                time(row.reviewedAt()),
                inert(row.institution()),
                row.replay());
    }

    /**
     * A text that no spreadsheet takes for a formula (ASVS 5.0, 1.2.10): an apostrophe in front of whatever begins like
     * one, full-width forms included.
     */
    static String inert(String text) {
        return !text.isEmpty() && "=+-@\t\r\n\0＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String probability(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String time(Instant time) {
        return time == null ? "" : time.toString();
    }
}
