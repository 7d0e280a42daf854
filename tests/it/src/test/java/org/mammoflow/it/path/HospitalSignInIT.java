package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** People come in by the hospital's own sign-in, in the role that it gives them. */
class HospitalSignInIT {

    private static final String SIGNING = "signs and opens nothing";
    private static final HospitalProvider PROVIDER = ProviderDoor.PROVIDER;
    private static final MammoflowServer SERVER = ProviderDoor.SERVER;

    @Test
    void a_reader_comes_in_is_asked_anew_each_time_and_signs_with_a_password_that_opens_nothing() {
        PROVIDER.admits("subject-1", "Anna", "mammo-readers", "everybody");
        String name = "anna@127.0.0.1";
        try (Browser browser = Browser.open(SERVER)) {
            Page page = ProviderDoor.entered(browser);
            assertThat(page.locator(".bar-name")).containsText(name);
            assertThat(page).hasURL(Pattern.compile("/(worklist\\.xhtml)?$"));
            assertThat(PROVIDER.lastQuestion())
                    .containsEntry("prompt", "login")
                    .containsEntry("max_age", "0")
                    .containsEntry("code_challenge_method", "S256");

            Mammogram mammogram = judged();
            page.navigate(ProviderDoor.local("case.xhtml?study=" + mammogram.studyInstanceUid()));
            assertThat(page.locator(".signing")).containsText("no password to sign with");
            assertThat(sign(page, mammogram, SIGNING).status()).isEqualTo(403);

            page.navigate(ProviderDoor.local("password.xhtml"));
            browser.picture(page, "signing-password");
            page.locator("[id='first:next']").fill(SIGNING);
            page.locator("[id='first:again']").fill(SIGNING);
            page.locator("[id='first:choose']").click();
            assertThat(page.locator("#status")).containsText("signing password is set");
            assertThat(sign(page, mammogram, "something else").status()).isEqualTo(403);
            APIResponse signed = sign(page, mammogram, SIGNING);
            assertThat(signed.status()).as(signed.text()).isEqualTo(201);
            assertThat(signed.text()).contains(name);
            browser.assertNoErrors();
        }
        assertThat(Caller.of(SERVER.url(), name, SIGNING)
                        .get("/api/v1/worklist")
                        .statusCode())
                .as("it opens nothing")
                .isEqualTo(401);
        assertThat(ProviderDoor.trail("SIGNED_IN", name))
                .contains("issuer=" + PROVIDER.issuer() + " subject=subject-1");
        assertThat(ProviderDoor.trail("ACCOUNT_CREATED", name)).contains("role=radiologist");
    }

    @Test
    void the_role_is_what_the_provider_says_today() {
        PROVIDER.admits("subject-2", "Berta", "mammo-readers");
        try (Browser browser = Browser.open(SERVER)) {
            assertThat(ProviderDoor.entered(browser).locator(".bar-nav")).containsText("Worklist");
            PROVIDER.admits("subject-2", "Berta", "mammo-audit");
            Page auditor = ProviderDoor.entered(browser);
            assertThat(auditor.locator(".bar-nav")).containsText("Report");
            auditor.navigate(ProviderDoor.local("accounts.xhtml"));
            assertThat(auditor.locator("h1")).not().hasText("Accounts");
        }
    }

    @Test
    void two_people_whom_the_provider_gave_one_name_are_two_accounts() {
        try (Browser browser = Browser.open(SERVER)) {
            PROVIDER.admits("subject-3", "clara", "mammo-audit");
            assertThat(ProviderDoor.entered(browser).locator(".bar-name")).hasText("clara@127.0.0.1");
            PROVIDER.admits("subject-4", "clara", "mammo-audit");
            assertThat(ProviderDoor.entered(browser).locator(".bar-name"))
                    .hasText(Pattern.compile("clara\\.[0-9a-f]{8}@127.0.0.1"));
        }
    }

