package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** Whoever decides on a case page that is no more is shown what stands there now; nothing is written over it. */
class OldCasePagesIT {

    private static final MammoflowServer SERVER = ReadingRoom.server();
    private static final Answers ANSWERS = new Answers(SERVER);

    private final Caller reader = SERVER.as("radiologist");

    @AfterEach
    void read_plainly_again() {
        ReadingRoom.readsPlainly();
    }

    @Test
    void of_two_tabs_that_correct_one_verdict_the_second_is_shown_what_the_first_decided() {
        ReadingRoom.reads("{\"finalAfterSeconds\":0}");
        Mammogram mammogram =
                ReadingRoom.arrived(Mammograms.study().subList(0, 1)).get(0);
        long finding = ANSWERS.findingOf(mammogram);
        try (Browser browser = Browser.open(SERVER)) {
            Page one = browser.atCase("radiologist", mammogram);
            CaseTab.read(one, 1);
            CaseTab.sign(one);
            assertThat(one.locator(".signing .notice-done").first()).isVisible();
            Page two = CaseTab.beside(one, browser, mammogram);

            CaseTab.correct(one, "UNCERTAIN");
            assertThat(one.locator(".verdict-uncertain")).hasCount(1);
            CaseTab.correct(two, "REJECTED");
            assertThat(two.locator("#status")).containsText("this decision was changed meanwhile. Uncertain");
            assertThat(two.locator(".verdict-uncertain")).hasCount(1);
            browser.picture(two, "verdict-changed-meanwhile");
            assertThat(ANSWERS.auditRows("REVIEW_CHANGED", Long.toString(finding)))
                    .isEqualTo(1);

            CaseTab.correct(two, "REJECTED");
            assertThat(two.locator(".verdict-rejected")).hasCount(1);
            browser.assertNoErrors();
        }
    }

    @Test
    void a_technical_recall_from_an_old_page_is_refused_and_the_page_shows_the_one_that_stands() {
        Mammogram mammogram = ReadingRoom.arrived(List.of(Mammograms.one())).get(0);
        String path = "/api/v1/studies/" + mammogram.studyInstanceUid();
        Caller before = reader.seeing(path + "/case");
        try (Browser browser = Browser.open(SERVER)) {
            Page one = browser.atCase("radiologist", mammogram);
            Page two = CaseTab.beside(one, browser, mammogram);
            CaseTab.recall(one, "POSITIONING");
            assertThat(one.locator(".said-recall")).hasCount(1);
            CaseTab.recall(two, "EXPOSURE");
            assertThat(two.locator("#status")).containsText("something else was stated about this meanwhile");
            assertThat(two.locator(".said-recall")).hasCount(1);
            assertThat(two.locator(".said-recall")).containsText("Positioning");
            browser.picture(two, "recall-changed-meanwhile");
            browser.assertNoErrors();
        }
        assertThat(before.postJson(
                                path + "/technical-recalls",
                                "{\"sopInstanceUid\":\"" + mammogram.sopInstanceUid() + "\",\"reason\":\"EXPOSURE\"}")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void an_own_statement_is_taken_back_once_and_an_old_page_says_that_it_was() {
        Mammogram mammogram = ReadingRoom.arrived(List.of(Mammograms.one())).get(0);
        String path = "/api/v1/studies/" + mammogram.studyInstanceUid();
        try (Browser browser = Browser.open(SERVER)) {
            Page one = browser.atCase("radiologist", mammogram);
            CaseTab.recall(one, "POSITIONING");
            assertThat(one.locator(".said-recall")).hasCount(1);
            Page two = CaseTab.beside(one, browser, mammogram);
            assertThat(two.locator(".said-recall")).hasCount(1);
            one.locator(".said-recall button").click();
            assertThat(one.locator("#status")).containsText("Taken back; it stays on record");
            assertThat(one.locator(".said-recall")).hasCount(0);
            two.locator(".said-recall button").click();
            assertThat(two.locator("#status")).containsText("it was taken back before, on another page");
            assertThat(two.locator(".said-recall")).hasCount(0);
            browser.assertNoErrors();
        }
        long recall = Answers.json(reader.get(path + "/case"))
                .getAsJsonArray("entries")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsLong();
        JsonObject problem = Answers.problem(reader.delete(path + "/statements/" + recall));
        assertThat(problem.get("status").getAsInt()).isEqualTo(409);
        assertThat(problem.toString()).contains("taken back before");
        assertThat(reader.delete(path + "/statements/999999999").statusCode()).isEqualTo(404);
    }
}
