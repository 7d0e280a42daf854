package org.mammoflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstPasswordsTest {

    private final FirstPasswords anywhere = new FirstPasswords(false);
    private final FirstPasswords onLoopback = new FirstPasswords(true);

    @Test
    void a_password_of_the_first_start_suffices_only_where_the_site_says_so() {
        Account account = new Account("radiologist", "hash", Role.RADIOLOGIST, "system");
        assertThat(onLoopback.suffice(account)).isTrue();
        assertThat(anywhere.suffice(account)).isFalse();
    }

    @Test
    void a_password_that_an_administrator_gave_never_does() {
        Account made = new Account("reader", "hash", Role.RADIOLOGIST, "admin");
        Account reset = new Account("radiologist", "hash", Role.RADIOLOGIST, "system");
        reset.setPassword("another", "admin");
        assertThat(onLoopback.suffice(made)).isFalse();
        assertThat(onLoopback.suffice(reset)).isFalse();
    }

    @Test
    void an_own_password_always_does() {
        Account account = new Account("reader", "hash", Role.RADIOLOGIST, "admin");
        account.setPassword("chosen", "reader");
        assertThat(anywhere.suffice(account)).isTrue();
        assertThat(onLoopback.suffice(account)).isTrue();
    }
}
