package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** What readers see of each other and of the network on the pages themselves. */
class TwoReadersIT {

    private static final MammoflowServer SERVER = ReadingRoom.server();

    @BeforeAll
    static void passwords() {
        List.of("radiologist", "radiologist2", "arbiter", "admin").forEach(SERVER::passwordOf);
    }

    @AfterEach
    void read_plainly_again() {
        ReadingRoom.readsPlainly();
    }

    @Test
    void of_two_readers_who_open_a_case_at_once_one_holds_it_and_the_other_is_told_who() throws Exception {
        Mammogram mammogram = one();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        Future<String> first = readers.submit(opening("radiologist", mammogram, start));
        Future<String> second = readers.submit(opening("radiologist2", mammogram, start));

        List<String> claims = List.of(first.get(), second.get());
        readers.shutdown();
        assertThat(claims).filteredOn(claim -> claim.contains("claim-yours")).hasSize(1);
        assertThat(claims)
                .filteredOn(claim -> claim.contains("claim-other"))
                .singleElement()
                .satisfies(claim -> assertThat(claim).contains("radiologist"));
    }

    @Test
    void the_second_reader_sees_nothing_of_the_first_and_a_third_compares_and_decides() {
        ReadingRoom.reads("{\"readings\":2,\"finalAfterSeconds\":0}");
        Mammogram mammogram = one();
        try (Browser browser = Browser.open(SERVER)) {
            Page first = browser.atCase("radiologist", mammogram);
            confirm(first);
            assess(first, "1");
            sign(first, "radiologist");

            Page second = browser.atCase("radiologist2", mammogram);
            assertThat(second.locator(".verdict")).hasCount(0);
            assertThat(second.locator(".study .said")).hasCount(0);
            assertThat(second.locator("#compared")).hasCount(0);
            assertThat(second.locator("article.card-open")).hasCount(1);
            reject(second);
            assess(second, "4");
            sign(second, "radiologist2");
            assertThat(second.locator("#compared .differs")).not().hasCount(0);
            browser.picture(second, "double-reading-compared");
            assertThat(Axe.graveViolations(second)).isEmpty();

            Page third = browser.atCase("arbiter", mammogram);
            assertThat(third.locator("#compared .differs")).not().hasCount(0);
            browser.picture(third, "arbitration");
            reject(third);
            assess(third, "2");
            sign(third, "arbiter");
            assertThat(third.locator(".signing .notice-done")).not().hasCount(0);
            assertThat(third.locator("article.card-open")).hasCount(0);
            browser.assertNoErrors();
        }
    }

    @Test
    void an_arbiter_sees_where_one_reader_contradicts_the_network_and_what_else_readers_do_not_agree_about() {
        Mammogram rejected = one();
        Mammogram disputed = one();
        try (Browser browser = Browser.open(SERVER)) {
            ReadingRoom.reads("{\"readings\":1,\"arbitration\":\"READERS_AND_AI\",\"finalAfterSeconds\":0}");
            Page alone = browser.atCase("radiologist", rejected);
            reject(alone);
            assess(alone, "2");
            sign(alone, "radiologist");
            Page arbiter = browser.atCase("arbiter", rejected);
            // The reader's verdict is nowhere else on the page: the card asks for the arbiter's own.
            assertThat(differing(arbiter)).hasCount(1);
            assertThat(differing(arbiter)).containsText("Rejected");
            assertThat(differing(arbiter).locator("td").nth(1)).hasText(Pattern.compile("High|Medium|Low"));
            assertThat(Axe.graveViolations(arbiter)).isEmpty();

            ReadingRoom.reads("{\"readings\":2,\"arbitration\":\"READERS\",\"finalAfterSeconds\":0}");
            Page first = browser.atCase("radiologist", disputed);
            confirm(first);
            recall(first);
            assess(first, "2");
            sign(first, "radiologist");
            Page second = browser.atCase("radiologist2", disputed);
            confirm(second);
            assess(second, "2");
            sign(second, "radiologist2");
            arbiter.navigate(address(browser, disputed));
            assertThat(differing(arbiter)).hasCount(1);
            assertThat(differing(arbiter)).containsText("Technical recall");
            browser.assertNoErrors();
        }
    }

