package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class PatientAccessTest {

    @ParameterizedTest
    @EnumSource
    void tells_everything_about_the_patients_objects_and_nothing_about_others(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            Rows.instance(database, 1, "1.2.3.1", "1.2.1", "2026-11-01");
            Rows.instance(database, 2, "1.2.3.2", "1.2.2", "2026-11-01");
            Rows.finding(database, 7, 1, 0.8);
            database.sql("update stored_instance set patient_id = 'P1', issuer_of_patient_id = 'A' where id = 1");
            database.sql("update stored_instance set patient_id = 'P1', issuer_of_patient_id = 'B' where id = 2");
            audit(database, 1, "STUDY_VIEWED", "study", "1.2.1");
            audit(database, 2, "IMAGE_VIEWED", "instance", "1.2.3.1");
            audit(database, 3, "HEAT_MAP_SHOWN", "finding", "7");
            audit(database, 4, "STUDY_VIEWED", "study", "1.2.2");
            audit(database, 5, "SIGNED_IN", "account", "1.2.1");

            assertThat(lines(database, "P1", "A")).extracting(AccessLine::seq).containsExactly(3L, 2L, 1L);
            assertThat(lines(database, "P1", "")).extracting(AccessLine::seq).containsExactly(4L, 3L, 2L, 1L);
            assertThat(lines(database, "P2", "")).isEmpty();
            assertThat(lines(database, "P1", "A").get(0))
                    .extracting(AccessLine::actor, AccessLine::action, AccessLine::why)
                    .containsExactly("radiologist", "HEAT_MAP_SHOWN", "why");
        }
    }

    @ParameterizedTest
    @EnumSource
    void says_how_many_there_are_when_it_shows_the_newest_only(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = kind.open()) {
            Rows.instance(database, 1, "1.2.3.1", "1.2.1", "2026-11-01");
            database.sql("update stored_instance set patient_id = 'P1' where id = 1");
            for (int seq = 1; seq <= 5; seq++) {
                audit(database, seq, "STUDY_VIEWED", "study", "1.2.1");
            }
            AccessReport newest = report(database, 2);
            assertThat(newest.lines()).extracting(AccessLine::seq).containsExactly(5L, 4L);
            assertThat(newest.total()).isEqualTo(5);
            assertThat(newest.isWhole()).isFalse();
            assertThat(report(database, 5).isWhole()).isTrue();
        }
    }

    @Test
    void a_file_proves_its_rows_and_holds_no_formula() throws Exception {
        AccessLine line = new AccessLine(
                7,
                Instant.parse("2026-11-23T09:00:00Z"),
                "reader",
                "radiologist",
                "CLAIM_TAKEN_OVER",
                "study",
                "1.2",
                "=cmd|' /C calc'!A0",
                "10.0.0.1");
        String file = AccessCsv.of(new AccessReport(List.of(line), 1), "auditor", Instant.EPOCH);
        String rows = file.substring(0, file.indexOf("# "));
        assertThat(file)
                .contains(
                        "# rows: 1\r\n",
                        "# asked by: auditor\r\n",
                        "# sha256: "
                                + HexFormat.of()
                                        .formatHex(MessageDigest.getInstance("SHA-256")
                                                .digest(rows.getBytes(StandardCharsets.UTF_8))));
        assertThat(CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(rows))
                        .getRecords())
                .singleElement()
                .satisfies(row -> assertThat(row.get("why")).isEqualTo("'=cmd|' /C calc'!A0"));
    }

    private static AccessReport report(TestDatabase.Opened database, int most) {
        return database.fromTransaction(em -> {
            PatientAccess access = new PatientAccess();
            access.entityManager = em;
            return access.report("P1", "", most);
        });
    }

    private static void audit(TestDatabase.Opened database, long seq, String action, String type, String id)
            throws SQLException {
        database.sql(
                "insert into audit_row values (%d, current_timestamp, 'radiologist', 'radiologist', '%s', '%s', '%s',"
                                .formatted(seq, action, type, id)
                        + " 'why', '10.0.0.1', 'r', 'x', 'x', '', '')");
    }

    private static List<AccessLine> lines(TestDatabase.Opened database, String patientId, String issuer) {
        return database.fromTransaction(em -> {
            PatientAccess access = new PatientAccess();
            access.entityManager = em;
            return access.report(patientId, issuer, 1000).lines();
        });
    }
}
