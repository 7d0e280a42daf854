package org.mammoflow.dicom.net.upper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A peer that sends exactly the bytes it is told to, and looks at what comes back. */
public final class ScriptedPeer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private ScriptedPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** A PDU that came back. */
    public record Pdu(int type, byte[] variableField) {}

    public static ScriptedPeer connect(int port) {
        try {
            return new ScriptedPeer(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Connected and associated with the fixture's request. */
    public static ScriptedPeer associate(int port) {
        return associate(port, PduBytes.associateRq());
    }

    public static ScriptedPeer associate(int port, PduBytes.AssociateRqBytes request) {
        ScriptedPeer peer = connect(port).send(request.bytes());
        assertThat(peer.read().type()).as("A-ASSOCIATE-AC").isEqualTo(2);
        return peer;
    }

    public ScriptedPeer send(byte[]... bytes) {
        try {
            out.write(PduBytes.join(bytes));
            out.flush();
        } catch (SocketException closedByServer) {
            // What the server says about it is read next.
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** Whether the server still takes bytes and has not answered. */
    public boolean accepts(byte[] bytes) {
        try {
            out.write(bytes);
            return in.available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    public Pdu read() {
        try {
            int type = in.readUnsignedByte();
            in.readByte();
            byte[] body = new byte[in.readInt()];
            in.readFully(body);
            return new Pdu(type, body);
        } catch (IOException e) {
            throw new AssertionError("no PDU came back", e);
        }
    }

    public void expectAbort(int source, int reason) {
        Pdu pdu = read();
        assertThat(pdu.type()).as("A-ABORT").isEqualTo(7);
        assertThat(pdu.variableField()).containsExactly(0, 0, source, reason);
        expectClosed();
    }

    public void expectRejection(int result, int source, int reason) {
        Pdu pdu = read();
        assertThat(pdu.type()).as("A-ASSOCIATE-RJ").isEqualTo(3);
        assertThat(pdu.variableField()).containsExactly(0, result, source, reason);
        expectClosed();
    }

    /** The status of the response that comes back in one PDV. */
    public int readStatus() {
        Pdu pdu = read();
        assertThat(pdu.type()).as("P-DATA-TF").isEqualTo(4);
        ByteBuffer command = ByteBuffer.wrap(pdu.variableField())
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(6);
        while (command.hasRemaining()) {
            command.getShort();
            int element = command.getShort();
            int length = command.getInt();
            if (element == 0x0900) {
                return command.getShort() & 0xFFFF;
            }
            command.position(command.position() + length);
        }
        throw new AssertionError("a response without status");
    }

    /** Nothing more comes, by FIN or by RST. */
    public void expectClosed() {
        try {
            in.readByte();
            throw new AssertionError("the connection is still open and talking");
        } catch (EOFException | SocketException closed) {
            close();
        } catch (IOException e) {
            throw new AssertionError("the connection is still open", e);
        }
    }

    /** Reads whatever still comes until the connection ends. */
    public void awaitEnd() {
        try {
            while (in.read() >= 0) {
                // an A-ABORT, perhaps
            }
        } catch (SocketException closed) {
            // by RST
        } catch (IOException e) {
            throw new AssertionError("the connection is still open", e);
        }
        close();
    }

    public void finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends with RST. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            throw new AssertionError(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
