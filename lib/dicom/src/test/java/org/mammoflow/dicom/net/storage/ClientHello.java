package org.mammoflow.dicom.net.storage;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The first message of a TLS handshake, byte by byte (RFC 5246 7.4.1.2): neither the JDK nor today's OpenSSL would offer
 * an old version, so that a test with them would prove nothing about the server.
 */
public final class ClientHello {

    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    private static final int PROTOCOL_VERSION = 70;

    /** ECDHE with RSA and ECDSA; of TLS 1.2 the first two, of its predecessors the last two. */
    private static final int[] CIPHER_SUITES = {0xC02F, 0xC02B, 0xC013, 0xC009};

    private static final int[] EXTENSIONS = {
        10, 4, 2, 23, // supported groups: secp256r1
        11, 2, 0x0100, // point formats: uncompressed
        13, 8, 6, 0x0401, 0x0403, 0x0804, // signature algorithms: RSA, ECDSA, RSA-PSS with SHA-256
    };

    private final byte[] bytes;

    private ClientHello(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param version 0x0301 for TLS 1.0 to 0x0303 for TLS 1.2 */
    public static ClientHello offering(int version) throws IOException {
        byte[] body = body(version);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(record);
        out.writeByte(HANDSHAKE);
        out.writeShort(0x0301);
        out.writeShort(body.length + 4);
        out.writeInt(0x01000000 | body.length);
        out.write(body);
        return new ClientHello(record.toByteArray());
    }

    private static byte[] body(int version) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0);
        out.writeShort(2 * CIPHER_SUITES.length);
        for (int suite : CIPHER_SUITES) {
            out.writeShort(suite);
        }
        out.writeShort(0x0100);
        out.writeShort(2 * EXTENSIONS.length);
        for (int word : EXTENSIONS) {
            out.writeShort(word);
        }
        return body.toByteArray();
    }

    /** What the server on this local port says first. */
    public String answerFrom(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int type = in.readUnsignedByte();
            in.skipNBytes(4);
            if (type == ALERT) {
                in.skipNBytes(1);
                int alert = in.readUnsignedByte();
                return alert == PROTOCOL_VERSION ? "alert protocol_version" : "alert " + alert;
            }
            return type == HANDSHAKE && in.readUnsignedByte() == 2 ? "ServerHello" : "type " + type;
        }
    }
}
