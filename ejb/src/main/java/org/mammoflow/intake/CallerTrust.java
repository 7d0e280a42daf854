package org.mammoflow.intake;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The platform's PKIX check, which names the certificate that it refuses: an administrator must see which modality's it
 * is, and by its digest whether it is really that one.
 */
final class CallerTrust extends X509ExtendedTrustManager {

    private static final int LONGEST_SUBJECT = 200;

    private final X509ExtendedTrustManager pkix;

    private CallerTrust(X509ExtendedTrustManager pkix) {
        this.pkix = pkix;
    }

    /** Trusts these certificates and what they have issued. */
    static CallerTrust in(List<Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), certificates.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return new CallerTrust((X509ExtendedTrustManager) factory.getTrustManagers()[0]);
    }

    /** The platform's check in one of its variants. */
    @FunctionalInterface
    private interface Check {
        void run() throws CertificateException;
    }

    private static void named(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            throw new CertificateException(describe(chain[0]) + ": " + e.getMessage(), e);
        }
    }

    private static String describe(X509Certificate certificate) throws CertificateException {
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return "certificate \"%s\" sha256=%s"
                    .formatted(
                            subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length())),
                            HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException e) {
            throw new CertificateException("certificate without encoding", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        named(chain, () -> pkix.checkClientTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        named(chain, () -> pkix.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        named(chain, () -> pkix.checkClientTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        named(chain, () -> pkix.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        named(chain, () -> pkix.checkClientTrusted(chain, authType));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        named(chain, () -> pkix.checkServerTrusted(chain, authType));
    }

    /** Empty, which asks for any certificate: strangers need not learn whom we know. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
