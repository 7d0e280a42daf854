package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** A password that somebody else knows opens nothing but the choice of another. */
class FirstPasswordIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    private static final String OWN = "nobody else knows this one";

    @Test
    void a_person_is_led_to_the_choice_and_works_with_the_own_password_from_then_on() {
        String given = made("first.reader", "radiologist");
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("first.reader", given);
            assertThat(page).hasURL(Pattern.compile("password\\.xhtml"));
            for (String elsewhere : List.of("worklist.xhtml", "case.xhtml?study=1.2", "settings.xhtml", "")) {
                page.navigate(browser.url(elsewhere));
                assertThat(page).hasURL(Pattern.compile("password\\.xhtml"));
            }
            browser.picture(page, "first-password");
            page.locator("[id='own:present']").fill(given);
            page.locator("[id='own:next']").fill(OWN);
            page.locator("[id='own:again']").fill(OWN);
            page.locator("[id='own:change']").click();
            assertThat(page.locator("#status")).containsText("changed");
            page.navigate(browser.url("worklist.xhtml"));
            assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml"));

            assertThat(browser.signIn("first.reader", OWN)).hasURL(Pattern.compile("/(worklist\\.xhtml)?$"));
            browser.assertNoErrors();
        }
    }

    @Test
    void a_program_is_refused_everywhere_with_the_remedy_until_there_is_an_own_password() {
        String given = made("first.admin", "admin");
        Caller caller = Caller.of(SERVER.url(), "first.admin", given);
        for (String path : List.of(
                "/api/v1/accounts",
                "/api/v1/admin/modalities",
                "/api/v1/openapi.yaml",
                "/api/v1/desk/preferences",
                "/dicom-web/studies")) {
            var refused = caller.get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).as(path).contains("/api/v1/accounts/own/password");
        }
        assertThat(caller.putJson("/api/v1/accounts/own/password", Administrators.change(given, OWN))
                        .statusCode())
                .isEqualTo(204);
        assertThat(Caller.of(SERVER.url(), "first.admin", OWN)
                        .get("/api/v1/accounts")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String made(String name, String role) {
        return Answers.json(SERVER.as("admin")
                        .postJson("/api/v1/accounts", "{\"username\":\"" + name + "\",\"role\":\"" + role + "\"}"))
                .get("password")
                .getAsString();
    }
}
