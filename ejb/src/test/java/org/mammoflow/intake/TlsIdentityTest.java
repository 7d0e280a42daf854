package org.mammoflow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.dicom.net.upper.ClientCertificates;

/** Whom the TLS port shows itself as and asks for certificates; a start with wrong files says which option to mend. */
class TlsIdentityTest {

    private static final String PASSWORD = "testing";

    @TempDir
    static Path folder;

    private static Path keyStore;
    private static Path certificate;

    @BeforeAll
    static void make() throws Exception {
        keyStore = folder.resolve("own.p12");
        certificate = folder.resolve("own.pem");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=own", "-storetype", "PKCS12");
        keytool("-exportcert", "-rfc", "-file", certificate.toString());
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "own", "-keystore", keyStore.toString(), "-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void asks_for_certificates_only_where_somebody_is_trusted() {
        assertThat(identity(Optional.empty(), PASSWORD).port().clientCertificates())
                .isEqualTo(ClientCertificates.NOT_ASKED);
        assertThat(identity(Optional.of(certificate), PASSWORD).port().clientCertificates())
                .isEqualTo(ClientCertificates.REQUIRED);
    }

    @Test
    void says_what_to_mend_when_the_trusted_certificates_are_none() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");

        assertRefused(Optional.of(empty), PASSWORD, "no certificate in " + empty);
        assertRefused(Optional.of(text), PASSWORD, "--dicom-tls-trust");
        assertRefused(Optional.of(folder.resolve("absent.pem")), PASSWORD, "absent.pem");
    }

    @Test
    void says_what_to_mend_when_the_password_is_wrong() {
        assertRefused(Optional.empty(), "wrong", "--tls-keystore");
    }

    private static void assertRefused(Optional<Path> trust, String password, String words) {
        assertThatThrownBy(() -> identity(trust, password))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DICOM TLS port not opened")
                .hasMessageContaining(words);
    }

    private static TlsIdentity identity(Optional<Path> trust, String password) {
        return TlsIdentity.read(new TlsSettings(0, keyStore, trust), password);
    }
}
