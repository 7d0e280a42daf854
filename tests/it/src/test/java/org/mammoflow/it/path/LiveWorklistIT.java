package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** The list tells what is new and moves nothing under the reader's hand; names show in their own script, times in the site's. */
class LiveWorklistIT {

    // The pages ask by themselves twice a minute.
    private static final long POLL_MILLIS = 30_000;
    // A page renews every two minutes at most.
    private static final long CLAIM_RENEWED_MILLIS = 121_000;

    private static MammoflowServer server;

    @BeforeAll
    static void start() {
        server = MammoflowServer.with()
                .name("live")
                .option("--time-zone", "Asia/Tokyo")
                .start();
        arrived(Mammograms.one());
        arrived(Mammograms.one());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_new_case_is_offered_by_push_and_no_row_moves_until_the_reader_asks() {
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
            isOfferedAndMovesNothing(page, "Yamada^Tarou=山田^太郎=やまだ^たろう", () -> {});
            assertThat(page.locator("#cases")).containsText("山田 太郎");
            assertThat(page.locator("#cases .c-waiting span[title$='Asia/Tokyo']")
                            .first())
                    .isVisible();
            browser.assertNoErrors();
        }
    }

    @Test
    void without_push_the_list_asks_for_itself() {
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist2");
            // Somebody between us cuts every channel that stays open.
            page.routeWebSocket("**/*", socket -> socket.close());
            page.clock().install();
            page.reload();
            isOfferedAndMovesNothing(page, "Нова^Пациентка", () -> page.clock().fastForward(POLL_MILLIS));
            assertThat(page.locator("#cases")).containsText("Нова, Пациентка");
        }
    }

    @Test
    void each_position_tells_why_the_case_stands_there() {
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
            Locator positions = page.locator("#cases abbr[role=note]");
            assertThat(positions).not().hasCount(0);
            List<String> told = positions.all().stream()
                    .map(position -> position.getAttribute("title"))
                    .toList();
            for (int i = 0; i < told.size(); i++) {
                assertThat(told.get(i))
                        .matches(
                                "Position " + (i + 1)
                                        + ": not urgent; suspicion (High|Medium|Low), waiting since .+\\. "
                                        + "A head start of \\d+ days for this suspicion makes its turn .+; the earliest turn comes first\\.");
            }
            String last = rows(page).get(told.size() - 1);
            server.as("radiologist")
                    .putJson("/api/v1/studies/" + last + "/urgency", "{\"urgent\":true,\"reason\":\"a lump\"}");
            page.reload();
            assertThat(page.locator("a.case-link").first()).hasAttribute("data-study", last);
            assertThat(positions.first()).hasAttribute("title", Pattern.compile("^Position 1: Urgent; "));
            // The same for who has no mouse: reached by Tab, told by a screen reader.
            positions.first().focus();
            assertThat(positions.first()).isFocused();
            assertThat(positions.first()).hasAccessibleName(Pattern.compile("^Position 1: Urgent; "));
        }
    }

    @Test
    void others_see_whose_a_case_is_until_she_leaves_or_one_of_them_takes_it_with_a_reason() {
        try (Browser browser = Browser.open(server)) {
            Page first = browser.signIn("radiologist");
            first.locator("a.case-link").first().click();
            assertThat(first.locator("#claim .claim-yours")).isVisible();
            String study = first.locator("#case-marks").getAttribute("data-study");

            Page second = browser.signIn("radiologist2");
            Locator claim = second.locator("tr:has(a[data-study='" + study + "']) .claim");
            assertThat(claim).containsText("radiologist");
            first.locator("#leave").click();
            assertThat(claim).not().containsText("radiologist");

            Page third = browser.signIn("radiologist");
            third.navigate(browser.url("case.xhtml?study=" + study));
            assertThat(third.locator("#claim .claim-yours")).isVisible();
            second.navigate(browser.url("case.xhtml?study=" + study));
            second.locator("[data-opens=takeover-dialog]").click();
            second.locator("[id='takeover:reason']").fill("she was called away");
            second.locator("#takeover-dialog .ui-button").click();
            assertThat(second.locator("#claim .claim-yours")).isVisible();
            browser.assertNoErrors();
            assertThat(server.as("auditor").get("/api/v1/audit/rows").body())
                    .contains("from=radiologist reason=she was called away");
        }
    }

    @Test
    void a_claim_is_renewed_by_what_the_reader_does_and_not_by_a_page_that_is_left_open() {
        Mammogram mammogram = Mammograms.one();
        arrived(mammogram);
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
            page.clock().install();
            page.navigate(browser.url("case.xhtml?study=" + mammogram.studyInstanceUid()));
            assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
            Instant until = claimedUntil(mammogram);
            page.clock().fastForward(CLAIM_RENEWED_MILLIS);
            assertThat(claimedUntil(mammogram)).isEqualTo(until);
            page.waitForResponse("**/case.xhtml*", () -> page.keyboard().press("i"));
            assertThat(claimedUntil(mammogram)).isAfter(until);
            browser.assertNoErrors();
        }
    }

    private static Instant claimedUntil(Mammogram mammogram) {
        return Instant.parse(
                Answers.json(server.as("radiologist2").get("/api/v1/studies/" + mammogram.studyInstanceUid() + "/case"))
                        .getAsJsonObject("summary")
                        .getAsJsonObject("claim")
                        .get("until")
                        .getAsString());
    }

    @Test
    void a_filter_stands_in_the_address_and_its_fields_show_it_again() {
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
            page.locator("#state").selectOption("ALL");
            page.locator("#band").selectOption("LOW");
            page.locator("#whose").selectOption("UNCLAIMED");
            page.locator("#site").fill("Nowhere");
            page.locator("#modality").fill("MG1");
            page.locator("#from").fill("2026-01-31");
            page.locator("#to").fill("2026-02-01");
            page.locator("form[data-drops-blanks] button[type=submit]").click();
            assertThat(page.locator("a.case-link")).hasCount(0);
            assertThat(page)
                    .hasURL(Pattern.compile("\\?state=ALL&band=LOW&whose=UNCLAIMED&site=Nowhere&modality=MG1"
                            + "&from=2026-01-31&to=2026-02-01$"));
            assertThat(page.locator("#state")).hasValue("ALL");
            assertThat(page.locator("#band")).hasValue("LOW");
            assertThat(page.locator("#whose")).hasValue("UNCLAIMED");
            assertThat(page.locator("#site")).hasValue("Nowhere");
            assertThat(page.locator("#to")).hasValue("2026-02-01");
            browser.assertNoErrors();
        }
    }

    @Test
    void a_view_that_a_reader_saves_is_there_on_every_machine_and_nobody_elses() {
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
            page.navigate(browser.url("worklist.xhtml?whose=UNCLAIMED"));
            page.locator(".views details summary").click();
            page.locator("[id='keep:name']").fill("Nobody's");
            page.locator("[id='keep:save']").click();
            Page elsewhere = browser.signIn("radiologist");
            elsewhere.locator(".views a.view").click();
            assertThat(elsewhere).hasURL(Pattern.compile("whose=UNCLAIMED"));
            assertThat(browser.signIn("radiologist2").locator("body")).not().containsText("Nobody's");
        }
    }

    private static void isOfferedAndMovesNothing(Page page, String name, Runnable patience) {
        page.locator("a.case-link").first().waitFor();
        List<String> before = rows(page);
        page.locator("a.case-link").first().focus();
        arrived(Mammograms.saying(Map.of(Tag.SpecificCharacterSet, "ISO_IR 192", Tag.PatientName, name)));
        patience.run();
        page.locator("#show-new").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        assertThat(rows(page)).isEqualTo(before);
        assertThat(page.locator("a.case-link").first()).isFocused();
        page.keyboard().press("n");
        assertThat(page.locator("a.case-link")).hasCount(before.size() + 1);
    }

    private static List<String> rows(Page page) {
        return page.locator("a.case-link").all().stream()
                .map(link -> link.getAttribute("data-study"))
                .toList();
    }

    private static void arrived(Mammogram mammogram) {
        new Sender(server).storescu(List.of(mammogram));
        new Answers(server).ended(List.of(mammogram));
    }
}
