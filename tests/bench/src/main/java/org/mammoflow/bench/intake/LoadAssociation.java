package org.mammoflow.bench.intake;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** One association of the load client: raw bytes out, just enough parsing of what comes back. */
final class LoadAssociation implements AutoCloseable {

    private final SocketChannel channel;
    private final DataInputStream in;
    private final int maximumLength;

    LoadAssociation(int port, String calledAe, String callingAe) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        in = new DataInputStream(new java.io.BufferedInputStream(Channels.newInputStream(channel)));
        channel.write(ByteBuffer.wrap(Wire.associateRq(calledAe, callingAe)));
        maximumLength = maximumLength(read(2));
    }

    /** What the server receives at most in one PDU. */
    int maximumLength() {
        return maximumLength;
    }

    private byte[] read(int expectedType) throws IOException {
        int type = in.readUnsignedByte();
        in.readByte();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        if (type != expectedType) {
            throw new IOException("PDU type " + type + " instead of " + expectedType);
        }
        return body;
    }

    private static int maximumLength(byte[] accept) throws IOException {
        ByteBuffer items = ByteBuffer.wrap(accept).position(68);
        while (items.hasRemaining()) {
            int type = items.get();
            items.get();
            int length = items.getShort() & 0xFFFF;
            if (type == 0x50) {
                continue;
            }
            if (type == 0x51) {
                return items.getInt();
            }
            items.position(items.position() + length);
        }
        throw new IOException("A-ASSOCIATE-AC without maximum length");
    }

    /** Stores one object; returns the nanoseconds until its response was there. */
    long store(EncodedObject object, String sopInstanceUid) throws IOException {
        ByteBuffer[] parts = {object.head(sopInstanceUid), object.tailView()};
        long start = System.nanoTime();
        while (parts[1].hasRemaining()) {
            channel.write(parts);
        }
        byte[] response = read(4);
        long time = System.nanoTime() - start;
        requireSuccess(response);
        return time;
    }

    private static void requireSuccess(byte[] response) throws IOException {
        for (int i = 6; i + 9 < response.length; i++) {
            if (response[i] == 0 && response[i + 1] == 0 && response[i + 2] == 0 && response[i + 3] == 9) {
                int status = response[i + 8] & 0xFF | (response[i + 9] & 0xFF) << 8;
                if (status == 0) {
                    return;
                }
                throw new IOException(String.format("status 0x%04X", status));
            }
        }
        throw new IOException("a response without status");
    }

    @Override
    public void close() throws IOException {
        channel.write(ByteBuffer.wrap(Wire.pdu(5, new byte[4])));
        try {
            read(6);
        } catch (IOException closedInstead) {
            // The limit server knows no release.
        }
        channel.close();
    }
}
