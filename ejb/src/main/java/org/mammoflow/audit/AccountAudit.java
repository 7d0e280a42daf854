package org.mammoflow.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.mammoflow.access.AccountChange;
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

    void on(@Observes AccountChange change) {
        tell(change.by(), action(change), change.username(), "");
    }

    private static AuditAction action(AccountChange change) {
        if (change instanceof AccountChange.Disabled) {
            return AuditAction.ACCOUNT_DISABLED;
        }
        if (change instanceof AccountChange.Enabled) {
            return AuditAction.ACCOUNT_ENABLED;
        }
        return change instanceof AccountChange.PasswordReset
                ? AuditAction.PASSWORD_RESET
                : AuditAction.PASSWORD_CHANGED;
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
