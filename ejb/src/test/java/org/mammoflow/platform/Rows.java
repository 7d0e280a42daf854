package org.mammoflow.platform;

import java.sql.SQLException;
import org.mammoflow.review.CaseBand;

/** Rows of every table, written past the application. */
public final class Rows {

    private static final String H = "'" + "a".repeat(64) + "'";

    private Rows() {}

    /** One image with a finding, a review, a "no opinion" and an audit row. */
    public static void oneOfEach(TestDatabase.Opened database) throws SQLException {
        instance(database, 1, "1.2.3.1", "1.2.3", "2026-11-01");
        finding(database, 1, 1, 0.8);
        review(database, 1, 1, "CONFIRMED");
        database.sql("insert into no_opinion values (1, 1, 'UNSUITABLE', 'gate', 'SPOT_VIEW', current_timestamp)");
        database.sql(
                "insert into reading_entry (id, study_instance_uid, reading_round, kind, code, comment_text, ai_shown,"
                        + " reader, record_digest, recorded_at) values (1, '1.2.3', 1, 'ASSESSMENT', '2', '', true, 'r', "
                        + H
                        + ", current_timestamp)");
        shadow(database, 1, 1, 1, "VERDICT");
        database.sql(
                "insert into network_step (id, seat, kind, network, digest, proposal, reason, actor, recorded_at) values (1, 'ACTIVE', 'PROPOSED', 'resnet18/1.0.0', "
                        + H + ", null, '', 'admin', current_timestamp)");
        database.sql("insert into audit_row values (1, current_timestamp, 'a', 'r', 'SIGNED_IN', 'o', 'i', '', '', '', "
                + H + ", " + H + ", '', '')");
        database.sql("insert into finding_replay values (1, 1, 'SAME', true, true, 0, 'CPU', '', 'auditor',"
                + " current_timestamp)");
        outcome(database, 1, "1.2.3", true, "");
        database.sql("insert into reread_sample values (1, 7, 1, null, null, '\n4\n', 1, " + H
                + ", 1, 'auditor', current_timestamp)");
        database.sql("insert into reread_case values ('1.2.3', 1, 1)");
        database.sql("insert into signed_head values (1, " + H + ", current_timestamp, 'DAY', " + H + ", 'x')");
    }

    public static void instance(
            TestDatabase.Opened database, long id, String sopInstanceUid, String studyInstanceUid, String studyDate)
            throws SQLException {
        database.sql("insert into stored_instance (id, sop_instance_uid, sop_class_uid, study_instance_uid,"
                + " series_instance_uid, transfer_syntax_uid, sha256, size_bytes, study_date, calling_ae_title,"
                + " received_at)"
                + " values (%d, '%s', '1.2', '%s', '1.2.4', '1.2.840.10008.1.2.1', %s, 10, date '%s', 'MODALITY',"
                        .formatted(id, sopInstanceUid, studyInstanceUid, H, studyDate)
                + " current_timestamp)");
    }

    public static void finding(TestDatabase.Opened database, long id, long instanceId, double malignancy)
            throws SQLException {
        String band = malignancy >= 0.7 ? "HIGH" : malignancy >= 0.3 ? "MEDIUM" : "LOW";
        database.sql(
                ("insert into finding values (%d, %d, 'resnet18', '1.0.0', %s, 'trained', 0, 0, %s, %s, %s, 0, '%s',"
                                + " 0.5, %s, false, 1, 1, cast('x' as bytea), 'CPUExecutionProvider', %s, %s, 1, 2, 3,"
                                + " current_timestamp)")
                        .formatted(
                                id,
                                instanceId,
                                H,
                                1 - malignancy,
                                malignancy,
                                malignancy,
                                band,
                                malignancy >= 0.5,
                                H,
                                H));
    }

    public static void review(TestDatabase.Opened database, long findingId, int revision, String verdict)
            throws SQLException {
        database.sql("insert into review (id, finding_id, revision, verdict, reason, comment_text, reader, signed,"
                + " record_digest, reviewed_at) values (%d, %d, %d, '%s', 'R', '=1+1', 'radiologist', false, %s, current_timestamp)"
                        .formatted(findingId * 1000 + revision, findingId, revision, verdict, H));
    }

