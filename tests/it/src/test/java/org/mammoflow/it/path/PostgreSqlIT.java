package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.it.path.Mammograms.Mammogram;
import org.mammoflow.it.server.MammoflowServer;

/** A hospital gives the server its own PostgreSQL by address, user and a file with the password. */
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
    void the_whole_application_starts_on_postgresql() throws Exception {
        assertThat(server.anonymously().get("/health/ready").body()).contains("PostgreSQL");
        assertThat(server.home().resolve("database")).isEmptyDirectory();
        assertThat(Files.readString(Path.of("/proc/" + server.process().pid() + "/cmdline")))
                .doesNotContain("password");
    }

    @Test
    void files_that_are_made_while_a_reader_decides_show_one_state_each() throws Exception {
        List<Mammogram> mammograms = Mammograms.study();
        new Sender(server).storescu(mammograms);
        Answers answers = new Answers(server);
        new FilesDuringReview(
                        server, mammograms.stream().map(answers::findingOf).toList())
                .assertThatEachShowsOneState();
    }
}
