package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.server.MammoflowServer;

/** Who signs out here is out here whatever happens, and at the hospital's provider too where it can be asked. */
class ProviderSignOutIT {

    private static final HospitalProvider PROVIDER = ProviderDoor.PROVIDER;
    private static final MammoflowServer SERVER = ProviderDoor.SERVER;

    @Test
    void who_signs_out_here_is_signed_out_at_the_provider_too_and_comes_back_to_the_door() {
        PROVIDER.admits("subject-9", "hanna", "mammo-readers");
        try (Browser browser = Browser.open(SERVER)) {
            Page page = ProviderDoor.entered(browser);
            page.locator("#leave").click();
            page.locator("#provider").waitFor();
            assertThat(page).hasURL(ProviderDoor.local("sign-in.xhtml"));
            assertThat(PROVIDER.saidFarewellTo()).isEqualTo("subject-9");
            assertThat(PROVIDER.lastFarewell())
                    .containsEntry("client_id", HospitalProvider.CLIENT)
                    .containsEntry("post_logout_redirect_uri", ProviderDoor.local("sign-in.xhtml"));
            page.navigate(ProviderDoor.local("worklist.xhtml"));
            assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml\\?from="));
            browser.assertNoErrors();
        }
        assertThat(ProviderDoor.trail("SIGNED_OUT", "hanna@127.0.0.1")).isNotEmpty();
    }

    @Test
    void who_signs_out_while_the_provider_is_away_is_out_here_and_told_to_close_the_browser() {
        PROVIDER.admits("subject-10", "ida", "mammo-readers");
        try (Browser browser = Browser.open(SERVER)) {
            Page page = ProviderDoor.entered(browser);
            PROVIDER.isAwayDuring(() -> {
                page.locator("#leave").click();
                assertThat(page.locator("[role=alert]")).containsText("signed out here");
                assertThat(page.locator("[role=alert]")).containsText("close the browser");
                page.navigate(ProviderDoor.local("worklist.xhtml"));
                assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml\\?from="));
            });
            browser.assertNoErrors();
        }
        assertThat(ProviderDoor.trail("SIGNED_OUT", "ida@127.0.0.1")).isNotEmpty();
    }

    @Test
    void a_token_of_many_groups_still_ends_the_providers_session_by_itself() {
        PROVIDER.admits("subject-11", "jana", groups(110));
        try (Browser browser = Browser.open(SERVER)) {
            Page page = ProviderDoor.entered(browser);
            assertThat(PROVIDER.lastIdToken()).hasSizeBetween(4_000, 6_000);
            page.locator("#leave").click();
            page.locator("#provider").waitFor();
            assertThat(PROVIDER.saidFarewellTo()).isEqualTo("subject-11");
            browser.assertNoErrors();
        }
    }

    @Test
    void a_token_too_long_for_an_address_is_left_out_and_the_provider_asks_who_signs_out() {
        PROVIDER.admits("subject-12", "karla", groups(300));
        try (Browser browser = Browser.open(SERVER)) {
            Page page = ProviderDoor.entered(browser);
            assertThat(PROVIDER.lastIdToken()).hasSizeGreaterThan(6_000);
            page.locator("#leave").click();
            page.locator("#yes").click();
            page.locator("#provider").waitFor();
            assertThat(page).hasURL(ProviderDoor.local("sign-in.xhtml"));
            assertThat(PROVIDER.lastFarewell())
                    .doesNotContainKey("id_token_hint")
                    .containsEntry("client_id", HospitalProvider.CLIENT);
            page.navigate(ProviderDoor.local("worklist.xhtml"));
            assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml\\?from="));
            browser.assertNoErrors();
        }
    }

    /** As of somebody who has been at a large hospital for long. */
    private static String[] groups(int others) {
        return Stream.concat(
                        Stream.of("mammo-readers"),
                        IntStream.range(0, others).mapToObj(i -> "department-of-medicine-" + (1000 + i)))
                .toArray(String[]::new);
    }
}
