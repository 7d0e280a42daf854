package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mammoflow.access.AccountOutcome;
import org.mammoflow.access.OwnPassword;

/** One's own password. */
@Named("ownPassword")
@RequestScoped
public class PasswordScreen {

    @Inject
    OwnPassword ownPassword;

    @Inject
    Words words;

    private String present = "";
    private String next = "";
    private String again = "";

    public boolean knownToOthers() {
        return ownPassword.isKnownToOthers();
    }

    /** Whether there is none yet, as nobody but the provider opens this account. */
    public boolean missing() {
        return ownPassword.isMissing();
    }

    public boolean onlySigns() {
        return ownPassword.onlySigns();
    }

    /** The first one, to sign with. */
    public void choose() {
        if (!next.equals(again)) {
            Notices.refuse(words.of("password.differ"));
            return;
        }
        tell(ownPassword.choose(next.toCharArray()), "password.chosen");
    }

    public void change() {
        if (!next.equals(again)) {
            Notices.refuse(words.of("password.differ"));
            return;
        }
        tell(ownPassword.change(present.toCharArray(), next.toCharArray()), "password.changed");
    }

    private void tell(AccountOutcome outcome, String done) {
        if (outcome instanceof AccountOutcome.Done) {
            Notices.done(words.of(done));
        } else {
            Notices.refuse(words.of("accounts.outcome." + outcome.getClass().getSimpleName()));
        }
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present == null ? "" : present;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next == null ? "" : next;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again == null ? "" : again;
    }
}
