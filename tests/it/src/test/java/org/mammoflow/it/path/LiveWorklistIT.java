package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.it.path.Mammograms.Mammogram;
import org.mammoflow.it.server.MammoflowServer;

/** The list tells what is new and moves nothing under the reader's hand; names show in their own script, times in the site's. */
class LiveWorklistIT {

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
            isOfferedAndMovesNothing(page, "Yamada^Tarou=山田^太郎=やまだ^たろう");
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
            page.reload();
            isOfferedAndMovesNothing(page, "Нова^Пациентка");
            assertThat(page.locator("#cases")).containsText("Нова, Пациентка");
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
            assertThat(elsewhere).hasURL(java.util.regex.Pattern.compile("whose=UNCLAIMED"));
            assertThat(browser.signIn("radiologist2").locator("body")).not().containsText("Nobody's");
        }
    }

    private static void isOfferedAndMovesNothing(Page page, String name) {
        page.locator("a.case-link").first().waitFor();
        List<String> before = rows(page);
        page.locator("a.case-link").first().focus();
        arrived(Mammograms.saying(Map.of(Tag.SpecificCharacterSet, "ISO_IR 192", Tag.PatientName, name)));
        page.locator("#show-new")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
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
