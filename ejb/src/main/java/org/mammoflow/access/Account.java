package org.mammoflow.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A local account. Locked for a while after too many wrong passwords (ASVS 5.0, 6.3). */
@Entity
@Table(name = "account")
class Account {

    private static final int ATTEMPTS_BEFORE_LOCK = 5;
    private static final Duration LOCK = Duration.ofMinutes(5);

    @Id
    private String username;

    private String passwordHash;
    private String accountRole;
    private int failedAttempts;
    private Instant lockedUntil;

    protected Account() {}

    Account(String username, String passwordHash, String accountRole) {
        this.username = username;
        this.passwordHash = passwordHash;
        this.accountRole = accountRole;
    }

    String username() {
        return username;
    }

    String role() {
        return accountRole;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean lockedAt(Instant now) {
        return Optional.ofNullable(lockedUntil).map(now::isBefore).orElse(false);
    }

    void signedIn() {
        failedAttempts = 0;
        lockedUntil = null;
    }

    void failedAt(Instant now) {
        failedAttempts++;
        if (failedAttempts >= ATTEMPTS_BEFORE_LOCK) {
            lockedUntil = now.plus(LOCK);
            failedAttempts = 0;
        }
    }
}
