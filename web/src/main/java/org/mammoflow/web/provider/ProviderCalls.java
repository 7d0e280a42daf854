package org.mammoflow.web.provider;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestConfigurator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** How the provider is called: with an end to every wait, without redirects, trusting whom the site trusts. */
final class ProviderCalls implements HTTPRequestConfigurator {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int MOST_BYTES = 200_000;

    private final SSLSocketFactory sockets;

    ProviderCalls(ProviderSettings settings) {
        sockets = settings.trusted().map(ProviderCalls::trusting).orElseGet(() ->
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Override
    public void configure(HTTPRequest request) {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        request.setSSLSocketFactory(sockets);
    }

    ResourceRetriever retriever() {
        return new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES, true, sockets);
    }

    private static SSLSocketFactory trusting(Path certificates) {
        try (InputStream file = Files.newInputStream(certificates)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("provider-" + store.size(), certificate);
            }
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException e) {
            throw new UncheckedIOException("provider's certificates not readable: " + certificates, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("provider's certificates not usable: " + certificates, e);
        }
    }
}
