package org.mammoflow.bench.worklist;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * Fills a database that a server has migrated and left with studies of one image and one finding each. One in seven is
 * decided, one in a hundred urgent, one in two thousand claimed.
 *
 * <p>Arguments: JDBC address, user, password, number of cases.
 */
final class WorklistFilling {

    private static final int BATCH = 1000;
    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");
    private static final String DIGEST = "a".repeat(64);

    /** Days by which a band stands before its time of arrival, as the review room has it. */
    private static final int[] HEAD_STARTS = {7, 0, 7, 14};

    private final Random random = new Random(1);
    private final PreparedStatement instance;
    private final PreparedStatement finding;
    private final PreparedStatement readingCase;

    private WorklistFilling(Connection database) throws SQLException {
        instance = database.prepareStatement("""
                insert into stored_instance (id, sop_instance_uid, sop_class_uid, study_instance_uid, series_instance_uid,
                    transfer_syntax_uid, sha256, size_bytes, patient_id, patient_name, accession_number, study_date,
                    calling_ae_title, received_at)
                values (?, ?, '1.2', ?, '1.2.4', '1.2.840.10008.1.2.1', ?, 10, ?, ?, ?, cast(? as date), ?, ?)""");
        finding = database.prepareStatement("""
                insert into finding (id, instance_id, network_name, network_version, network_digest, network_status,
                    p_implant_negative, p_implant_positive, p_no_implant_negative, p_no_implant_positive, malignancy,
                    implant, band, operating_point, ai_positive, implant_contradiction, heat_map_rows, heat_map_columns,
                    heat_map, provider, pixel_digest, tensor_digest, decoding_micros, preprocessing_micros,
                    inference_micros, recorded_at)
                values (?, ?, 'resnet18', '1.0.0', 'd', 'trained', 0, 0, 0.5, 0.5, 0.5, 0, ?, 0.5, true, false, 1, 1, ?,
                    'CPUExecutionProvider', 'p', 't', 1, 2, 3, ?)""");
        readingCase = database.prepareStatement("""
                insert into reading_case (id, study_instance_uid, patient_id, patient_name, accession_number, study_date,
                    calling_ae_title, state, urgent, band_rank, first_received_at, turn_at, open_findings, decided_findings,
                    without_opinion, claimed_by, claimed_until, version)
                values (?, ?, ?, ?, ?, cast(? as date), ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0)""");
    }

    public static void main(String[] arguments) throws SQLException {
        int cases = Integer.parseInt(arguments[3]);
        try (Connection database = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            if (arguments[0].startsWith("jdbc:h2:")) {
                // Its class is in the application only.
                database.createStatement().execute("drop trigger if exists finding_append_only");
            }
            database.setAutoCommit(false);
            WorklistFilling filling = new WorklistFilling(database);
            for (int number = 1; number <= cases; number++) {
                filling.add(number);
                if (number % BATCH == 0 || number == cases) {
                    filling.write();
                    database.commit();
                }
            }
            for (String table : new String[] {"stored_instance", "finding", "reading_case"}) {
                database.createStatement().execute("alter sequence " + table + "_seq restart with " + (cases + 100));
            }
            database.createStatement().execute("analyze");
            database.commit();
        }
        System.out.println(cases + " cases written");
    }

    private void add(int number) throws SQLException {
        long id = number;
        int band = random.nextInt(4);
        boolean decided = random.nextInt(7) == 0;
        boolean claimed = random.nextInt(2000) == 0;
        // Every other minute, so that the list reaches back some months.
        Instant received = FIRST.plusSeconds(120L * number);
        String study = "2.25.77." + number;
        String patient = "P" + number / 3;
        String name = "Family" + number / 3 + "^Given";
        String day = received.toString().substring(0, 10);
        String device = "ROOM" + random.nextInt(12);
        add(instance, id, study + ".1", study, DIGEST, patient, name, "A" + number, day, device, time(received));
        add(finding, id, id, new String[] {"LOW", "LOW", "MEDIUM", "HIGH"}[band], new byte[] {1}, time(received));
        add(
                readingCase,
                id,
                study,
                patient,
                name,
                "A" + number,
                day,
                device,
                decided ? "DECIDED" : "OPEN",
                random.nextInt(100) == 0,
                (short) (decided ? 0 : band),
                time(received),
                time(received.minus(HEAD_STARTS[band], ChronoUnit.DAYS)),
                decided ? 0 : 1,
                decided ? 1 : 0,
                claimed ? "radiologist" : null,
                claimed ? time(Instant.now().plusSeconds(86_400)) : null);
    }

    private static Timestamp time(Instant instant) {
        return Timestamp.from(instant);
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private void write() throws SQLException {
        instance.executeBatch();
        finding.executeBatch();
        readingCase.executeBatch();
    }
}
