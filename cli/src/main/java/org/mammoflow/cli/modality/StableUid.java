package org.mammoflow.cli.modality;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Unique identifiers that are the same whenever the same thing is made again (2.25 and 128 bits, PS3.5 B.2). */
final class StableUid {
    private StableUid() {}

    /** @param what everything that tells this object from all others */
    static String of(Object... what) {
        String name =
                Arrays.stream(what).map(Object::toString).collect(Collectors.joining("|", "mammoflow phantom|", ""));
        byte[] digest = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        byte[] uuid = Arrays.copyOf(digest, 16);
        uuid[6] = (byte) (uuid[6] & 0x0F | 0x80);
        uuid[8] = (byte) (uuid[8] & 0x3F | 0x80);
        return "2.25." + new BigInteger(1, uuid);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
