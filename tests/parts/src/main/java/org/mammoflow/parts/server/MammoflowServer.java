package org.mammoflow.parts.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A server started by the launcher that users start, on ports of its own and a data folder of its own.
 *
 * <p>{@link #shared()} is one server for all test classes that only add to it; {@link #with()} describes one for a test
 * that stops, kills or configures it.
 */
public final class MammoflowServer implements AutoCloseable {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(90);

    private final ServerOptions options;
    private final Map<String, String> own = new ConcurrentHashMap<>();
    private Launch launch;

    MammoflowServer(ServerOptions options) {
        this.options = options;
    }

    /** The server that test classes share; started by the first who asks, stopped with the JVM. */
    public static MammoflowServer shared() {
        return Shared.SERVER;
    }

    /** A server for one test: {@code MammoflowServer.with().option("--accept-unknown-callers", "no").start()}. */
    public static ServerOptions with() {
        return new ServerOptions();
    }

    /** Starts and waits until {@code /health/ready} answers 200. */
    public MammoflowServer start() {
        launch = Launch.of(options.command(), options.environment(), options.console());
        launch.awaitReady(readyUrl());
        return this;
    }

    /** SIGTERM, as {@code ./mammoflow stop} and a service manager do; waits for the end. */
    public void stop() {
        launch.signal("TERM");
        launch.awaitEnd(STOPS_WITHIN);
    }

    /** SIGKILL: no handler runs, nothing is flushed that was not synced before. */
    public void kill9() {
        launch.signal("KILL");
        launch.awaitEnd(STOPS_WITHIN);
    }

    /** Stops cleanly, if it runs, and starts on the same data folder. */
    public MammoflowServer restart() {
        if (isAlive()) {
            stop();
        }
        return start();
    }

    public boolean isAlive() {
        return launch != null && launch.process().isAlive();
    }

    /** Stops; the data folder stays for whoever reads why a test failed. */
    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
    }

    public Process process() {
        return launch.process();
    }

    /** What the launcher printed since the last start. */
    public String console() {
        return launch.console();
    }

    /** Waits for a text that is printed beside the server, such as the banner. */
    public String awaitConsole(String text) {
        return launch.awaitConsole(text);
    }

    public Path home() {
        return options.home();
    }

    public Path log() {
        return home().resolve("log/server.log");
    }

    /** Base address of pages and REST, with the closing slash. */
    public String url() {
        return "http://127.0.0.1:" + options.httpPort() + "/";
    }

    private String readyUrl() {
        return url() + "health/ready";
    }

    public String dicomHost() {
        return "127.0.0.1";
    }

    public int dicomPort() {
        return options.dicomPort();
    }

    public int managementPort() {
        return options.managementPort();
    }

    public String aeTitle() {
        return "MAMMOFLOW";
    }

    /** A password of this user's own, chosen in the place of the first one as soon as it is asked for. */
    public String passwordOf(String user) {
        return own.computeIfAbsent(user, this::chosenBy);
    }

    private String chosenBy(String user) {
        String first = firstPasswordOf(user);
        String next = "own " + first;
        if (isAlive()) {
            String change = "{\"present\":\"" + first + "\",\"next\":\"" + next + "\"}";
            int status = Caller.of(url(), user, first)
                    .putJson("/api/v1/accounts/own/password", change)
                    .statusCode();
            // 401: it was changed before, by another test on this data folder.
            if (status != 204 && status != 401) {
                throw new AssertionError("password of " + user + " not changed: " + status);
            }
        }
        return next;
    }

    /** The password that the first start gave to this user; it opens nothing but the choice of another. */
    public String firstPasswordOf(String user) {
        Properties credentials = new Properties();
        try (Reader reader = Files.newBufferedReader(home().resolve("initial-credentials.properties"))) {
            credentials.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return credentials.getProperty("user." + user);
    }

    /** Calls the server by HTTP as this user of the first start, with a password of their own. */
    public Caller as(String user) {
        return Caller.of(url(), user, passwordOf(user));
    }

    /** Calls the server by HTTP without saying who. */
    public Caller anonymously() {
        return Caller.anonymous(url());
    }

    /** The H2 database of a stopped server; a running one holds its file alone. */
    public Connection database() throws SQLException {
        if (isAlive()) {
            throw new IllegalStateException("stop the server first: H2 gives its file to one process");
        }
        return DriverManager.getConnection(
                "jdbc:h2:file:" + home().resolve("database/mammoflow")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "sa",
                "sa");
    }

    /** How often this library is mapped into the server's memory, counted by file. */
    public long mappedCopies(String library) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process().pid() + "/maps"))) {
            return lines.filter(line -> line.contains(library))
                    .map(line -> line.substring(line.indexOf('/')))
                    .distinct()
                    .count();
        }
    }

    /** Runs one command of WildFly's CLI and returns what it printed. */
    public String cli(String command) {
        try {
            Process cli = new ProcessBuilder(
                            Checkout.wildfly().resolve("bin/jboss-cli.sh").toString(),
                            "--connect",
                            "--no-color-output",
                            "--controller=127.0.0.1:" + managementPort(),
                            "--command=" + command)
                    .redirectErrorStream(true)
                    .start();
            cli.getOutputStream().close();
            String output = new String(cli.getInputStream().readAllBytes());
            if (!cli.waitFor(60, TimeUnit.SECONDS) || cli.exitValue() != 0) {
                throw new AssertionError(command + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Undeploys and deploys the EAR as an update in the running server would. */
    public void redeploy() {
        cli("/deployment=mammoflow.ear:redeploy");
    }

    private static final class Shared {
        // Whoever waits for the end of a head that never ends waits seconds, not half a minute.
        private static final MammoflowServer SERVER = with().name("shared")
                .property("mammoflow.http.parse-timeout", "8000")
                .untilTheEnd();
    }
}
