package org.mammoflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.chain.AuditEntry;
import org.mammoflow.chain.AuditExport;
import org.mammoflow.chain.SigningKey;
import org.mammoflow.chain.TrustedKeys;

class VerifyTest {

    @TempDir
    Path folder;

    @Test
    void an_intact_export_is_proven_and_its_key_named() throws IOException {
        SigningKey key = SigningKey.make(folder);
        CommandRun run = CommandRun.of("verify", export(key), "--key", publicKey(key));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Intact: 1 rows")
                .contains(key.verifying().fingerprint());
        assertThat(CommandRun.of("verify", export(key)).out()).contains("The key came with the file");
    }

    @Test
    void an_altered_row_is_named_and_ends_with_1() throws IOException {
        Path export = export(SigningKey.make(folder));
        Files.writeString(export, Files.readString(export).replace("\"actor\":\"auditor\"", "\"actor\":\"nobody\""));
        CommandRun run = CommandRun.of("verify", export);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().strip()).isEqualTo("NOT INTACT. Row 1: content differs from its hash");
    }

    @Test
    void a_file_signed_by_another_installation_is_not_intact() throws IOException {
        SigningKey other = SigningKey.make(folder.resolve("other"));
        CommandRun run = CommandRun.of("verify", export(SigningKey.make(folder)), "--key", publicKey(other, "other"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("a key that is not trusted here");
    }

    @Test
    void what_was_kept_elsewhere_must_be_in_the_export() throws IOException {
        Path export = export(SigningKey.make(folder.resolve("keys")));
        String row = last(CommandRun.of("verify", export).out());
        Path kept = Files.copy(export, folder.resolve("kept.jsonl"));
        CommandRun held = CommandRun.of("verify", export, "--earlier", kept, "--row", row);
        assertThat(held.exitCode()).as(held.out() + held.err()).isZero();
        assertThat(held.out()).contains("It holds what was known from elsewhere.");

        CommandRun rewritten = CommandRun.of("verify", export, "--row", "1:" + "f".repeat(64));
        assertThat(rewritten.exitCode()).isEqualTo(1);
        assertThat(rewritten.out()).contains("NOT INTACT. Row 1: another row of this number is known");
        CommandRun cut = CommandRun.of("verify", export, "--row", "9:" + "f".repeat(64));
        assertThat(cut.out()).contains("NOT INTACT. Row 2: chain ends at 1, but row 9 is known");

        Files.writeString(kept, Files.readString(kept).replace("SIGNED_IN", "SIGNED_OUT"));
        assertThat(CommandRun.of("verify", export, "--earlier", kept).err()).contains("is not intact itself");
        assertThat(CommandRun.of("verify", export, "--row", "one").err()).contains("NUMBER:HASH");
    }

    private static String last(String said) {
        return said.lines()
                .filter(line -> line.startsWith("Last row "))
                .map(line -> line.substring("Last row ".length()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_missing_file_is_a_sentence() {
        CommandRun run = CommandRun.of("verify", folder.resolve("none.jsonl"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("There is no readable ");
    }

    private Path publicKey(SigningKey key) {
        return publicKey(key, "");
    }

    private Path publicKey(SigningKey key, String sub) {
        return folder.resolve(sub).resolve(SigningKey.publicFile(key.verifying().fingerprint()));
    }

    private Path export(SigningKey key) throws IOException {
        Instant now = Instant.parse("2026-11-25T10:00:00Z");
        AuditEntry row = new AuditEntry(
                        1,
                        now,
                        "auditor",
                        "auditor",
                        "SIGNED_IN",
                        "account",
                        "auditor",
                        "",
                        "127.0.0.1",
                        "r",
                        "",
                        "",
                        AuditEntry.GENESIS,
                        "")
                .sealed();
        Path file = folder.resolve("audit.jsonl");
        try (OutputStream target = Files.newOutputStream(file)) {
            AuditExport.write(
                    target,
                    now,
                    TrustedKeys.of(List.of(key.verifying())),
                    List.of(key.sign(1, row.hash(), now, "EXPORT")),
                    List.of(row).iterator());
        }
        return file;
    }
}
