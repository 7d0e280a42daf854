package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/** A bound port that accepts connections on its own thread until it is closed. */
final class Port {

    /** Waits before the next try when the process has no file handle or thread left for a connection. */
    private static final Duration EXHAUSTED = Duration.ofMillis(100);

    private final ServerSocketChannel channel;
    private final int number;

    private Port(ServerSocketChannel channel) throws IOException {
        this.channel = channel;
        this.number = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    static Port bind(InetSocketAddress address, int backlog) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            return new Port(channel.bind(address, backlog));
        } catch (IOException e) {
            channel.close();
            throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    int number() {
        return number;
    }

    void accept(ThreadFactory threads, Connected connected) {
        threads.newThread(() -> acceptUntilClosed(connected)).start();
    }

    private void acceptUntilClosed(Connected connected) {
        while (channel.isOpen()) {
            try {
                SocketChannel accepted = channel.accept();
                hand(accepted, connected);
            } catch (IOException e) {
                LockSupport.parkNanos(EXHAUSTED.toNanos());
            }
        }
    }

    /** Whatever goes wrong with one connection, the port goes on. */
    private static void hand(SocketChannel accepted, Connected connected) {
        try {
            connected.take(accepted);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            PlainTransport.quietly(accepted::close);
            LockSupport.parkNanos(EXHAUSTED.toNanos());
        }
    }

    void close() {
        PlainTransport.quietly(channel::close);
    }

    /** Takes over an accepted connection. */
    @FunctionalInterface
    interface Connected {
        void take(SocketChannel channel) throws IOException;
    }
}
