package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.server.MammoflowServer;

/** A database that fell into wrong hands opens no door. */
class KeptPasswordsIT {

    private static final String KEPT = "PBKDF2WithHmacSHA512:210000:[A-Za-z0-9+/]{22}==:[A-Za-z0-9+/]{40,}=*";

    @Test
    void passwords_are_kept_as_digests_that_are_slow_to_guess_each_with_a_salt_of_its_own() throws SQLException {
        try (MammoflowServer server = MammoflowServer.with().name("kept").start()) {
            List<String> passwords = List.of("radiologist", "auditor", "admin").stream()
                    .map(server::passwordOf)
                    .toList();
            server.stop();
            List<String> kept = DatabaseRows.rows(server, "select password_hash from account").stream()
                    .map(row -> row.get(0))
                    .toList();
            assertThat(kept).hasSizeGreaterThanOrEqualTo(passwords.size()).doesNotHaveDuplicates();
            assertThat(kept).allMatch(hash -> hash.matches(KEPT));
            assertThat(kept).noneMatch(hash -> passwords.stream().anyMatch(hash::contains));
        }
    }
}
