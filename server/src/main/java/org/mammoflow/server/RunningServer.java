package org.mammoflow.server;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** One server as the launcher described it in {@code run/server.properties} of its data folder. */
record RunningServer(Path home, Properties properties) {

    static RunningServer of(Path home) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("run/server.properties"))) {
            properties.load(reader);
        }
        return new RunningServer(home, properties);
    }

    /** What users type; may be a name before a proxy. */
    String worklist() {
        return properties.getProperty("url");
    }

    URI readiness() {
        return URI.create(properties.getProperty("local.url")).resolve("/health/ready");
    }

    String dicomAddress() {
        return "%s port %s, AE title %s"
                .formatted(
                        properties.getProperty("dicom.bind"),
                        properties.getProperty("dicom.port"),
                        properties.getProperty("dicom.ae-title"));
    }

    /** The port for DICOM over TLS and who may use it; empty when there is none. */
    String dicomTls() {
        String port = properties.getProperty("dicom.tls-port", "");
        if (port.isEmpty()) {
            return "";
        }
        String trust = properties.getProperty("dicom.tls-trust", "");
        return "port " + port
                + (trust.isEmpty() ? ", no client certificates asked for" : ", client certificates required");
    }

    Path credentials() {
        return home.resolve("initial-credentials.properties");
    }

    Path log() {
        return home.resolve("log/server.log");
    }

    Path bootMarker() {
        return home.resolve("server/tmp/startup-marker");
    }

    /** The key store of HTTPS and of DICOM over TLS; empty when there is neither. */
    String keyStore() {
        return properties.getProperty("tls.keystore", "");
    }

    Duration patience() {
        return Duration.ofSeconds(Long.parseLong(properties.getProperty("patience", "120")));
    }

    ProcessHandle process() {
        return ProcessHandle.of(Long.parseLong(properties.getProperty("pid"))).orElse(null);
    }

    boolean isAlive() {
        ProcessHandle process = process();
        return process != null && process.isAlive();
    }
}
