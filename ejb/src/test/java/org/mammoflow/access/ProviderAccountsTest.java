package org.mammoflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mammoflow.platform.WrongSetting;

class ProviderAccountsTest {

    private static final URI ISSUER = URI.create("https://login.hospital.org/realms/staff");
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    @Test
    void only_roles_that_the_site_has_mapped_mean_anything() {
        RoleMapping mapping = RoleMapping.parse("mammo-readers=radiologist, mammo-audit=auditor");
        assertThat(mapping.of(Set.of("mammo-readers", "radiologist", "staff"))).containsExactly(Role.RADIOLOGIST);
        assertThat(mapping.of(Set.of("staff"))).isEmpty();
    }

    @Test
    void names_of_groups_may_hold_an_equals_sign_and_an_unknown_role_stops_the_start() {
        assertThat(RoleMapping.parse("CN=readers=radiologist").of(Set.of("CN=readers")))
                .containsExactly(Role.RADIOLOGIST);
        assertThatThrownBy(() -> RoleMapping.parse("readers=surgeon")).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> RoleMapping.parse("readers")).isInstanceOf(WrongSetting.class);
    }

    @Test
    void a_name_of_the_provider_is_never_one_of_a_local_account() {
        assertThat(ProviderName.of(identity("admin", "1")).plain()).isEqualTo("admin@login.hospital.org");
        assertThat(ProviderName.of(identity("Anna Müller<b>", "1")).plain())
                .isEqualTo("anna-m-ller-b-@login.hospital.org");
    }

    @Test
    void two_people_with_one_name_after_the_other_are_two_accounts() {
        String first = ProviderName.of(identity("anna", "1")).distinct();
        String second = ProviderName.of(identity("anna", "2")).distinct();
        assertThat(first).isNotEqualTo(second).startsWith("anna.").endsWith("@login.hospital.org");
    }

    @Test
    void the_longest_name_fits_where_names_are_kept() {
        ProviderName name = ProviderName.of(new ProviderIdentity(
                URI.create("https://" + "h".repeat(100) + ".org/"), "s", "n".repeat(300), Set.of(), NOW));
        assertThat(name.plain()).hasSizeLessThanOrEqualTo(64);
        assertThat(name.distinct()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void no_password_of_this_server_opens_an_account_of_the_provider() {
        Account anna = new Account("anna@login.hospital.org", ISSUER, "1", Role.ADMIN);
        anna.setPassword("hash", "anna@login.hospital.org");
        assertThat(new LocalAccounts("all").admit(anna)).isFalse();
        assertThat(new LocalAccounts("admins").admit(anna)).isFalse();
    }

    @Test
    void where_the_site_says_so_only_administrators_have_a_local_sign_in() {
        Account reader = new Account("reader", "hash", Role.RADIOLOGIST, "admin");
        Account admin = new Account("admin", "hash", Role.ADMIN, "system");
        assertThat(new LocalAccounts("all").admit(reader)).isTrue();
        assertThat(new LocalAccounts("admins").admit(reader)).isFalse();
        assertThat(new LocalAccounts("admins").admit(admin)).isTrue();
        assertThatThrownBy(() -> new LocalAccounts("none")).isInstanceOf(WrongSetting.class);
    }

    @Test
    void a_sign_in_is_fresh_for_ten_minutes() {
        Account anna = new Account("anna@login.hospital.org", ISSUER, "1", Role.RADIOLOGIST);
        assertThat(anna.isFreshAt(NOW)).isFalse();
        anna.admittedByProvider(Role.RADIOLOGIST, NOW);
        assertThat(anna.isFreshAt(NOW.plusSeconds(599))).isTrue();
        assertThat(anna.isFreshAt(NOW.plusSeconds(600))).isFalse();
    }

    private static ProviderIdentity identity(String username, String subject) {
        return new ProviderIdentity(ISSUER, subject, username, Set.of(), NOW);
    }
}
