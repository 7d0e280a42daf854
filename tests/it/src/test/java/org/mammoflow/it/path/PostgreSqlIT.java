package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.it.path.Forgeries.Forgery;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** A hospital gives the server its own PostgreSQL by address, user and a file with the password. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgreSqlIT {

    @TempDir
    static Path secrets;

    private static EmbeddedPostgres database;
    private static MammoflowServer server;

    @BeforeAll
    static void start() throws IOException {
        Path password = Files.writeString(secrets.resolve("password"), "postgres\n");
        database = EmbeddedPostgres.start();
        server = MammoflowServer.with()
                .name("postgresql")
                .option("--database-url", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres")
                .option("--database-user", "postgres")
                .option("--database-password-file", password.toString())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        database.close();
    }

    @Test
    @Order(1)
    void the_whole_application_starts_on_postgresql() throws Exception {
        assertThat(server.anonymously().get("/health/ready").body()).contains("PostgreSQL");
        assertThat(server.home().resolve("database")).isEmptyDirectory();
        assertThat(Files.readString(Path.of("/proc/" + server.process().pid() + "/cmdline")))
                .doesNotContain("password");
    }

    @Test
    @Order(1)
    void files_that_are_made_while_a_reader_decides_show_one_state_each() throws Exception {
        List<Mammogram> mammograms = Mammograms.study();
        new Sender(server).storescu(mammograms);
        Answers answers = new Answers(server);
        new FilesDuringReview(
                        server, mammograms.stream().map(answers::findingOf).toList())
                .assertThatEachShowsOneState();
    }

    /** Last, as it leaves a trail that nobody can mend. */
    @Test
    @Order(2)
    void each_forgery_in_the_database_is_named_by_row_while_the_server_runs() throws Exception {
        Answers answers = new Answers(server);
        server.as("auditor").get("/api/v1/audit/export");
        assertThat(answers.auditVerdict().get("intact").getAsBoolean()).isTrue();
        try (Connection forger = database.getPostgresDatabase().getConnection()) {
            assertThatThrownBy(() -> execute(forger, List.of("delete from audit_row where seq = 4")))
                    .isInstanceOf(SQLException.class);
            execute(
                    forger,
                    List.of(
                            "drop trigger audit_row_append_only on audit_row",
                            "create table honest_row as select * from audit_row",
                            "create table honest_head as select * from audit_head"));
            for (Forgery forgery : Forgeries.ALL) {
                execute(forger, forgery.statements());
                JsonObject verdict = answers.auditVerdict();
                assertThat(verdict.get("intact").getAsBoolean())
                        .as(forgery.deed())
                        .isFalse();
                assertThat(verdict.get("row").getAsLong())
                        .as(verdict.toString())
                        .isEqualTo(Forgeries.ROW);
                repent(forger);
                assertThat(answers.auditVerdict().get("intact").getAsBoolean())
                        .as("mended after " + forgery.deed())
                        .isTrue();
                repent(forger);
            }
            whatFollowsASwappedHeadGivesItAway(forger);
            repent(forger);
            execute(forger, Forgeries.END_CUT.statements());
            JsonObject verdict = answers.auditVerdict();
            assertThat(verdict.get("reason").getAsString()).contains("signed at");
            assertThat(verdict.get("row").getAsLong()).as("of what was cut off").isGreaterThan(5);
        }
    }

    // What is appended after the forgery, such as this question itself, hangs on the forged head.
    private static void whatFollowsASwappedHeadGivesItAway(Connection forger) throws SQLException {
        long last;
        try (Statement statement = forger.createStatement();
                ResultSet head = statement.executeQuery("select seq from audit_head")) {
            head.next();
            last = head.getLong(1);
        }
        execute(forger, Forgeries.HEAD_SWAPPED.statements());
        new Answers(server).auditVerdict();
        assertThat(new Answers(server).auditVerdict().get("row").getAsLong()).isEqualTo(last + 1);
    }

    private static void repent(Connection forger) throws SQLException {
        execute(
                forger,
                List.of(
                        "delete from audit_row",
                        "insert into audit_row select * from honest_row",
                        "update audit_head set seq = h.seq, hash = h.hash from honest_head h"));
    }

    private static void execute(Connection forger, List<String> statements) throws SQLException {
        forger.setAutoCommit(false);
        try (Statement statement = forger.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            forger.commit();
        } finally {
            forger.rollback();
        }
    }
}
