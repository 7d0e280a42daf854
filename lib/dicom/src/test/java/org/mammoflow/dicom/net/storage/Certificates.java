package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.mammoflow.dicom.fixture.ForeignTool;

/** Self-signed certificates in a folder: NAME.pem and NAME.key for dcmtk, NAME.p12 for Java. */
public record Certificates(Path folder) {

    /** Of each .p12. */
    public static final String PASSWORD = "testing";

    public Certificates make(String... names) {
        for (String name : names) {
            make(name);
        }
        return this;
    }

    private void make(String name) {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                key(name),
                "-out",
                pem(name));
        run(
                "openssl",
                "pkcs12",
                "-export",
                "-inkey",
                key(name),
                "-in",
                pem(name),
                "-passout",
                "pass:" + PASSWORD,
                "-out",
                store(name));
    }

    /** One whose time is over; only for Java. */
    Certificates makeExpired(String name) {
        run(
                "keytool",
                "-genkeypair",
                "-alias",
                "1",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + name,
                "-startdate",
                "-10d",
                "-validity",
                "5",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store(name));
        return this;
    }

    private static void run(String tool, Object... arguments) {
        ForeignTool.Outcome outcome = ForeignTool.find(tool).run(arguments);
        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
    }

    public Path key(String name) {
        return folder.resolve(name + ".key");
    }

    public Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    public Path store(String name) {
        return folder.resolve(name + ".p12");
    }

    /** For one who has the first of these certificates and trusts the others. */
    public SSLContext context(String own, String... trusted) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(own), PASSWORD.toCharArray());
        KeyStore issuers = KeyStore.getInstance("PKCS12");
        issuers.load(null, null);
        for (String name : trusted) {
            issuers.setCertificateEntry(name, load(name).getCertificate("1"));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(issuers);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore load(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
