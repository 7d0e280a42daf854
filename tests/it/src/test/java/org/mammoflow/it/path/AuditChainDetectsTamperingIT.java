package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Program;
import org.mammoflow.parts.hospital.Program.Outcome;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Checkout;
import org.mammoflow.parts.server.MammoflowServer;

/** A forger with the database's password, or with an exported file, is found out by the row that was touched. */
class AuditChainDetectsTamperingIT {

    /** What is forged while the server runs is {@link PostgreSqlIT}'s: H2 gives its file to one process. */
    @Test
    void a_row_altered_and_an_end_cut_off_in_the_database_file_are_named_at_the_next_start() throws Exception {
        try (MammoflowServer server = MammoflowServer.with().name("tampering").start()) {
            new Sender(server).storescu(Mammograms.study());
            server.as("auditor").get("/api/v1/reports/findings.csv");
            assertThat(new Answers(server).auditVerdict().get("intact").getAsBoolean())
                    .isTrue();
            server.stop();
            assertThatThrownBy(() -> DatabaseRows.change(server, "delete from audit_row where seq = 4"))
                    .isInstanceOf(SQLException.class);
            Path honest = copy(database(server), server.home().resolve("honest.mv.db"));
            JsonObject altered = verdictAfter(server, Forgeries.ALTERED);
            assertThat(altered.get("intact").getAsBoolean()).isFalse();
            assertThat(altered.get("row").getAsLong()).as(altered.toString()).isEqualTo(Forgeries.ROW);

            server.stop();
            copy(honest, database(server));
            // The start appends to what the forger left as the end; the signed head knows that there was more.
            JsonObject cut = verdictAfter(server, Forgeries.END_CUT);
            assertThat(cut.get("reason").getAsString()).contains("signed at");
            assertThat(cut.get("row").getAsLong()).as("of what was cut off").isGreaterThan(5);
        }
    }

    private static JsonObject verdictAfter(MammoflowServer server, Forgeries.Forgery forgery) throws SQLException {
        DatabaseRows.change(server, "drop trigger audit_row_append_only");
        DatabaseRows.change(server, forgery.statements().toArray(String[]::new));
        server.start();
        return new Answers(server).auditVerdict();
    }

    @Test
    void an_export_is_proven_and_each_forgery_in_it_named_without_the_server() throws Exception {
        MammoflowServer server = MammoflowServer.shared();
        String export = server.as("auditor").get("/api/v1/audit/export").body();
        Path key =
                write("key.pem", server.as("auditor").get("/api/v1/audit/key").body());
        Path file = write("audit.jsonl", export);
        Outcome intact = verify(file, key);
        assertThat(intact.exitStatus()).as(intact.output()).isZero();
        assertThat(intact.output()).contains("Intact: ").contains("Signed at ");

        assertNamed(3, edited(export, lines -> replaced(lines, 3, "\"actorRole\":\"", "\"actorRole\":\"x")), key);
        assertNamed(3, edited(export, lines -> without(lines, 3)), key);
        assertNamed(3, edited(export, lines -> inserted(lines, 3)), key);
        assertNamed(3, edited(export, lines -> swapped(lines, 3)), key);
        long last = export.lines().filter(line -> line.startsWith("{\"row\"")).count();
        assertNamed(last, edited(export, lines -> lines.subList(0, lines.size() - 1)), key);
        assertNamed(last, edited(export, AuditChainDetectsTamperingIT::withAnotherHead), key);
        JsonObject verdict = new Answers(server).auditVerdict();
        assertThat(verdict.getAsJsonObject("signed").get("occasion").getAsString())
                .isEqualTo("EXPORT");
        assertThat(verdict.get("intact").getAsBoolean()).isTrue();
    }

    private static void assertNamed(long row, Path forged, Path key) {
        Outcome outcome = verify(forged, key);
        assertThat(outcome.exitStatus()).isEqualTo(1);
        assertThat(outcome.output()).contains("NOT INTACT. Row " + row + ":");
    }

    private static Outcome verify(Path file, Path key) {
        return Program.run(
                List.of(Checkout.launcher(), "verify", "--no-build", "--key", key.toString(), file.toString()));
    }

    private static Path edited(String export, UnaryOperator<List<String>> change) throws IOException {
        List<String> lines = change.apply(new ArrayList<>(export.lines().toList()));
        return write("forged.jsonl", String.join("\n", lines) + "\n");
    }

    private static List<String> replaced(List<String> lines, int row, String text, String other) {
        lines.set(index(lines, row), lines.get(index(lines, row)).replace(text, other));
        return lines;
    }

    private static List<String> without(List<String> lines, int row) {
        lines.remove(index(lines, row));
        return lines;
    }

    private static List<String> inserted(List<String> lines, int row) {
        lines.add(index(lines, row), lines.get(index(lines, row - 1)));
        return lines;
    }

    private static List<String> swapped(List<String> lines, int row) {
        Collections.swap(lines, index(lines, row), index(lines, row + 1));
        return lines;
    }

    private static List<String> withAnotherHead(List<String> lines) {
        int last = -1;
        for (int line = 0; line < lines.size(); line++) {
            last = lines.get(line).startsWith("{\"head\"") ? line : last;
        }
        String other = "\"hash\":\"" + "f".repeat(64) + "\"";
        lines.set(last, lines.get(last).replaceFirst("\"hash\":\"[0-9a-f]{64}\"", other));
        return lines;
    }

    private static int index(List<String> lines, int row) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("{\"row\":{\"seq\":\"" + row + "\""))
                .findFirst()
                .orElseThrow());
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(Files.createTempDirectory("audit").resolve(name), text, StandardCharsets.UTF_8);
    }

    private static Path database(MammoflowServer server) {
        return server.home().resolve("database/mammoflow.mv.db");
    }

    private static Path copy(Path from, Path to) throws IOException {
        return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
