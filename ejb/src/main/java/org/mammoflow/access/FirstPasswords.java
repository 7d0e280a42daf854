package org.mammoflow.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.mammoflow.platform.Setting;

/**
 * What a password opens that its owner has not chosen. Those of the first start suffice where the site says so, as the
 * launcher does for a server that nobody but its own machine can reach; those that administrators give never do.
 */
@ApplicationScoped
public class FirstPasswords {

    private boolean sufficeAtFirst;

    protected FirstPasswords() {
        this(Setting.yesOrNo("mammoflow.accounts.first-credentials-suffice", false));
    }

    FirstPasswords(boolean sufficeAtFirst) {
        this.sufficeAtFirst = sufficeAtFirst;
    }

    /** Whether the account may act in its own role with the password that it has. */
    boolean suffice(Account account) {
        return account.passwordIsOwn() || sufficeAtFirst && account.passwordIsOfFirstStart();
    }
}
