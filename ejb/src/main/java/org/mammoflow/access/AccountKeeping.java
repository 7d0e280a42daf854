package org.mammoflow.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mammoflow.platform.Seen;

/**
 * The administrators' front door to accounts. No account is ever removed: its name is in the audit trail. Who changes one
 * says as {@link Seen} which state of it they decided upon.
 */
@Stateless
@RolesAllowed(Role.ADMIN)
public class AccountKeeping {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,63}");

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    Callers callers;

    @Inject
    Event<AccountChange> changes;

    @Inject
    Clock clock;

    /** By name. */
    public List<AccountView> all() {
        Instant now = clock.instant();
        return entityManager
                .createQuery("select a from Account a order by a.username", Account.class)
                .getResultStream()
                .map(account -> account.view(now))
                .toList();
    }

    public Optional<AccountView> one(String username) {
        return Optional.ofNullable(entityManager.find(Account.class, username))
                .map(account -> account.view(clock.instant()));
    }

    /** Makes an account with a random password. */
    public AccountOutcome create(String username, String role) {
        String name = username.strip();
        if (!NAME.matcher(name).matches()) {
            return new AccountOutcome.InvalidName();
        }
        if (!Role.ALL.contains(role)) {
            return new AccountOutcome.UnknownRole();
        }
        if (entityManager.find(Account.class, name) != null) {
            return new AccountOutcome.Taken(name);
        }
        String password = Passwords.random();
        accounts.create(callers.current(), name, password.toCharArray(), role);
        return new AccountOutcome.NewPassword(name, password);
    }

    /**
     * Gives an account a new random password and lets it in again when it was locked. An account of the provider loses its
     * own, which only signs, and its owner chooses another.
     */
    public AccountOutcome resetPassword(String username, Seen seen) {
        return onAccount(username, seen, account -> {
            if (account.isOfProvider()) {
                account.removePassword();
                changes.fire(new AccountChange.PasswordReset(callers.current(), username));
                return new AccountOutcome.Done(username);
            }
            String password = Passwords.random();
            account.setPassword(
                    accounts.hash(password.toCharArray()), callers.current().name());
            changes.fire(new AccountChange.PasswordReset(callers.current(), username));
            return new AccountOutcome.NewPassword(username, password);
        });
    }

    /** Lets nobody in any more under this name; who is in is out with the next click. */
    public AccountOutcome disable(String username, Seen seen) {
        if (username.equals(callers.current().name())) {
            return new AccountOutcome.Yourself();
        }
        return onAccount(username, seen, account -> {
            account.disable();
            changes.fire(new AccountChange.Disabled(callers.current(), username));
            return new AccountOutcome.Done(username);
        });
    }

    public AccountOutcome enable(String username, Seen seen) {
        return onAccount(username, seen, account -> {
            account.enable();
            changes.fire(new AccountChange.Enabled(callers.current(), username));
            return new AccountOutcome.Done(username);
        });
    }

    private AccountOutcome onAccount(String username, Seen seen, Function<Account, AccountOutcome> work) {
        return Optional.ofNullable(entityManager.find(Account.class, username, LockModeType.PESSIMISTIC_WRITE))
                .map(account -> onAccount(account, seen, work))
                .orElseGet(AccountOutcome.UnknownAccount::new);
    }

    private AccountOutcome onAccount(Account account, Seen seen, Function<Account, AccountOutcome> work) {
        AccountView now = account.view(clock.instant());
        return seen.isStill(now.seen()) ? work.apply(account) : new AccountOutcome.ChangedMeanwhile(now);
    }
}
