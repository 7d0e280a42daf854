package org.mammoflow.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;

/** What a ready server tells the one who started it. */
record Banner(RunningServer server, Readiness readiness, Duration took) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%nMammoflow is ready (%.1f s).%n%n", took.toMillis() / 1000.0));
        line(text, "Worklist", server.worklist());
        line(
                text,
                "DICOM",
                server.dicomAddress() + (readiness.stack().isEmpty() ? "" : ", stack " + readiness.stack()));
        if (!server.dicomTls().isEmpty()) {
            line(text, "DICOM TLS", server.dicomTls());
        }
        line(text, "Health", server.readiness().toString());
        line(text, "First users", firstUsers());
        if (!server.keyStore().isEmpty()) {
            line(text, "Certificate", fingerprint());
        }
        line(text, "Stop", "Ctrl-C or ./mammoflow stop");
        if (readiness.acceptsAnyCaller()) {
            text.append(String.format(
                    "%n  ! Images are taken from ANY caller until the first modality is entered on the admin page.%n"));
        }
        text.append(String.format("%n  Not a medical device: for research and evaluation, never for diagnosis.%n"));
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format("  %-12s %s%n", label, value));
    }

    private String firstUsers() {
        Path file = server.credentials();
        return Files.exists(file) ? "passwords in " + file : "passwords were given out before (file removed)";
    }

    /** For comparison with what the browser shows: nobody else vouches for a certificate of our own. */
    private String fingerprint() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(Path.of(server.keyStore()))) {
                store.load(
                        in,
                        System.getenv()
                                .getOrDefault("MAMMOFLOW_TLS_PASSWORD", "")
                                .toCharArray());
            }
            String alias = Collections.list(store.aliases()).get(0);
            Certificate certificate = store.getCertificate(alias);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return "SHA-256 " + HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (IOException | GeneralSecurityException unreadable) {
            return "cannot be read: " + unreadable.getMessage();
        }
    }
}
