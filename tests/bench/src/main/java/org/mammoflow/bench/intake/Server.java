package org.mammoflow.bench.intake;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server under test: a process, its port, and the folder that it fills. */
final class Server implements AutoCloseable {

    private static final double TICKS_PER_SECOND = 100;

    private final String name;
    private final String aeTitle;
    private final int port;
    private final Path folder;
    private final ProcessHandle process;
    private final End end;

    /** How a server is stopped. */
    @FunctionalInterface
    private interface End {
        void stop() throws InterruptedException;
    }

    private Server(String name, String aeTitle, int port, Path folder, ProcessHandle process, End end) {
        this.name = name;
        this.aeTitle = aeTitle;
        this.port = port;
        this.folder = folder;
        this.process = process;
        this.end = end;
    }

    /** How to start a server that listens on a port and writes into a folder. */
    @FunctionalInterface
    interface Launch {
        List<String> command(int port, Path folder) throws IOException;
    }

    /** A server that somebody else started and will stop. */
    static Server running(String name, Path home) throws IOException {
        Properties server = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("run/server.properties"))) {
            server.load(reader);
        }
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(server.getProperty("pid"))).orElseThrow();
        int port = Integer.parseInt(server.getProperty("dicom.port"));
        Path nothing = Files.createTempDirectory("bench-");
        return new Server(name, server.getProperty("dicom.ae-title"), port, nothing, process, () -> {});
    }

    static Server start(String name, String aeTitle, Path folder, Launch launch)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(launch.command(port, folder))
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile());
        builder.environment().put("TCP_NODELAY", "1");
        Process process = builder.start();
        Server server = new Server(name, aeTitle, port, folder, process.toHandle(), () -> stop(process));
        server.awaitPort();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitPort() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IOException(name + " does not listen", notYet);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    String name() {
        return name;
    }

    String aeTitle() {
        return aeTitle;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** User and system time of the process and of the children that it has waited for. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    double cpuSecondsAfter(double before) throws IOException {
        return cpuSeconds() - before;
    }

    /** Deletes what was received, so that no run meets a fuller disk than another. */
    void empty() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile).filter(Server::isObject).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Not the index that Orthanc keeps beside its objects. */
    private static boolean isObject(Path file) {
        String fileName = file.getFileName().toString();
        return !fileName.startsWith("index") && !fileName.endsWith(".json");
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        end.stop();
    }
}
