package org.mammoflow.audit.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom we take for the collector, and as whom we show ourselves. */
final class Trust {

    private Trust() {}

    /** @throws IOException when a file cannot be read or holds nothing usable */
    static SSLContext of(FeedSettings settings) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(certificates(settings));
            context.init(own(settings).orElse(null), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("audit collector: certificates not usable: " + e.getMessage(), e);
        }
    }

    private static KeyStore certificates(FeedSettings settings) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream file = Files.newInputStream(settings.trusted())) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("collector-" + store.size(), certificate);
            }
        }
        return store;
    }

    private static Optional<KeyManager[]> own(FeedSettings settings) throws IOException, GeneralSecurityException {
        if (settings.own().isEmpty()) {
            return Optional.empty();
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(settings.own().get())) {
            store.load(file, settings.password());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, settings.password());
        return Optional.of(keys.getKeyManagers());
    }
}
