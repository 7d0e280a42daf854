package org.mammoflow.chain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text files of keys (RFC 7468). */
final class Pem {

    private Pem() {}

    static String of(String label, byte[] content) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(label, lines.encodeToString(content))
                .replace("\r\n", "\n");
    }

    static byte[] content(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }
}
