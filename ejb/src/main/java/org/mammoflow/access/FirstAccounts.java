package org.mammoflow.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mammoflow.platform.Setting;

/**
 * Makes the first accounts of a new installation, each with a random password, and writes them to a file that only the
 * server's user can read. There is no default password.
 */
@Singleton
@Startup
@DependsOn("SchemaAtStart")
public class FirstAccounts {

    private static final Map<String, String> ROLES = roles();

    @Inject
    Accounts accounts;

    @PostConstruct
    void createOnce() {
        if (accounts.none()) {
            write(create());
        }
    }

    private Map<String, String> create() {
        Map<String, String> passwords = new LinkedHashMap<>();
        ROLES.forEach((username, role) -> {
            String password = Passwords.random();
            accounts.create(Caller.system(), username, password.toCharArray(), role);
            passwords.put(username, password);
        });
        return passwords;
    }

    private static void write(Map<String, String> passwords) {
        StringBuilder lines = new StringBuilder(
                "# Made at the first start. Let everybody choose their own password, then delete this file.\n");
        passwords.forEach((username, password) -> lines.append("user.")
                .append(username)
                .append('=')
                .append(password)
                .append('\n'));
        Path file = Setting.folder("mammoflow.home").resolve("initial-credentials.properties");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, lines, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("first accounts not made: cannot write " + file, e);
        }
    }

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("radiologist", Role.RADIOLOGIST);
        roles.put("radiologist2", Role.RADIOLOGIST);
        roles.put("arbiter", Role.ARBITER);
        roles.put("auditor", Role.AUDITOR);
        roles.put("modality-admin", Role.MODALITY_ADMIN);
        roles.put("admin", Role.ADMIN);
        return roles;
    }
}
