package org.mammoflow.access;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Local accounts: passwords as PBKDF2, wrong ones counted, every attempt told to the audit trail. */
@Stateless
public class Accounts {

    private static final Map<String, String> PBKDF2 = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16");

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Pbkdf2PasswordHash hashing;

    @Inject
    Event<SignIn> signIns;

    @Inject
    Event<AccountCreated> creations;

    @Inject
    FirstPasswords firstPasswords;

    @Inject
    LocalAccounts localAccounts;

    @Inject
    Clock clock;

    /**
     * Checks a name and password; the role to act in when both are right and the account is not locked: its own, or
     * {@link Role#NEWCOMER} as long as somebody else knows the password and that does not suffice here.
     */
    public Optional<String> signIn(String username, char[] password) {
        Account account = entityManager.find(Account.class, username, LockModeType.PESSIMISTIC_WRITE);
        Caller caller = Caller.anonymous(username, origin());
        if (account == null) {
            // As slow as a known name, so that the time does not tell which names exist.
            hash(password);
            return refuse(new SignIn.Failed(caller, "unknown account", false));
        }
        if (account.isDisabled()) {
            hash(password);
            return refuse(new SignIn.Failed(caller, "account disabled", true));
        }
        if (!localAccounts.admit(account)) {
            hash(password);
            return refuse(new SignIn.Failed(caller, "no local sign-in for this account", true));
        }
        if (account.lockedAt(clock.instant())) {
            return refuse(new SignIn.Failed(caller, "account locked", true));
        }
        if (!verify(password, account)) {
            account.failedAt(clock.instant());
            return refuse(new SignIn.Failed(caller, "wrong password", true));
        }
        account.signedIn();
        signIns.fire(new SignIn.Succeeded(new Caller(username, account.role(), caller.source(), caller.requestId())));
        return Optional.of(firstPasswords.suffice(account) ? account.role() : Role.NEWCOMER);
    }

    /** Tells that a session was ended by its owner. */
    public void signOut(Caller caller) {
        signIns.fire(new SignIn.Ended(caller));
    }

    /**
     * Whether this is the caller's password: for a signature by somebody who is signed in already. Wrong ones are counted
     * and told like those at the door, or a stolen session could guess for ever.
     */
    public boolean signs(Caller caller, char[] password) {
        Account account = entityManager.find(Account.class, caller.name(), LockModeType.PESSIMISTIC_WRITE);
        if (account == null || !account.hasPassword() || account.lockedAt(clock.instant())) {
            return refuse(new SignIn.Failed(caller, "signature by an account that is locked or has no password", true))
                    .isPresent();
        }
        if (!verify(password, account)) {
            account.failedAt(clock.instant());
            return refuse(new SignIn.Failed(caller, "wrong password for a signature", true))
                    .isPresent();
        }
        return true;
    }

    /** Whether there is no account yet. */
    public boolean none() {
        return entityManager
                        .createQuery("select count(a) from Account a", Long.class)
                        .getSingleResult()
                == 0;
    }

    public void create(Caller by, String username, char[] password, String role) {
        entityManager.persist(new Account(username, hash(password), role, by.name()));
        creations.fire(new AccountCreated(by, username, role));
    }

    private Optional<String> refuse(SignIn.Failed attempt) {
        signIns.fire(attempt);
        return Optional.empty();
    }

    private boolean verify(char[] password, Account account) {
        hashing.initialize(PBKDF2);
        return hashing.verify(password, account.passwordHash());
    }

    /** The password as it is stored. */
    public String hash(char[] password) {
        hashing.initialize(PBKDF2);
        return hashing.generate(password);
    }

    private static String origin() {
        return RequestOrigin.current().map(RequestOrigin::address).orElse("");
    }
}
