package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Threads and sockets of this process.
 *
 * @param threads those of the DICOM network
 * @param sockets open file handles that are sockets
 */
public record ServerResources(long threads, long sockets) {

    static {
        // The first channel that is closed opens a socket pair that the runtime keeps.
        try {
            SocketChannel.open().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ServerResources now() {
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("dicom-"))
                .count();
        return new ServerResources(threads, openSockets());
    }

    private static long openSockets() {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.filter(ServerResources::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    /** So many threads more, and any number of sockets. */
    ServerResources plusThreads(int more) {
        return new ServerResources(threads + more, Long.MAX_VALUE);
    }

    /** Waits until no more are held than here. */
    public void awaitReturn() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        ServerResources now = now();
        while (now.threads > threads || now.sockets > sockets) {
            if (System.nanoTime() > end) {
                throw new AssertionError("before: " + this + ", still held: " + now);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            now = now();
        }
    }
}
