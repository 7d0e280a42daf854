package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mammoflow.it.path.HospitalProvider.Signature;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** People come in by the hospital's own sign-in, in the role that it gives them, and nobody comes in by a lie about it. */
class HospitalSignInIT {

    private static final String SIGNING = "signs and opens nothing";
    private static final HospitalProvider PROVIDER = new HospitalProvider();
    private static MammoflowServer server;

    @BeforeAll
    static void start() {
        server = MammoflowServer.with()
                .name("provider")
                .option("--oidc-issuer", PROVIDER.issuer())
                .option("--oidc-client", HospitalProvider.CLIENT)
                .option("--oidc-roles-claim", "realm.groups")
                .option(
                        "--oidc-roles",
                        "mammo-readers=radiologist,mammo-arbiters=arbiter,mammo-audit=auditor,mammo-it=admin")
                .option("--local-accounts", "admins")
                .variable("MAMMOFLOW_OIDC_SECRET", HospitalProvider.SECRET)
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
        PROVIDER.close();
    }

    @Test
    void a_reader_comes_in_is_asked_anew_each_time_and_signs_with_a_password_that_opens_nothing() {
        PROVIDER.admits("subject-1", "Anna", "mammo-readers", "everybody");
        String name = "anna@127.0.0.1";
        try (Browser browser = Browser.open(server)) {
            Page page = entered(browser);
            assertThat(page.locator(".bar-name")).containsText(name);
            assertThat(page).hasURL(Pattern.compile("/(worklist\\.xhtml)?$"));
            assertThat(PROVIDER.lastQuestion())
                    .containsEntry("prompt", "login")
                    .containsEntry("max_age", "0")
                    .containsEntry("code_challenge_method", "S256");

            Mammogram mammogram = judged();
            page.navigate(local("case.xhtml?study=" + mammogram.studyInstanceUid()));
            assertThat(page.locator(".signing")).containsText("no password to sign with");
            assertThat(sign(page, mammogram, SIGNING).status()).isEqualTo(403);

            page.navigate(local("password.xhtml"));
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
        assertThat(Caller.of(server.url(), name, SIGNING)
                        .get("/api/v1/worklist")
                        .statusCode())
                .as("it opens nothing")
                .isEqualTo(401);
        assertThat(trail("SIGNED_IN", name)).contains("issuer=" + PROVIDER.issuer() + " subject=subject-1");
        assertThat(trail("ACCOUNT_CREATED", name)).contains("role=radiologist");
    }

    @Test
    void the_role_is_what_the_provider_says_today() {
        PROVIDER.admits("subject-2", "Berta", "mammo-readers");
        try (Browser browser = Browser.open(server)) {
            assertThat(entered(browser).locator(".bar-nav")).containsText("Worklist");
            PROVIDER.admits("subject-2", "Berta", "mammo-audit");
            Page auditor = entered(browser);
            assertThat(auditor.locator(".bar-nav")).containsText("Report");
            auditor.navigate(local("accounts.xhtml"));
            assertThat(auditor.locator("h1")).not().hasText("Accounts");
        }
    }

    @Test
    void two_people_whom_the_provider_gave_one_name_are_two_accounts() {
        try (Browser browser = Browser.open(server)) {
            PROVIDER.admits("subject-3", "clara", "mammo-audit");
            assertThat(entered(browser).locator(".bar-name")).hasText("clara@127.0.0.1");
            PROVIDER.admits("subject-4", "clara", "mammo-audit");
            assertThat(entered(browser).locator(".bar-name")).hasText(Pattern.compile("clara\\.[0-9a-f]{8}@127.0.0.1"));
        }
    }

    @Test
    void whom_the_provider_gives_no_role_or_several_is_told_so_and_stays_outside() {
        try (Browser browser = Browser.open(server)) {
            PROVIDER.admits("subject-5", "dora", "everybody", "radiologist");
            refused(browser, "gives you no role");
            PROVIDER.admits("subject-5", "dora", "mammo-readers", "mammo-audit");
            refused(browser, "several roles");
            PROVIDER.admits("subject-5", "dora", "declines");
            refused(browser, "broken off");
        }
        assertThat(trail("SIGN_IN_FAILED", "dora@127.0.0.1"))
                .contains("no role by the provider", "several roles by the provider", "subject=subject-5");
    }

    @Test
    void an_account_that_is_switched_off_here_is_out_at_once_whatever_the_provider_says() {
        PROVIDER.admits("subject-6", "emma", "mammo-audit");
        try (Browser browser = Browser.open(server)) {
            Page page = entered(browser);
            Caller admin = server.as("admin");
            assertThat(admin.putJson("/api/v1/accounts/emma@127.0.0.1/disabled", "{\"disabled\":true}")
                            .statusCode())
                    .isEqualTo(204);
            page.navigate(local("report.xhtml"));
            assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml"));
            refused(browser, "switched off");
        }
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another nonce", set -> set.claim("nonce", "of another sign-in"), Signature.OWN_KEY),
                lie("another audience", set -> set.audience("another client"), Signature.OWN_KEY),
                lie("another issuer", set -> set.issuer("https://login.example"), Signature.OWN_KEY),
                lie(
                        "expired",
                        set -> set.expirationTime(Date.from(Instant.now().minusSeconds(600))),
                        Signature.OWN_KEY),
                lie("a proof of yesterday", set -> set.claim("auth_time", 1_700_000_000L), Signature.OWN_KEY),
                lie("no word of the proof", set -> set.claim("auth_time", null), Signature.OWN_KEY),
                lie("a foreign key", UnaryOperator.identity(), Signature.FOREIGN_KEY),
                lie("no signature", UnaryOperator.identity(), Signature.NONE));
    }

