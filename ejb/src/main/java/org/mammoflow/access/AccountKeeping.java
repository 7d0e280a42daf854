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

/** The administrators' front door to accounts. No account is ever removed: its name is in the audit trail. */
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
    public AccountOutcome resetPassword(String username) {
        return onAccount(username, account -> {
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
    public AccountOutcome disable(String username) {
        if (username.equals(callers.current().name())) {
            return new AccountOutcome.Yourself();
        }
        return onAccount(username, account -> {
            account.disable();
            changes.fire(new AccountChange.Disabled(callers.current(), username));
            return new AccountOutcome.Done(username);
        });
    }

    public AccountOutcome enable(String username) {
        return onAccount(username, account -> {
            account.enable();
            changes.fire(new AccountChange.Enabled(callers.current(), username));
            return new AccountOutcome.Done(username);
        });
    }

    private AccountOutcome onAccount(String username, Function<Account, AccountOutcome> work) {
        return Optional.ofNullable(entityManager.find(Account.class, username, LockModeType.PESSIMISTIC_WRITE))
                .map(work)
                .orElseGet(AccountOutcome.UnknownAccount::new);
    }
}
