package org.mammoflow.classifier.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A network's input: one channel, size × size normalised values, row by row, the chest wall on the left.
 */
public record InputTensor(int size, float[] values) {

    /** SHA-256 of the values as little-endian IEEE 754 single precision, lower-case hexadecimal. */
    public String digest() {
        return HexFormat.of().formatHex(sha256().digest(littleEndianBytes()));
    }

    /** The values as little-endian IEEE 754 single precision. */
    public byte[] littleEndianBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
