package org.mammoflow.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.mammoflow.access.SignIn;

/** Writes every attempt to sign in into the trail, in the transaction that counts it. */
@ApplicationScoped
public class SignInAudit {

    @Inject
    AuditTrail trail;

    void on(@Observes SignIn attempt) {
        trail.record(event(attempt));
    }

    private static AuditEvent event(SignIn attempt) {
        if (attempt instanceof SignIn.Failed failed) {
            return new AuditEvent(
                    failed.caller(),
                    AuditAction.SIGN_IN_FAILED,
                    "account",
                    failed.caller().name(),
                    failed.reason());
        }
        return new AuditEvent(
                attempt.caller(),
                AuditAction.SIGNED_IN,
                "account",
                attempt.caller().name(),
                "");
    }
}
