package org.mammoflow.bench.report;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills the H2 database of a stopped server with findings past the application, four images a study, every second one
 * reviewed, of every twentieth study the outcome known. Arguments: data folder, number of findings.
 */
final class ManyFindings {

    private static final int AT_ONCE = 20_000;
    private static final long FIRST = 10_000_000;
    private static final String H = "'" + "a".repeat(64) + "'";

    private ManyFindings() {}

    public static void main(String[] arguments) throws SQLException {
        long count = Long.parseLong(arguments[1]);
        String url = "jdbc:h2:file:" + Path.of(arguments[0]).toAbsolutePath().resolve("database/mammoflow")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url, "sa", "sa")) {
            connection.setAutoCommit(false);
            allowPastTheApplication(connection);
            for (long from = 1; from <= count; from += AT_ONCE) {
                fill(connection, FIRST + from, FIRST + Math.min(count, from + AT_ONCE - 1));
            }
        }
    }

    // The triggers' class is the application's, which is not here.
    private static void allowPastTheApplication(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : new String[] {"finding", "review", "outcome_file", "study_outcome"}) {
                statement.execute("drop trigger if exists " + table + "_append_only");
            }
        }
    }

    private static void fill(Connection connection, long from, long to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String range = " from (select \"X\" as x from system_range(" + from + ", " + to + ")) r";
            statement.execute("insert into stored_instance (id, sop_instance_uid, sop_class_uid, study_instance_uid,"
                    + " series_instance_uid, transfer_syntax_uid, sha256, size_bytes, accession_number, study_date,"
                    + " institution_name, calling_ae_title, received_at)"
                    + " select x, '1.2.826.0.1.3680043.10.9999.1.' || x, '1.2.840.10008.5.1.4.1.1.1.2',"
                    + " '1.2.826.0.1.3680043.10.9999.2.' || (x / 4), '1.2.3', '1.2.840.10008.1.2.1', " + H
                    + ", 1000000, 'A' || (x / 4), date '2026-01-01' + cast(mod(x, 300) as integer), 'Hospital',"
                    + " 'MODALITY' || mod(x, 7), current_timestamp - mod(x, 300) * interval '1' day" + range);
            statement.execute("insert into finding select x, x, 'resnet18', '1.0.0', " + H + ", 'trained', 0, 0, 1 -"
                    + " mod(x, 1000) / 1000.0,"
                    + " mod(x, 1000) / 1000.0,"
                    + " mod(x, 1000) / 1000.0,"
                    + " 0, case when mod(x,"
                    + " 1000) >= 700 then"
                    + " 'HIGH' when mod(x,"
                    + " 1000) >= 300 then"
                    + " 'MEDIUM' else 'LOW'"
                    + " end, 0.5, mod(x, 1000)"
                    + " >= 500, false, 1, 1,"
                    + " cast('x' as bytea),"
                    + " 'CPUExecutionProvider',"
                    + " " + H + ", "
                    + H + ", 1, 2, 3, current_timestamp - mod(x, 300) * interval '1' day" + range);
            statement.execute(
                    "insert into review (id, finding_id, revision, verdict, reason, comment_text, reader, signed,"
                            + " record_digest, reviewed_at) select x, x, 1, case when mod(x, 10) < 8 then 'CONFIRMED' else"
                            + " 'REJECTED' end, 'NORMAL_TISSUE', 'seen', 'reader' || mod(x, 5), false, " + H
                            + ", current_timestamp" + range + " where mod(x, 2) = 0");
            statement.execute("insert into outcome_file select x, lpad(cast(x as varchar), 64, '0'), 1, 1, 0, 'bench',"
                    + " current_timestamp" + range + " where mod(x, 80) = 0");
            statement.execute(
                    "insert into study_outcome (id, outcome_file_id, line_number, study_instance_uid, revision,"
                            + " cancer, basis, image_laterality, outcome_date, record_digest) select x, x, 2,"
                            + " '1.2.826.0.1.3680043.10.9999.2.' || (x / 4), 1, mod(x, 800) = 0, 'BIOPSY', '', date"
                            + " '2026-11-01', " + H + range
                            + " where mod(x, 80) = 0");
        }
        connection.commit();
    }
}
