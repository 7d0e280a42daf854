package org.mammoflow.parts.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a server of a test is started: an empty data folder, free ports and a network that always has an opinion, unless the
 * test says otherwise.
 */
public final class ServerOptions {
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final int[] ports = freePorts();
    private String name = "server";
    private Path home;

    ServerOptions() {
        option("--http-port", String.valueOf(ports[0]));
        option("--dicom-port", String.valueOf(ports[1]));
        option("--management-port", String.valueOf(ports[2]));
        option("--models", OutspokenNetwork.models().toString());
        // A server of a test lives for seconds: most of what the second compiler works for would never be run.
        option("--java-options", "-XX:TieredStopAtLevel=1");
    }

    /** Begins the name of the data folder below the test module's {@code target/servers}. */
    public ServerOptions name(String name) {
        this.name = name;
        return this;
    }

    /** Uses the data folder of another server, which must have stopped. */
    public ServerOptions home(Path home) {
        this.home = home;
        return this;
    }

    /** An option of {@code ./mammoflow run}, such as {@code --heap}. */
    public ServerOptions option(String option, String value) {
        options.put(option, value);
        return this;
    }

    /** The networks as they are released, which say nothing where a score would mislead. */
    public ServerOptions releasedNetworks() {
        options.remove("--models");
        return this;
    }

    /** A system property of the server, such as {@code mammoflow.inference.attempts}. */
    public ServerOptions property(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** A variable of the launcher's environment. */
    public ServerOptions variable(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public MammoflowServer start() {
        return prepared().start();
    }

    /** A server that several test classes share: started now, stopped with the JVM. */
    public MammoflowServer untilTheEnd() {
        MammoflowServer server = start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** A server that is not started yet. */
    public MammoflowServer prepared() {
        home();
        return new MammoflowServer(this);
    }

    /** The command line of {@code ./mammoflow run}. */
    public List<String> command() {
        List<String> command =
                new ArrayList<>(List.of(Checkout.launcher(), "run", "--no-build", "--home", home().toString()));
        options.forEach((option, value) -> command.addAll(List.of(option, value)));
        properties.forEach((property, value) -> command.add("-D" + property + "=" + value));
        return command;
    }

    Map<String, String> environment() {
        return environment;
    }

    public Path home() {
        if (home == null) {
            home = newFolder(name);
        }
        return home;
    }

    Path console() {
        return home.resolveSibling(home.getFileName() + ".console");
    }

    public int httpPort() {
        return ports[0];
    }

    public int dicomPort() {
        return ports[1];
    }

    public int managementPort() {
        return ports[2];
    }

    private static Path newFolder(String name) {
        try {
            Path servers = Files.createDirectories(Path.of("target/servers"));
            return Files.createTempDirectory(servers.toAbsolutePath(), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port of this machine that is free at this moment, for an option of its own. */
    public static int freePort() {
        try (ServerSocket socket = loopback()) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] freePorts() {
        try (ServerSocket http = loopback();
                ServerSocket dicom = loopback();
                ServerSocket management = loopback()) {
            return new int[] {http.getLocalPort(), dicom.getLocalPort(), management.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
