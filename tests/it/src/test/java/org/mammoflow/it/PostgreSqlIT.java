package org.mammoflow.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.it.server.MammoflowServer;

/** A hospital gives the server its own PostgreSQL by address, user and a file with the password. */
class PostgreSqlIT {
    @TempDir
    Path secrets;

    @Test
    void the_whole_application_starts_on_postgresql() throws Exception {
        Path password = Files.writeString(secrets.resolve("password"), "postgres\n");
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                MammoflowServer server = MammoflowServer.with()
                        .name("postgresql")
                        .option("--database-url", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres")
                        .option("--database-user", "postgres")
                        .option("--database-password-file", password.toString())
                        .start()) {

            assertThat(server.anonymously().get("/health/ready").body()).contains("PostgreSQL");
            assertThat(server.home().resolve("database")).isEmptyDirectory();
            assertThat(Files.readString(Path.of("/proc/" + server.process().pid() + "/cmdline")))
                    .doesNotContain("password");
        }
    }
}
