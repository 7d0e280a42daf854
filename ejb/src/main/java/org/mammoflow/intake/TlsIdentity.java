package org.mammoflow.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.mammoflow.dicom.net.upper.ClientCertificates;
import org.mammoflow.dicom.net.upper.TlsPort;

/** Who we are on the DICOM TLS port and whom we let in there. */
final class TlsIdentity {

    private final TlsSettings settings;
    private final SSLContext context;

    private TlsIdentity(TlsSettings settings, SSLContext context) {
        this.settings = settings;
        this.context = context;
    }

    /** @throws IllegalStateException when the key store or the trusted certificates cannot be used, with the remedy */
    static TlsIdentity read(TlsSettings settings, String password) {
        try {
            KeyStore own = load(settings.keyStore(), password.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), new TrustManager[] {CallerTrust.in(trusted(settings, own))}, null);
            return new TlsIdentity(settings, context);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "DICOM TLS port not opened: %s (see --tls-keystore and --dicom-tls-trust)"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static KeyStore load(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    /** Our own certificate is among them: the readiness check calls us by it. */
    private static List<Certificate> trusted(TlsSettings settings, KeyStore own)
            throws IOException, GeneralSecurityException {
        List<Certificate> trusted = new ArrayList<>();
        for (String alias : Collections.list(own.aliases())) {
            trusted.add(own.getCertificate(alias));
        }
        if (settings.trust().isPresent()) {
            trusted.addAll(pem(settings.trust().get()));
        }
        return trusted;
    }

    private static Collection<? extends Certificate> pem(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("no certificate in " + file);
            }
            return certificates;
        }
    }

    TlsPort port() {
        return new TlsPort(
                settings.port(),
                context,
                settings.trust().isPresent() ? ClientCertificates.REQUIRED : ClientCertificates.NOT_ASKED);
    }
}
