package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mammoflow.access.AccountView;
import org.mammoflow.access.Role;
import org.mammoflow.platform.Seen;

class AccountsScreenTest {

    @Test
    void an_account_is_made_by_somebody_of_a_name_even_if_a_role_is_called_so_or_by_the_software() {
        AccountsScreen screen = new AccountsScreen();
        screen.words = new Words() {
            @Override
            public String of(String key, Object... values) {
                return "words of " + key;
            }
        };
        assertThat(screen.madeBy(madeBy("admin"))).isEqualTo("admin");
        assertThat(screen.madeBy(madeBy("system"))).isEqualTo("words of role.system");
    }

    private static AccountView madeBy(String creator) {
        return new AccountView("anna", Role.RADIOLOGIST, false, false, true, creator, false, Seen.ANYTHING);
    }
}