    private static Arguments lie(String what, UnaryOperator<JWTClaimsSet.Builder> claims, Signature signature) {
        return Arguments.of(what, claims, signature);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void a_token_that_lies_opens_nothing(String what, UnaryOperator<JWTClaimsSet.Builder> claims, Signature signature) {
        PROVIDER.admits("subject-7", "fanny", "mammo-readers");
        PROVIDER.says(claims, signature);
        try (Browser browser = Browser.open(server)) {
            refused(browser, "does not answer as it should");
        }
    }

    @Test
    void an_answer_counts_once_and_only_in_the_browser_that_asked() {
        PROVIDER.admits("subject-8", "gerda", "mammo-readers");
        HttpResponse<String> begun = get(URI.create(local("sign-in/provider?from=%2Freport.xhtml")), "");
        HttpResponse<String> elsewhere = get(URI.create(local("sign-in/provider")), "");
        URI answer = get(location(begun), "")
                .headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow();

        assertThat(location(get(answer, "")).toString()).as("without a mark").endsWith("reason=Unasked");
        assertThat(location(get(answer, cookie(elsewhere))).toString())
                .as("with another browser's")
                .endsWith("reason=Unasked");
        HttpResponse<String> admitted = get(answer, cookie(begun));
        assertThat(admitted.statusCode()).isEqualTo(200);
        assertThat(admitted.body()).contains("url=/report.xhtml");
        assertThat(get(URI.create(local("worklist.xhtml")), cookie(admitted)).body())
                .contains("gerda");
        assertThat(location(get(answer, cookie(begun))).toString())
                .as("once more")
                .endsWith("reason=Unasked");
    }

    private static HttpResponse<String> get(URI address, String cookie) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            return HttpClient.newHttpClient()
                    .send(
                            cookie.isEmpty()
                                    ? request.build()
                                    : request.header("Cookie", cookie).build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(answer.uri()::resolve)
                .orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    @Test
    void who_signs_out_here_is_signed_out_at_the_provider_too_and_comes_back_to_the_door() {
        PROVIDER.admits("subject-9", "hanna", "mammo-readers");
        try (Browser browser = Browser.open(server)) {
            Page page = entered(browser);
            page.locator("#leave").click();
            page.locator("#provider").waitFor();
            assertThat(page).hasURL(local("sign-in.xhtml"));
            assertThat(PROVIDER.saidFarewellTo()).isEqualTo("subject-9");
            assertThat(PROVIDER.lastFarewell())
                    .containsEntry("client_id", HospitalProvider.CLIENT)
                    .containsEntry("post_logout_redirect_uri", local("sign-in.xhtml"));
            page.navigate(local("worklist.xhtml"));
            assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml\\?from="));
            browser.assertNoErrors();
        }
        assertThat(trail("SIGNED_OUT", "hanna@127.0.0.1")).isNotEmpty();
    }

    @Test
    void who_signs_out_while_the_provider_is_away_is_out_here_and_told_to_close_the_browser() {
        PROVIDER.admits("subject-10", "ida", "mammo-readers");
        try (Browser browser = Browser.open(server)) {
            Page page = entered(browser);
            PROVIDER.isAwayDuring(() -> {
                page.locator("#leave").click();
                assertThat(page.locator("[role=alert]")).containsText("signed out here");
                assertThat(page.locator("[role=alert]")).containsText("close the browser");
                page.navigate(local("worklist.xhtml"));
                assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml\\?from="));
            });
            browser.assertNoErrors();
        }
        assertThat(trail("SIGNED_OUT", "ida@127.0.0.1")).isNotEmpty();
    }

    @Test
    void a_token_of_many_groups_still_ends_the_providers_session_by_itself() {
        PROVIDER.admits("subject-11", "jana", groups(110));
        try (Browser browser = Browser.open(server)) {
            Page page = entered(browser);
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
        try (Browser browser = Browser.open(server)) {
            Page page = entered(browser);
            assertThat(PROVIDER.lastIdToken()).hasSizeGreaterThan(6_000);
            page.locator("#leave").click();
            page.locator("#yes").click();
            page.locator("#provider").waitFor();
            assertThat(page).hasURL(local("sign-in.xhtml"));
            assertThat(PROVIDER.lastFarewell())
                    .doesNotContainKey("id_token_hint")
                    .containsEntry("client_id", HospitalProvider.CLIENT);
            page.navigate(local("worklist.xhtml"));
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

    @Test
    void in_an_emergency_administrators_have_a_local_account_and_nobody_else_has() {
        try (Browser browser = Browser.open(server)) {
            Page page = atTheDoor(browser);
            browser.picture(page, "sign-in-provider");
            page.locator("#local summary").click();
            page.locator("[id$=username]").fill("admin");
            page.locator("input[type=password]").fill(server.passwordOf("admin"));
            page.locator("[id$=enter]").click();
            assertThat(page.locator(".bar-name")).hasText("admin");
        }
        assertThat(server.as("radiologist").get("/api/v1/worklist").statusCode())
                .isEqualTo(401);
        assertThat(trail("SIGN_IN_FAILED", "radiologist")).contains("no local sign-in");
    }

    /** A new browser profile that has come in by the provider. */
    private static Page entered(Browser browser) {
        Page page = atTheDoor(browser);
        page.locator("#provider").click();
        page.locator("form[action='sign-out']").waitFor();
        return page;
    }

    private static void refused(Browser browser, String words) {
        Page page = atTheDoor(browser);
        page.locator("#provider").click();
        assertThat(page.locator("[role=alert]")).containsText(words);
        page.navigate(local("worklist.xhtml"));
        assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml"));
    }

    private static Page atTheDoor(Browser browser) {
        Page page = browser.profile();
        page.navigate(local(""));
        page.locator("#provider").waitFor();
        return page;
    }

    /** By the server's public name: the provider lives at another site. */
    private static String local(String page) {
        return server.url().replace("127.0.0.1", "localhost") + page;
    }

    private static Mammogram judged() {
        Mammogram mammogram = Mammograms.one();
        new Sender(server).storescu(List.of(mammogram));
        PROVIDER.admits("auditor", "auditor", "mammo-audit");
        try (Browser browser = Browser.open(server)) {
            Page auditor = entered(browser);
            Answers.await(
                    "a finding",
                    () -> auditor.request()
                            .get(local("api/v1/instances/" + mammogram.sopInstanceUid()))
                            .text()
                            .contains("\"finding\""));
        }
        return mammogram;
    }

    private static APIResponse sign(Page page, Mammogram mammogram, String password) {
        String study = "api/v1/studies/" + mammogram.studyInstanceUid();
        long finding = JsonParser.parseString(page.request()
                        .get(local("api/v1/instances/" + mammogram.sopInstanceUid()))
                        .text())
                .getAsJsonObject()
                .getAsJsonObject("finding")
                .get("id")
                .getAsLong();
        page.request()
                .post(
                        local("api/v1/findings/" + finding + "/reviews"),
                        json("{\"verdict\":\"CONFIRMED\",\"reason\":\"\"}"));
        page.request().put(local(study + "/assessment"), json("{\"category\":\"2\"}"));
        String seen = page.request().get(local(study + "/case")).headers().get("etag");
        return page.request()
                .post(
                        local(study + "/signature"),
                        json("{\"password\":\"" + password + "\"}").setHeader("If-Match", seen));
    }

    private static RequestOptions json(String body) {
        return RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setHeader("Origin", local("").replaceAll("/$", ""))
                .setData(body);
    }

    /** The details of the trail's rows of one action about one account. */
    private static String trail(String action, String account) {
        JsonArray rows = JsonParser.parseString(
                        server.as("admin").get("/api/v1/audit/rows").body())
                .getAsJsonArray();
        StringBuilder details = new StringBuilder();
        rows.forEach(row -> {
            if (row.getAsJsonObject().get("action").getAsString().equals(action)
                    && row.getAsJsonObject().get("objectId").getAsString().equals(account)) {
                details.append(row.getAsJsonObject().get("detail").getAsString())
                        .append('\n');
            }
        });
        return details.toString();
    }
}