    /** A file with one outcome, by biopsy. */
    public static void outcome(TestDatabase.Opened database, long id, String study, boolean cancer, String side)
            throws SQLException {
        database.sql("insert into outcome_file values (%1$d, '%1$064d', 1, 1, 0, 'auditor', current_timestamp)"
                .formatted(id));
        database.sql(
                "insert into study_outcome (id, outcome_file_id, line_number, study_instance_uid, revision, cancer,"
                        + " basis, image_laterality, outcome_date, record_digest) values (%1$d, %1$d, 2, '%2$s', 1, %3$s, 'BIOPSY', '%4$s',"
                                .formatted(id, study, cancer, side)
                        + " date '2026-11-20', " + H + ")");
    }

    /** A second statement about the outcome of a study. */
    public static void outcomeAgain(TestDatabase.Opened database, long id, String study, boolean cancer, String side)
            throws SQLException {
        database.sql("insert into outcome_file values (%1$d, '%1$064d', 1, 0, 1, 'auditor', current_timestamp)"
                .formatted(id));
        database.sql(
                "insert into study_outcome (id, outcome_file_id, line_number, study_instance_uid, revision, cancer,"
                        + " basis, image_laterality, outcome_date, record_digest) values (%1$d, %1$d, 2, '%2$s', 2, %3$s, 'BIOPSY', '%4$s',"
                                .formatted(id, study, cancer, side)
                        + " date '2026-11-21', " + H + ")");
    }

    /**
     * A shadow's statement with a malignancy of 0.9.
     *
     * @param findingId 0 for none
     * @param disagreement null for none
     */
    public static void shadow(
            TestDatabase.Opened database, long id, long instanceId, long findingId, String disagreement)
            throws SQLException {
        database.sql(("insert into shadow_finding (id, instance_id, finding_id, network_name, network_version,"
                        + " network_digest, network_status, outcome, malignancy, band, ai_positive, disagreement, recorded_at)"
                        + " values (%d, %d, %s, 'resnet34', '1.0.0', %s, 'trained', 'CLASSIFIED', 0.9, 'HIGH', true, %s,"
                        + " current_timestamp)")
                .formatted(
                        id,
                        instanceId,
                        findingId == 0 ? "null" : Long.toString(findingId),
                        H,
                        disagreement == null ? "null" : "'" + disagreement + "'"));
    }

    /** An open case that nobody claims; its id is its order of arrival. */
    public static void readingCase(TestDatabase.Opened database, long id, boolean urgent, int bandRank, String received)
            throws SQLException {
        database.sql("insert into reading_case (id, study_instance_uid, calling_ae_title, state, urgent, band_rank,"
                + " first_received_at, turn_at, open_findings, decided_findings, without_opinion, version)"
                + " values (%1$d, '1.2.%1$d', 'MODALITY', 'OPEN', %2$s, %3$d, timestamp with time zone '%4$s',"
                        .formatted(id, urgent, bandRank, received)
                + " timestamp with time zone '%s' - interval '%d' day, 1, 0, 0, 0)"
                        .formatted(
                                received,
                                CaseBand.values()[bandRank].headStart().toDays()));
    }

    public static void job(TestDatabase.Opened database, long id, long instanceId, String state, String reason)
            throws SQLException {
        database.sql(
                "insert into inference_job (id, instance_id, state, attempts, not_before, phase, reason, queued_at)"
                        + " values (%d, %d, '%s', 1, current_timestamp, 'gate', '%s', current_timestamp)"
                                .formatted(id, instanceId, state, reason));
    }

    static String someColumnOf(String table) {
        return switch (table) {
            case "finding" -> "malignancy = 0";
            case "network_step" -> "actor = 'other'";
            case "shadow_finding" -> "malignancy = 0";
            case "no_opinion" -> "reason = 'other'";
            case "reading_entry" -> "code = '5'";
            case "reread_sample" -> "seed = 8";
            case "reread_case" -> "place = 2";
            case "outcome_file" -> "added = 0";
            case "study_outcome" -> "cancer = false";
            case "finding_replay" -> "outcome = 'DIFFERS'";
            case "signed_head" -> "signature = 'other'";
            case "review" -> "verdict = 'REJECTED'";
            default -> "detail = 'other'";
        };
    }
}
