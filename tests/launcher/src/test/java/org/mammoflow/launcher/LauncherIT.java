package org.mammoflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.Checkout;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.ServerOptions;

/** What a newcomer and an operator may rely on when they type {@code ./mammoflow}. */
class LauncherIT {

    // A start takes longer than all that is asked of it: so what one server can show, one server shows.
    @Test
    void ctrl_c_leaves_no_process_the_next_start_finds_everything_again_and_is_killed_by_stop_when_it_hears_no_signal()
            throws Exception {
        MammoflowServer server = MammoflowServer.with()
                .name("interrupted")
                .option("--stop-seconds", "5")
                .start();
        String password = server.firstPasswordOf("radiologist");
        assertThat(Caller.of(server.url(), "radiologist", password)
                        .get("/api/v1/worklist")
                        .statusCode())
                .as("on loopback the passwords of the first start open everything")
                .isEqualTo(200);

        kill("INT", server.process());

        assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Commands.processesOf(server.home())).isEmpty();
        server.start();
        assertThat(server.firstPasswordOf("radiologist")).isEqualTo(password);
        server.awaitConsole("Mammoflow is ready");
        assertThat(Commands.mammoflow("status", "--home", server.home().toString())
                        .status())
                .isZero();
        kill("STOP", server.process());

        Commands.Ending stop =
                Commands.mammoflow("stop", "--home", server.home().toString());

