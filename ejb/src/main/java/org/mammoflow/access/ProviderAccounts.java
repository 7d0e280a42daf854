package org.mammoflow.access;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Accounts of people whom the hospital's provider lets in. One is made at the first sign-in; its role is what the provider
 * says at each. No password opens it here.
 */
@Stateless
public class ProviderAccounts {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Event<SignIn> signIns;

    @Inject
    Event<AccountCreated> creations;

    private RoleMapping mapping = RoleMapping.read();

    /** Who this is here, and in which role; told to the audit trail in either case. */
    public ProviderOutcome signIn(ProviderIdentity identity) {
        Set<String> roles = mapping.of(identity.roles());
        Optional<String> foremost = Role.foremost(roles::contains);
        if (foremost.isEmpty()) {
            return refuse(identity, "no role by the provider", new ProviderOutcome.NoRole());
        }
        if (!Role.impliedBy(foremost.get()).containsAll(roles)) {
            return refuse(identity, "several roles by the provider", new ProviderOutcome.SeveralRoles());
        }
        Account account = known(identity).orElseGet(() -> create(identity, foremost.get()));
        if (account.isDisabled()) {
            return refuse(identity, "account disabled", new ProviderOutcome.SwitchedOff());
        }
        account.admittedByProvider(foremost.get(), identity.authenticatedAt());
        signIns.fire(new SignIn.ByProvider(caller(account.username(), account.role()), origin(identity)));
        return new ProviderOutcome.Admitted(account.username(), account.role());
    }

    private Optional<Account> known(ProviderIdentity identity) {
        return entityManager
                .createQuery("select a from Account a where a.issuer = :issuer and a.subject = :subject", Account.class)
                .setParameter("issuer", identity.issuer().toString())
                .setParameter("subject", identity.subject())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private Account create(ProviderIdentity identity, String role) {
        ProviderName name = ProviderName.of(identity);
        String free = entityManager.find(Account.class, name.plain()) == null ? name.plain() : name.distinct();
        Account account = new Account(free, identity.issuer(), identity.subject(), role);
        entityManager.persist(account);
        creations.fire(new AccountCreated(caller(free, role), free, role));
        return account;
    }

    private ProviderOutcome refuse(ProviderIdentity identity, String reason, ProviderOutcome outcome) {
        signIns.fire(new SignIn.Failed(
                caller(ProviderName.of(identity).plain(), ""), reason + " " + origin(identity), true));
        return outcome;
    }

    private static String origin(ProviderIdentity identity) {
        return "issuer=" + identity.issuer() + " subject=" + identity.subject();
    }

    private static Caller caller(String name, String role) {
        RequestOrigin origin = RequestOrigin.current()
                .orElseGet(() -> new RequestOrigin("", UUID.randomUUID().toString()));
        return new Caller(name, role, origin.address(), origin.requestId());
    }
}
