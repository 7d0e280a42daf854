package org.mammoflow.intake;

import java.nio.file.Path;
import java.util.Optional;
import org.mammoflow.platform.Setting;

/**
 * The port for DICOM over TLS.
 *
 * @param port 0 takes a free one
 * @param keyStore PKCS #12 with the server's key and certificate, the same as for HTTPS; its password is only in the
 *     environment, as {@code MAMMOFLOW_TLS_PASSWORD}
 * @param trust PEM file with the certificates of callers or of their issuers; with it, callers must show one
 */
public record TlsSettings(int port, Path keyStore, Optional<Path> trust) {

    static Optional<TlsSettings> read() {
        return Setting.value("mammoflow.dicom.tls-port")
                .map(given -> new TlsSettings(
                        (int) Setting.number("mammoflow.dicom.tls-port", 2762, 0, 65535),
                        Setting.folder("mammoflow.tls.keystore"),
                        Setting.value("mammoflow.dicom.tls-trust").map(Path::of)));
    }
}