        assertThat(stop.status()).isZero();
        assertThat(stop.output()).contains("killed");
        assertThat(server.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Commands.processesOf(server.home())).isEmpty();
    }

    @Test
    void the_banner_says_where_everything_is() {
        MammoflowServer server = MammoflowServer.shared();

        assertThat(server.awaitConsole("Not a medical device"))
                .contains(server.url().replace("127.0.0.1", "localhost"))
                .contains("port " + server.dicomPort() + ", AE title MAMMOFLOW")
                .contains("/health/ready")
                .contains(
                        server.home().resolve("initial-credentials.properties").toString())
                .contains("ANY caller")
                .contains("Not a medical device");
    }

    @Test
    void a_second_server_on_the_same_data_folder_is_refused() throws Exception {
        Commands.Ending refused = Commands.run(
                MammoflowServer.with().home(MammoflowServer.shared().home()));

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output())
                .contains("already runs on the data folder")
                .contains("process " + MammoflowServer.shared().process().pid());
    }

    @Test
    void a_port_in_use_is_refused_by_its_option() throws Exception {
        for (String option : List.of("--http-port", "--dicom-port", "--dicom-tls-port", "--management-port")) {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String port = String.valueOf(taken.getLocalPort());

                Commands.Ending refused =
                        Commands.run(MammoflowServer.with().name("refused").option(option, port));

                assertThat(refused.status()).isEqualTo(1);
                assertThat(refused.output())
                        .contains("port " + port + " is in use")
                        .contains(option);
            }
        }
    }

    @Test
    void a_start_that_fails_tells_its_reason_without_a_stack_trace() throws Exception {
        Commands.Ending failed = Commands.run(MammoflowServer.with()
                .name("no-database")
                .option("--database-url", "jdbc:postgresql://127.0.0.1:1/mammoflow"));

        assertThat(failed.status()).isNotZero();
        assertThat(failed.output())
                .contains("The server did not start")
                .contains("127.0.0.1:1 refused")
                .doesNotContain("\tat ");
    }

    @Test
    void a_server_whose_application_does_not_deploy_ends_within_its_time() throws Exception {
        ServerOptions options = MammoflowServer.with().name("undeployable").option("--stop-seconds", "5");
        // The credentials of the first users cannot be written over a folder that is not empty.
        Files.createDirectories(options.home().resolve("initial-credentials.properties/in-the-way"));

        Commands.Ending failed = Commands.run(options);

        assertThat(failed.status()).isNotZero();
        assertThat(failed.output()).contains("The server did not start").contains("initial-credentials.properties");
        assertThat(Commands.processesOf(options.home())).isEmpty();
    }

    @Test
    void a_server_whose_data_folder_was_deleted_still_stops_alone_beside_another() throws Exception {
        MammoflowServer first = MammoflowServer.shared();
        MammoflowServer server = MammoflowServer.with()
                .name("deleted")
                .option("--stop-seconds", "5")
                .start();
        deleteFolder(server.home());

        Commands.Ending refused = Commands.run(MammoflowServer.with().home(server.home()));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output())
                .contains("was deleted")
                .contains("process " + server.process().pid())
                .contains("./mammoflow stop --home " + server.home());

        assertThat(Commands.mammoflow("stop", "--home", server.home().toString())
                        .status())
                .isZero();
        assertThat(server.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(first.anonymously().get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void the_data_folder_is_for_its_owner_alone_and_no_password_is_on_the_command_line() throws Exception {
        MammoflowServer server = MammoflowServer.shared();
        Path arguments = Path.of("/proc/" + server.process().pid() + "/cmdline");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.home())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(server.home().resolve("initial-credentials.properties"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(arguments).toLowerCase(Locale.ROOT)).doesNotContain("password");
    }

    @Test
    void listens_on_loopback_only() throws Exception {
        long pid = MammoflowServer.shared().process().pid();

        assertThat(ListeningSockets.of(pid)).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void help_lists_every_option_that_is_understood() throws Exception {
        String help = Commands.mammoflow("--help").output();
        String table = Files.readString(Checkout.root().resolve("server/bin/options.sh"));

        Stream<String> names =
                table.lines().filter(line -> line.matches("[a-z-]+\\|.*")).map(line -> line.split("\\|")[0]);

        assertThat(names.toList())
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(help)
                        .contains("--" + name + " ")
                        .contains("MAMMOFLOW_" + name.replace('-', '_').toUpperCase(Locale.ROOT)));
    }

    @Test
    void help_that_nobody_reads_to_its_end_starts_nothing() throws Exception {
        Path home = MammoflowServer.with().name("asked").home();
        String question = "trap '' PIPE; timeout 60 '%s' run --help --home '%s' | head -n 1; exit ${PIPESTATUS[0]}"
                .formatted(Checkout.launcher(), home);

        Commands.Ending answer = Commands.ending(List.of("bash", "-c", question));

        assertThat(answer.status()).isZero();
        assertThat(home.resolve("run")).doesNotExist();
    }

    @Test
    void help_explains_every_setting_that_the_application_reads() throws Exception {
        String help = Commands.mammoflow("--help").output();
        String launcher = Files.readString(Checkout.root().resolve("server/bin/run.sh"));
        Pattern setting =
                Pattern.compile("Setting\\s*\\.\\w+\\(\\s*\"(mammoflow[^\"]+)\"|\\$\\{(mammoflow\\.inference[^:}]+)");
        try (Stream<Path> sources = Files.walk(Checkout.root().resolve("ejb/src/main/java"))) {
            List<String> names = sources.filter(source -> source.toString().endsWith(".java"))
                    .flatMap(source -> setting.matcher(text(source))
                            .results()
                            .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
                    .distinct()
                    .toList();
            assertThat(names)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(name -> assertThat(help + launcher).contains(name));
        }
    }

    @Test
    void an_unknown_option_or_a_wrong_value_is_refused() throws Exception {
        assertThat(Commands.mammoflow("run", "--no-such", "x").output()).contains("there is no option --no-such");
        assertThat(Commands.mammoflow("run", "--http-port", "eighty").output())
                .contains("--http-port must be a number");
        assertThat(Commands.mammoflow("run", "--ae-title", "BACK\\SLASH").output())
                .contains("--ae-title");
        assertThat(Commands.mammoflow("run", "--dicom-tls-port", "11112").output())
                .contains("must differ");
        assertThat(Commands.mammoflow("run", "--dicom-tls-trust", "x.pem").output())
                .contains("needs --dicom-tls-port");
        assertThat(Commands.mammoflow("frobnicate").output()).contains("there is no command 'frobnicate'");
    }

    @Test
    void status_and_stop_of_a_folder_without_server_say_so() throws Exception {
        Path nobody = MammoflowServer.with().name("nobody").home();

        assertThat(Commands.mammoflow("status", "--home", nobody.toString()).status())
                .isEqualTo(3);
        assertThat(Commands.mammoflow("stop", "--home", nobody.toString()).status())
                .isZero();
    }

    private static void kill(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
