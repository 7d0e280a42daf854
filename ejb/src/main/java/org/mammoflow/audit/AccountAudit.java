package org.mammoflow.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mammoflow.access.AccountChange;
import org.mammoflow.access.AccountCreated;
import org.mammoflow.access.Caller;
import org.mammoflow.access.SignIn;

/**
 * Tells the trail of accounts: made, entered, refused, left; in the transaction of each. Of refused sign-ins each account
 * gets a few rows a minute; what is held back is counted in the next, so that nobody can fill the trail by knocking.
 */
@ApplicationScoped
public class AccountAudit {

    private static final int REFUSALS_PER_MINUTE = 10;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    private final RowLimit refusals = new RowLimit(REFUSALS_PER_MINUTE);

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
            // Unknown names are counted together: they are any text, and there is no end to them.
            refusals.admit(failed.known() ? failed.caller().name() : "", clock.instant())
                    .ifPresent(heldBack -> tellOfRefusal(failed, heldBack));
        } else {
            tell(
                    attempt.caller(),
                    attempt instanceof SignIn.Ended ? AuditAction.SIGNED_OUT : AuditAction.SIGNED_IN,
                    attempt.caller().name(),
                    attempt instanceof SignIn.ByProvider provider ? provider.origin() : "");
        }
    }

    private void tellOfRefusal(SignIn.Failed failed, long heldBack) {
        tell(
                failed.caller(),
                AuditAction.SIGN_IN_FAILED,
                failed.caller().name(),
                failed.reason() + (heldBack == 0 ? "" : " heldBack=" + heldBack));
    }

    private void tell(Caller caller, AuditAction action, String account, String detail) {
        trail.record(new AuditEvent(caller, action, "account", account, detail));
    }
}
