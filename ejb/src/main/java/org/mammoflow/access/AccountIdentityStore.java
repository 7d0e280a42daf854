package org.mammoflow.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Lets Jakarta Security check names and passwords against the local accounts. */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

    @Inject
    Accounts accounts;

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        String username = credential.getCaller();
        return accounts.signIn(username, credential.getPassword().getValue())
                .map(role -> new CredentialValidationResult(username, Role.impliedBy(role)))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
