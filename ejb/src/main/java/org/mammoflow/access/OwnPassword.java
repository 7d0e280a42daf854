package org.mammoflow.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Everybody's front door to their own password. */
@Stateless
@RolesAllowed({Role.RADIOLOGIST, Role.ARBITER, Role.AUDITOR, Role.MODALITY_ADMIN, Role.ADMIN, Role.NEWCOMER})
public class OwnPassword {

    private static final int SHORTEST = 12;

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

    /** Whether the caller has none yet, as everybody whom the provider lets in for the first time: without it nobody signs. */
    public boolean isMissing() {
        Account account = entityManager.find(Account.class, callers.current().name());
        return account != null && !account.hasPassword();
    }

    /** Whether the caller's password only signs, as the provider opens the account. */
    public boolean onlySigns() {
        Account account = entityManager.find(Account.class, callers.current().name());
        return account != null && account.isOfProvider();
    }

    /**
     * Gives the caller a first password to sign with. There is no present one to prove who sits there, so the provider must
     * have asked for a proof shortly before.
     */
    public AccountOutcome choose(char[] first) {
        Caller caller = callers.current();
        Account account = entityManager.find(Account.class, caller.name(), LockModeType.PESSIMISTIC_WRITE);
        if (account == null || account.hasPassword() || !account.isFreshAt(clock.instant())) {
            return new AccountOutcome.SignInAgain();
        }
        if (first.length < SHORTEST) {
            return new AccountOutcome.TooShort();
        }
        account.setPassword(accounts.hash(first), caller.name());
        changes.fire(new AccountChange.SignaturePasswordChosen(caller, caller.name()));
        return new AccountOutcome.Done(caller.name());
    }

    /** Whether somebody else has chosen the caller's password and so knows it. */
    public boolean isKnownToOthers() {
        Account account = entityManager.find(Account.class, callers.current().name());
        return account == null || !account.passwordIsOwn();
    }

    /** Gives the caller another password; every session that is open under it ends. */
    public AccountOutcome change(char[] present, char[] next) {
        Caller caller = callers.current();
        if (next.length < SHORTEST) {
            return new AccountOutcome.TooShort();
        }
        if (!accounts.signs(caller, present)) {
            return new AccountOutcome.WrongPassword();
        }
        Account account = entityManager.find(Account.class, caller.name(), LockModeType.PESSIMISTIC_WRITE);
        account.setPassword(accounts.hash(next), caller.name());
        changes.fire(new AccountChange.PasswordChanged(caller, caller.name()));
        return new AccountOutcome.Done(caller.name());
    }
}
