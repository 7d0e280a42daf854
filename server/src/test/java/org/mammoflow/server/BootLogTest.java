package org.mammoflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootLogTest {
    private static final String YESTERDAY = """
            2026-11-22 02:33:05,001 ERROR [org.jboss.msc.service.fail] (MSC service thread 1-2) MSC000001: Failed to start service
            Caused by: java.lang.IllegalStateException: yesterday's trouble
            """;

    @TempDir
    Path folder;

    private Path file;
    private BootLog log;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("server.log");
        Files.writeString(file, YESTERDAY);
        log = BootLog.from(file);
    }

    @Test
    void names_the_root_cause_and_the_one_above_without_classes_and_stack() throws IOException {
        write("""
                2026-11-23 02:33:05,001 ERROR [org.jboss.msc.service.fail] (MSC service thread 1-2) MSC000001: Failed to start service jboss.deployment.unit
                org.jboss.msc.service.StartException: Failed to start service
                \tat org.jboss.msc@1.5.6.Final//org.jboss.msc.service.ServiceControllerImpl.execute(ServiceControllerImpl.java:1609)
                Caused by: jakarta.ejb.EJBException: not the cause
                Caused by: org.flywaydb.core.api.FlywayException: cannot migrate
                \tat org.mammoflow.platform.SchemaAtStart.migrate(SchemaAtStart.java:42)
                \t... 12 more
                Caused by: org.postgresql.util.PSQLException: Connection to 127.0.0.1:1 refused.
                \t... 31 more
                2026-11-23 02:33:06,001 INFO  [org.jboss.as] (Controller Boot Thread) WFLYSRV0026: started (with errors)
                """);

        assertThat(log.reasons()).containsExactly("cannot migrate (Connection to 127.0.0.1:1 refused.)");
    }

    @Test
    void tells_the_same_cause_once_even_where_its_quotes_are_escaped() throws IOException {
        write("""
                2026-11-23 02:33:05,001 ERROR [a] (main) first
                Caused by: java.lang.IllegalStateException: cannot read "models/active"
                2026-11-23 02:33:05,002 ERROR [b] (main) second
                Caused by: java.lang.IllegalStateException: cannot read \\"models/active\\"
                """);

        assertThat(log.reasons()).containsExactly("cannot read \"models/active\"");
    }

    @Test
    void falls_back_to_the_first_error_with_its_continuation() throws IOException {
        write("""
                2026-11-23 02:33:05,001 INFO  [org.jboss.as] (main) starting
                2026-11-23 02:33:05,001 ERROR [org.jboss.as.controller] (main) WFLYCTL0013: Operation ("add") failed: {
                    "WFLYCTL0412: Required services that are not installed:" => ["jboss.naming"]
                }
                2026-11-23 02:33:06,001 ERROR [org.jboss.as] (main) WFLYSRV0026: started (with errors)
                """);

        assertThat(log.reasons())
                .containsExactly(
                        "WFLYCTL0013: Operation (\"add\") failed: {",
                        "    \"WFLYCTL0412: Required services that are not installed:\" => [\"jboss.naming\"]",
                        "}");
    }

    @Test
    void knows_no_reason_when_the_user_stopped_the_start() throws IOException {
        write("2026-11-23 02:33:05,001 INFO  [org.jboss.as] (main) WFLYSRV0272: Suspending server\n");

        assertThat(log.reasons()).isEmpty();
    }

    @Test
    void reads_a_file_that_was_rotated_meanwhile_from_its_beginning() throws IOException {
        Files.writeString(file, "2026-11-23 00:00:01,001 ERROR [a] (main) after midnight\n");

        assertThat(log.reasons()).containsExactly("after midnight");
    }

    private void write(String lines) throws IOException {
        Files.writeString(file, lines, StandardOpenOption.APPEND);
    }
}
