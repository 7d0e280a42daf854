package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** TCP: a blocking channel, so that bytes go straight between the kernel and direct buffers. */
final class PlainTransport implements Transport {

    private final SocketChannel channel;
    private final InetSocketAddress remote;

    PlainTransport(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.remote = (InetSocketAddress) channel.getRemoteAddress();
        // Without it the response to a small object waits 40 ms for the peer's delayed acknowledgement.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }

    @Override
    public void open() {
        // TCP is open when it is accepted or connected.
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    @Override
    public long read(ByteBuffer target, ByteBuffer spill) throws IOException {
        return channel.read(new ByteBuffer[] {target, spill});
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            channel.write(source);
        }
    }

    @Override
    public void shutdownInput() {
        quietly(channel::shutdownInput);
    }

    @Override
    public void shutdownOutput() {
        quietly(channel::shutdownOutput);
    }

    @Override
    public void close() {
        quietly(channel::close);
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public boolean secure() {
        return false;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Closing what the peer has closed already is no fault. */
    static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException | UncheckedIOException gone) {
            // The connection is gone, which is what was asked for.
        }
    }

    /** A step of closing a connection. */
    @FunctionalInterface
    interface Closing {
        void run() throws IOException;
    }
}
