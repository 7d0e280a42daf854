package org.mammoflow.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mammoflow.platform.Seen;

/**
 * Somebody who may sign in: by a password of this server, or by the hospital's provider, whose issuer and subject then
 * stand here. Locked for a while after too many wrong passwords (ASVS 5.0, 6.3).
 */
@Entity
@Table(name = "account")
class Account {

    private static final int ATTEMPTS_BEFORE_LOCK = 5;
    private static final Duration LOCK = Duration.ofMinutes(5);
    private static final Duration FRESH = Duration.ofMinutes(10);

    @Id
    private String username;

    private String passwordHash;
    private String accountRole;
    private int failedAttempts;
    private Instant lockedUntil;
    private boolean disabled;
    private boolean passwordIsOwn;
    private String createdBy;
    private String passwordGivenBy;
    private String issuer;
    private String subject;
    private Instant authenticatedAt;

    // Not JPA's version: every wrong password changes the row, and is no concern of an administrator's decision.
    private int edition;

    protected Account() {}

    Account(String username, String passwordHash, String accountRole, String createdBy) {
        this.username = username;
        this.passwordHash = passwordHash;
        this.accountRole = accountRole;
        this.createdBy = createdBy;
        this.passwordGivenBy = createdBy;
    }

    /** Of somebody whom a provider lets in; without a password. */
    Account(String username, URI issuer, String subject, String accountRole) {
        this(username, (String) null, accountRole, username);
        this.issuer = issuer.toString();
        this.subject = subject;
        this.passwordIsOwn = true;
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

    boolean isDisabled() {
        return disabled;
    }

    /** Whether only a provider opens this account; a password of it signs and nothing else. */
    boolean isOfProvider() {
        return issuer != null;
    }

    boolean hasPassword() {
        return passwordHash != null;
    }

    /** What the provider said at this sign-in. */
    void admittedByProvider(String role, Instant at) {
        edition += role.equals(accountRole) ? 0 : 1;
        accountRole = role;
        authenticatedAt = at;
    }

    /** Whether the provider has seen the owner so shortly ago that nobody else will sit there now. */
    boolean isFreshAt(Instant now) {
        return authenticatedAt != null && now.isBefore(authenticatedAt.plus(FRESH));
    }

    void removePassword() {
        passwordHash = null;
        edition++;
        signedIn();
    }

    /** Whether the owner has chosen the password; until then somebody else knows it. */
    boolean passwordIsOwn() {
        return passwordIsOwn;
    }

    /** Whether the password is still the one that the first start made and wrote down for whoever installs. */
    boolean passwordIsOfFirstStart() {
        return !passwordIsOwn && passwordGivenBy.equals(Caller.system().name());
    }

    void disable() {
        disabled = true;
        edition++;
    }

    void enable() {
        disabled = false;
        edition++;
        signedIn();
    }

    /** Another password, from its owner or from somebody who knows it now. */
    void setPassword(String hash, String givenBy) {
        passwordHash = hash;
        passwordGivenBy = givenBy;
        passwordIsOwn = givenBy.equals(username);
        edition++;
        signedIn();
    }

    AccountView view(Instant now) {
        return new AccountView(
                username, accountRole, disabled, lockedAt(now), passwordIsOwn, createdBy, isOfProvider(), seen());
    }

    private Seen seen() {
        return new Seen(accountRole + "." + edition);
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
