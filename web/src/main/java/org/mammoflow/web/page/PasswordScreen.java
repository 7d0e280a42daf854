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

    public void change() {
        if (!next.equals(again)) {
            Notices.refuse(words.of("password.differ"));
            return;
        }
        AccountOutcome outcome = ownPassword.change(present.toCharArray(), next.toCharArray());
        if (outcome instanceof AccountOutcome.Done) {
            Notices.done(words.of("password.changed"));
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
