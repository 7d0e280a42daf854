package org.mammoflow.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.mammoflow.platform.Setting;
import org.mammoflow.platform.WrongSetting;

/**
 * Which accounts a password of this server opens: all local ones, or the administrators' alone, for the day on which the
 * hospital's provider is away. An account that the provider opens never.
 */
@ApplicationScoped
public class LocalAccounts {

    private static final String NAME = "mammoflow.accounts.local";

    private boolean administratorsOnly;

    protected LocalAccounts() {
        this(Setting.text(NAME, "all"));
    }

    LocalAccounts(String who) {
        if (!who.equals("all") && !who.equals("admins")) {
            throw new WrongSetting(NAME, who, "all or admins");
        }
        this.administratorsOnly = who.equals("admins");
    }

    boolean admit(Account account) {
        return !account.isOfProvider() && (!administratorsOnly || account.role().equals(Role.ADMIN));
    }
}
