package org.mammoflow.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.mammoflow.access.AccountCreated;
import org.mammoflow.access.Caller;
import org.mammoflow.access.SignIn;

/** Tells the trail of accounts: made, entered, refused, left; in the transaction of each. */
@ApplicationScoped
public class AccountAudit {

    @Inject
    AuditTrail trail;

    void on(@Observes AccountCreated created) {
        tell(created.by(), AuditAction.ACCOUNT_CREATED, created.username(), "role=" + created.role());
    }

    void on(@Observes SignIn attempt) {
        if (attempt instanceof SignIn.Failed failed) {
            tell(failed.caller(), AuditAction.SIGN_IN_FAILED, failed.caller().name(), failed.reason());
        } else {
            tell(
                    attempt.caller(),
                    attempt instanceof SignIn.Ended ? AuditAction.SIGNED_OUT : AuditAction.SIGNED_IN,
                    attempt.caller().name(),
                    "");
        }
    }

    private void tell(Caller caller, AuditAction action, String account, String detail) {
        trail.record(new AuditEvent(caller, action, "account", account, detail));
    }
}
