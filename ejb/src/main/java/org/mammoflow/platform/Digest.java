package org.mammoflow.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A SHA-256 in the making; its value is lower-case hexadecimal, 64 characters. */
public final class Digest {

    private final MessageDigest sha256;

    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of a record: each field with its length in front, so that no two contents give the same bytes. */
    public static String ofFields(List<String> fields) {
        Digest digest = new Digest();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.wrap((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)));
            digest.update(ByteBuffer.wrap(bytes));
        }
        return digest.value();
    }

    /** Takes the remaining bytes; the buffer's position moves to its limit. */
    public void update(ByteBuffer bytes) {
        sha256.update(bytes);
    }

    public String value() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
