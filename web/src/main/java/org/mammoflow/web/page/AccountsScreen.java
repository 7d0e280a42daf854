package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.access.AccountKeeping;
import org.mammoflow.access.AccountOutcome;
import org.mammoflow.access.AccountView;
import org.mammoflow.access.Role;

/** Who may sign in. */
@Named("accounts")
@RequestScoped
public class AccountsScreen {

    @Inject
    AccountKeeping accounts;

    @Inject
    Words words;

    private String username = "";
    private String role = Role.RADIOLOGIST;

    public List<AccountView> all() {
        return accounts.all();
    }

    public List<String> roles() {
        return Role.ALL;
    }

    public void create() {
        tell(accounts.create(username, role));
    }

    public void reset(String account) {
        tell(accounts.resetPassword(account));
    }

    public void disable(String account) {
        tell(accounts.disable(account));
    }

    public void enable(String account) {
        tell(accounts.enable(account));
    }

    private void tell(AccountOutcome outcome) {
        if (outcome instanceof AccountOutcome.NewPassword made) {
            Notices.warn(words.of("accounts.outcome.NewPassword", made.username(), made.password()));
        } else if (outcome instanceof AccountOutcome.Done done) {
            Notices.done(words.of("accounts.outcome.Done", done.username()));
        } else {
            Notices.refuse(words.of("accounts.outcome." + outcome.getClass().getSimpleName()));
        }
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username == null ? "" : username;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role == null ? "" : role;
    }
}
