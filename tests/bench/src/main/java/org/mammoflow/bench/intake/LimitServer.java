package org.mammoflow.bench.intake;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The physical limit: TCP to a file, fsync, a reply. It looks at nothing but where an object ends, which is at the only
 * PDU shorter than the longest after the head.
 */
final class LimitServer {

    private static final int MAXIMUM_LENGTH = 256 * 1024;

    private static final AtomicLong FILES = new AtomicLong();

    private LimitServer() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        ServerSocketChannel server = ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])));
        while (true) {
            SocketChannel channel = server.accept();
            new Thread(() -> serve(channel, folder)).start();
        }
    }

    private static void serve(SocketChannel channel, Path folder) {
        try (channel) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            ByteBuffer buffer = ByteBuffer.allocateDirect(MAXIMUM_LENGTH);
            channel.read(buffer);
            channel.write(ByteBuffer.wrap(Wire.associateAc(MAXIMUM_LENGTH)));
            int length = firstObjectLength(channel, buffer);
            while (true) {
                receive(channel, buffer, length, folder);
                channel.write(ByteBuffer.wrap(Wire.storeRsp()));
                buffer.clear();
                if (channel.read(buffer) < 20) {
                    return;
                }
            }
        } catch (IOException ended) {
            // The client closes when it has done its work.
        }
    }

    /** Learns from the head of the first object how long all of them are on the wire. */
    private static int firstObjectLength(SocketChannel channel, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int at = 0;
        while (buffer.position() < 2000) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        for (int pdu = 0; pdu < 2; pdu++) {
            at += 6 + buffer.getInt(at + 2);
        }
        int pixels = Integer.reverseBytes(buffer.getInt(at - 4));
        int fragment = MAXIMUM_LENGTH - 6;
        return at + pixels + (pixels + fragment - 1) / fragment * 12;
    }

    private static void receive(SocketChannel channel, ByteBuffer buffer, int length, Path folder) throws IOException {
        Path file = folder.resolve(FILES.incrementAndGet() + ".bin");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            int left = length;
            while (true) {
                left -= buffer.flip().remaining();
                out.write(buffer);
                if (left == 0) {
                    break;
                }
                if (channel.read(buffer.clear()) < 0) {
                    throw new EOFException();
                }
            }
            out.force(false);
        }
    }
}