    private static Locator differing(Page page) {
        return page.locator("#compared tr.differs");
    }

    private static void recall(Page page) {
        page.locator("[data-recall]").first().click();
        page.locator("[id='recall:reason']").selectOption(new SelectOption().setIndex(1));
        page.locator("[id='recall:record']").click();
        assertThat(page.locator(".said-recall")).hasCount(1);
    }

    @Test
    void who_reads_first_sees_the_network_after_the_own_opinion_and_a_heat_map_that_was_shown_is_on_record() {
        ReadingRoom.reads("{\"mode\":\"READER_FIRST\"}");
        Mammogram mammogram = one();
        String finding = Long.toString(findingOf(mammogram));
        Answers answers = new Answers(SERVER);
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.atCase("radiologist", mammogram);
            assertThat(page.locator(".score")).hasCount(0);
            page.keyboard().press("h");
            assertThat(page.locator(".mfv-networks")).isEmpty();
            assertThat(answers.auditRows("HEAT_MAP_SHOWN", finding)).isZero();
            browser.picture(page, "reader-first");

            page.keyboard().press("x");
            page.keyboard().press("Enter");
            // What the network missed nobody knows yet: the scale for the own opinion comes first.
            assertThat(page.locator("[data-assess]").first()).isFocused();
            assertThat(page.locator("#missed-dialog")).isHidden();
            assess(page, "3");
            assertThat(page.locator(".score")).not().hasCount(0);
            assertThat(page.locator(".mfv-ai").first()).containsText("malignancy");
            page.waitForResponse("**/heatmap", () -> page.keyboard().press("h"));
            assertThat(page.locator(".mfv-networks")).containsText("resnet");
            assertThat(answers.auditRows("HEAT_MAP_SHOWN", finding)).isEqualTo(1);
            browser.picture(page, "reader-first-revealed");
        }
    }

    private Callable<String> opening(String reader, Mammogram mammogram, CyclicBarrier start) {
        return () -> {
            // A browser of its own for each thread: Playwright is for one.
            Browser browser = Browser.open(SERVER);
            try {
                Page page = browser.signIn(reader);
                start.await();
                page.navigate(address(browser, mammogram));
                return page.locator("[id=claim]").innerHTML();
            } finally {
                browser.closeForThisThread();
            }
        };
    }

    private static String address(Browser browser, Mammogram mammogram) {
        return browser.url("case.xhtml?study=" + mammogram.studyInstanceUid());
    }

    private static void confirm(Page page) {
        page.locator("[data-act=confirm]").click();
        assertThat(page.locator("article.card-open")).hasCount(0);
    }

    private static void reject(Page page) {
        page.locator("article.card-open select").selectOption(new SelectOption().setIndex(1));
        page.locator("[data-act=reject]").click();
        assertThat(page.locator("article.card-open")).hasCount(0);
    }

    private static void assess(Page page, String category) {
        Locator said = page.locator(".study .said");
        int before = said.count();
        page.locator("[data-assess='" + category + "']").click();
        assertThat(said).hasCount(before + 1);
    }

    private static void sign(Page page, String reader) {
        page.locator("[id='sign:password']").fill(SERVER.passwordOf(reader));
        page.locator("[id='sign:sign']").click();
        assertThat(page.locator("[id='sign:password']")).hasCount(0);
        assertThat(page.locator(".signing .notice-done").first()).isVisible();
    }

    private static Mammogram one() {
        Mammogram mammogram = Mammograms.one();
        new Sender(SERVER).storescu(List.of(mammogram));
        findingOf(mammogram);
        return mammogram;
    }

    /** Asked as auditor, who sees findings whatever the readers may see. */
    private static long findingOf(Mammogram mammogram) {
        new Answers(SERVER).ended(List.of(mammogram));
        return Answers.json(SERVER.as("auditor").get("/api/v1/instances/" + mammogram.sopInstanceUid()))
                .getAsJsonObject("finding")
                .get("id")
                .getAsLong();
    }
}
