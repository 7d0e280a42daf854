package org.mammoflow.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The answer of {@code GET /health/ready}.
 *
 * @param status HTTP status, 0 while nobody answers
 * @param body JSON of the application
 */
record Readiness(int status, String body) {
    /** As the check "dicom" words it. */
    private static final Pattern ANY_CALLER = Pattern.compile("any calling AE title is accepted");

    /** As the check "dicom" names what answers at the port. */
    private static final Pattern STACK = Pattern.compile("stack ([a-z0-9-]+)");

    private static final Pattern CHECK_DOWN = Pattern.compile(
            "\"name\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"status\"\\s*:\\s*\"DOWN\"(?:[^}]*\"detail\"\\s*:\\s*\"([^\"]*)\")?");

    static Readiness ask(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            if (connection instanceof HttpsURLConnection https) {
                trustOurselves(https);
            }
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(20_000);
            int status = connection.getResponseCode();
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Readiness(status, body);
            }
        } catch (IOException nobodyThere) {
            return new Readiness(0, "");
        }
    }

    boolean ready() {
        return status == 200;
    }

    boolean acceptsAnyCaller() {
        return ANY_CALLER.matcher(body).find();
    }

    /** The DICOM stack that answers at the port; empty when it is not told. */
    String stack() {
        Matcher named = STACK.matcher(body);
        return named.find() ? named.group(1) : "";
    }

    /** What is not ready, for people. */
    String complaint() {
        if (status == 0) {
            return "nobody answers";
        }
        Matcher down = CHECK_DOWN.matcher(body);
        if (!down.find()) {
            return "it answers " + status;
        }
        return "not ready: " + down.group(1) + (down.group(2) == null ? "" : ", " + down.group(2));
    }

    /** We ask our own server on our own machine for a public word; its certificate may bear any name. */
    private static void trustOurselves(HttpsURLConnection https) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, new SecureRandom());
            https.setSSLSocketFactory(context.getSocketFactory());
            https.setHostnameVerifier((host, session) -> true);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class AnyCertificate implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
