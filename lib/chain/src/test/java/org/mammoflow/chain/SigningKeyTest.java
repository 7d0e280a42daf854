package org.mammoflow.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path folder;

    @Test
    void what_was_made_once_signs_after_every_start() throws IOException {
        SigningKey made = SigningKey.make(folder.resolve("keys"));
        SigningKey read = SigningKey.read(folder.resolve("keys"));
        String signature = read.sign(List.of("a", "b"));
        assertThat(made.verifying().signed(List.of("a", "b"), signature)).isTrue();
        assertThat(made.verifying().signed(List.of("ab"), signature)).isFalse();
        assertThat(made.verifying().signed(List.of("a", "b"), "no base64!")).isFalse();
    }

    @Test
    void the_private_half_is_for_its_user_alone_and_never_overwritten() throws IOException {
        Path keys = folder.resolve("keys");
        SigningKey.make(keys);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("audit-signing.key.pem"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> SigningKey.make(keys)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void the_public_half_is_a_file_that_other_tools_read() throws IOException {
        SigningKey made = SigningKey.make(folder);
        String pem = Files.readString(
                folder.resolve(SigningKey.publicFile(made.verifying().fingerprint())));
        assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("-----END PUBLIC KEY-----\n");
        assertThat(VerifyingKey.parse(pem).fingerprint())
                .isEqualTo(made.verifying().fingerprint());
    }

    @Test
    void a_damaged_key_file_is_told_with_its_remedy() throws IOException {
        Files.writeString(
                folder.resolve("audit-signing.key.pem"),
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> SigningKey.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("restore");
    }
}
