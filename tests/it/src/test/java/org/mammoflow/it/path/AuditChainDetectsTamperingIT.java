package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.it.server.MammoflowServer;

/** A forger with the database's password is found out by the row that was touched. */
class AuditChainDetectsTamperingIT {

    @Test
    void an_altered_row_in_the_database_file_is_named() throws SQLException {
        try (MammoflowServer server = MammoflowServer.with().name("tampering").start()) {
            new Sender(server).storescu(Mammograms.study());
            server.as("auditor").get("/api/v1/reports/findings.csv");
            assertThat(new Answers(server).auditVerdict().get("intact").getAsBoolean())
                    .isTrue();
            server.stop();
            String touched = DatabaseRows.rows(
                            server, "select min(seq) from audit_row where action = 'INSTANCE_STORED'")
                    .get(0)
                    .get(0);
            String alter = "update audit_row set actor = 'nobody' where seq = " + touched;

            assertThatThrownBy(() -> DatabaseRows.change(server, alter)).isInstanceOf(SQLException.class);
            DatabaseRows.change(server, "drop trigger audit_row_append_only", alter);
            server.restart();

            JsonObject verdict = new Answers(server).auditVerdict();
            assertThat(verdict.get("intact").getAsBoolean()).isFalse();
            assertThat(List.of(
                            verdict.get("row").getAsString(),
                            verdict.get("reason").getAsString()))
                    .isEqualTo(List.of(touched, "content differs from its hash"));
        }
    }
}
