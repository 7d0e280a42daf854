package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Function;
import org.mammoflow.access.AccountKeeping;
import org.mammoflow.access.AccountOutcome;
import org.mammoflow.access.AccountView;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Role;
import org.mammoflow.platform.Seen;

/** Who may sign in. */
@Named("accounts")
@RequestScoped
public class AccountsScreen {

    @Inject
    AccountKeeping accounts;

    @Inject
    RowClicks clicks;

    @Inject
    Words words;

    private RowsShown shown = RowsShown.NONE;
    private String username = "";
    private String role = Role.RADIOLOGIST;

    public List<AccountView> all() {
        return accounts.all();
    }

    /** Who made an account: a name, which may be that of a role; or the software itself, in words. */
    public String madeBy(AccountView account) {
        String name = account.createdBy();
        return name.equals(Caller.system().name()) ? words.of("role.system") : name;
    }

    public List<String> roles() {
        return Role.ALL;
    }

    public void create() {
        tell(accounts.create(username, role));
    }

    public void reset(String account) {
        decide(account, seen -> accounts.resetPassword(account, seen));
    }

    public void disable(String account) {
        decide(account, seen -> accounts.disable(account, seen));
    }

    public void enable(String account) {
        decide(account, seen -> accounts.enable(account, seen));
    }

    private void decide(String account, Function<Seen, AccountOutcome> decision) {
        clicks.hear(shown, rows(), () -> tell(decision.apply(shown.of(account))));
    }

    private RowsShown rows() {
        return RowsShown.of(all(), AccountView::username, AccountView::seen);
    }

    /** The rows of the page that is being drawn. */
    public String getShown() {
        return rows().text();
    }

    public void setShown(String shown) {
        this.shown = clicks.sent(shown);
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