    @Test
    void whom_the_provider_gives_no_role_or_several_is_told_so_and_stays_outside() {
        try (Browser browser = Browser.open(SERVER)) {
            PROVIDER.admits("subject-5", "dora", "everybody", "radiologist");
            ProviderDoor.refused(browser, "gives you no role");
            PROVIDER.admits("subject-5", "dora", "mammo-readers", "mammo-audit");
            ProviderDoor.refused(browser, "several roles");
            PROVIDER.admits("subject-5", "dora", "declines");
            ProviderDoor.refused(browser, "broken off");
        }
        assertThat(ProviderDoor.trail("SIGN_IN_FAILED", "dora@127.0.0.1"))
                .contains("no role by the provider", "several roles by the provider", "subject=subject-5");
    }

    @Test
    void an_account_that_is_switched_off_here_is_out_at_once_whatever_the_provider_says() {
        PROVIDER.admits("subject-6", "emma", "mammo-audit");
        try (Browser browser = Browser.open(SERVER)) {
            Page page = ProviderDoor.entered(browser);
            Caller admin = SERVER.as("admin");
            assertThat(admin.putJson("/api/v1/accounts/emma@127.0.0.1/disabled", "{\"disabled\":true}")
                            .statusCode())
                    .isEqualTo(204);
            page.navigate(ProviderDoor.local("report.xhtml"));
            assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml"));
            ProviderDoor.refused(browser, "switched off");
        }
    }

    @Test
    void in_an_emergency_administrators_have_a_local_account_and_nobody_else_has() {
        try (Browser browser = Browser.open(SERVER)) {
            Page page = ProviderDoor.atTheDoor(browser);
            browser.picture(page, "sign-in-provider");
            page.locator("#local summary").click();
            page.locator("[id$=username]").fill("admin");
            page.locator("input[type=password]").fill(SERVER.passwordOf("admin"));
            page.locator("[id$=enter]").click();
            assertThat(page.locator(".bar-name")).hasText("admin");
        }
        assertThat(SERVER.as("radiologist").get("/api/v1/worklist").statusCode())
                .isEqualTo(401);
        assertThat(ProviderDoor.trail("SIGN_IN_FAILED", "radiologist")).contains("no local sign-in");
    }

    private static Mammogram judged() {
        Mammogram mammogram = Mammograms.one();
        new Sender(SERVER).storescu(List.of(mammogram));
        PROVIDER.admits("auditor", "auditor", "mammo-audit");
        try (Browser browser = Browser.open(SERVER)) {
            Page auditor = ProviderDoor.entered(browser);
            Answers.await(
                    "a finding",
                    () -> auditor.request()
                            .get(ProviderDoor.local("api/v1/instances/" + mammogram.sopInstanceUid()))
                            .text()
                            .contains("\"finding\""));
        }
        return mammogram;
    }

    private static APIResponse sign(Page page, Mammogram mammogram, String password) {
        String study = "api/v1/studies/" + mammogram.studyInstanceUid();
        long finding = JsonParser.parseString(page.request()
                        .get(ProviderDoor.local("api/v1/instances/" + mammogram.sopInstanceUid()))
                        .text())
                .getAsJsonObject()
                .getAsJsonObject("finding")
                .get("id")
                .getAsLong();
        page.request()
                .post(
                        ProviderDoor.local("api/v1/findings/" + finding + "/reviews"),
                        json("{\"verdict\":\"CONFIRMED\",\"reason\":\"\"}"));
        page.request().put(ProviderDoor.local(study + "/assessment"), json("{\"category\":\"2\"}"));
        String seen = page.request()
                .get(ProviderDoor.local(study + "/case"))
                .headers()
                .get("etag");
        return page.request()
                .post(
                        ProviderDoor.local(study + "/signature"),
                        json("{\"password\":\"" + password + "\"}").setHeader("If-Match", seen));
    }

    private static RequestOptions json(String body) {
        return RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setHeader("Origin", ProviderDoor.local("").replaceAll("/$", ""))
                .setData(body);
    }
}
