package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** Whoever writes upon something that is no more is told what is there now, by page and by REST; nothing is written over it. */
class WritesAgainstWhatWasSeenIT {

    private static final String POLICY = "/api/v1/admin/reading/policy";
    private static final String ROOM = "/api/v1/admin/modalities/ROOM1";

    private static final MammoflowServer SERVER = ReadingRoom.server();
    private static final Answers ANSWERS = new Answers(SERVER);

    private final Caller reader = SERVER.as("radiologist");
    private final Caller admin = SERVER.as("admin");
    private final Caller engineer = SERVER.as("modality-admin");

    @BeforeAll
    static void passwords() {
        List.of("radiologist", "admin", "modality-admin").forEach(SERVER::passwordOf);
    }

    @AfterEach
    void read_plainly_again() {
        ReadingRoom.readsPlainly();
    }

    @Test
    void of_two_tabs_that_correct_one_verdict_the_second_is_shown_what_the_first_decided() {
        ReadingRoom.reads("{\"finalAfterSeconds\":0}");
        Mammogram mammogram = arrived(Mammograms.study().subList(0, 1)).get(0);
        long finding = ANSWERS.findingOf(mammogram);
        try (Browser browser = Browser.open(SERVER)) {
            Page one = open(browser.signIn("radiologist"), browser, mammogram);
            read(one, 1);
            sign(one);
            assertThat(one.locator(".signing .notice-done").first()).isVisible();
            Page two = open(one.context().newPage(), browser, mammogram);

            correct(one, "UNCERTAIN");
            assertThat(one.locator(".verdict-uncertain")).hasCount(1);
            correct(two, "REJECTED");
            assertThat(two.locator("#status")).containsText("this decision was changed meanwhile. Uncertain");
            assertThat(two.locator(".verdict-uncertain")).hasCount(1);
            browser.picture(two, "verdict-changed-meanwhile");
            assertThat(ANSWERS.auditRows("REVIEW_CHANGED", Long.toString(finding)))
                    .isEqualTo(1);

            correct(two, "REJECTED");
            assertThat(two.locator(".verdict-rejected")).hasCount(1);
            browser.assertNoErrors();
        }
    }

    @Test
    void a_technical_recall_from_an_old_page_is_refused_and_the_page_shows_the_one_that_stands() {
        Mammogram mammogram = arrived(List.of(Mammograms.one())).get(0);
        String path = "/api/v1/studies/" + mammogram.studyInstanceUid();
        Caller before = reader.seeing(path + "/case");
        try (Browser browser = Browser.open(SERVER)) {
            Page one = open(browser.signIn("radiologist"), browser, mammogram);
            Page two = open(one.context().newPage(), browser, mammogram);
            recall(one, "POSITIONING");
            assertThat(one.locator(".said-recall")).hasCount(1);
            recall(two, "EXPOSURE");
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
        Mammogram mammogram = arrived(List.of(Mammograms.one())).get(0);
        String path = "/api/v1/studies/" + mammogram.studyInstanceUid();
        try (Browser browser = Browser.open(SERVER)) {
            Page one = open(browser.signIn("radiologist"), browser, mammogram);
            recall(one, "POSITIONING");
            assertThat(one.locator(".said-recall")).hasCount(1);
            Page two = open(one.context().newPage(), browser, mammogram);
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

    @Test
    void categories_of_the_assessment_are_entered_renamed_and_removed_and_an_old_page_removes_none() {
        Mammogram mammogram = arrived(List.of(Mammograms.one())).get(0);
        String categories = "/api/v1/admin/reading/categories/";
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("admin");
            page.navigate(browser.url("admin.xhtml"));
            category(page, "7", "Second look by ultrasound");
            assertThat(page.locator("#status")).containsText("The list is changed");
            assertThat(page.locator("[id=categories]")).containsText("Second look by ultrasound");
            Page old = page.context().newPage();
            old.navigate(browser.url("admin.xhtml"));

            // Another name for what a code means is another decision: the old words go first.
            category(page, "7", "Second look by MRI");
            assertThat(page.locator("#status")).containsText("the code 7 stands on the list with other words");
            assertThat(page.locator("[id=categories]")).containsText("Second look by ultrasound");
            page.locator("[aria-label='Remove 7']").click();
            assertThat(page.locator("#status")).containsText("The list is changed");
            category(page, "7", "Second look by MRI");
            assertThat(page.locator("[id=categories]")).containsText("Second look by MRI");

            old.locator("[aria-label='Remove 7']").click();
            assertThat(old.locator("#status")).containsText("the list has changed meanwhile");
            assertThat(old.locator("[id=categories]")).containsText("Second look by MRI");
            browser.picture(old, "vocabulary-changed-meanwhile");

            category(old, "8", "Second opinion");
            Page reading = open(browser.signIn("radiologist"), browser, mammogram);
            reading.locator("[data-assess='7']").click();
            assertThat(reading.locator(".study .said")).containsText("7 · Second look by MRI");
            old.locator("[aria-label='Remove 7']").click();
            assertThat(old.locator("[id=categories]")).not().containsText("Second look by MRI");
            // What was stated stays stated. On a page that still offers it, the next category is in its place by now.
            reading.locator("[data-assess='7']").click();
            assertThat(reading.locator("#status")).containsText("the list has changed meanwhile");
            assertThat(reading.locator("[data-assess='7']")).hasCount(0);
            assertThat(reading.locator(".scale [data-assess]").first()).isFocused();
            assertThat(reading.locator(".study .said")).hasCount(1);
            assertThat(reading.locator(".study .said")).containsText("7 · Second look by MRI");
            old.locator("[aria-label='Remove 8']").click();
            assertThat(old.locator("[id=categories]")).not().containsText("Second opinion");
            // The place itself is no more.
            reading.locator("[data-assess='8']").click();
            assertThat(reading.locator("#status")).containsText("the list has changed meanwhile");
            assertThat(reading.locator("[data-assess='8']")).hasCount(0);
            browser.assertNoErrors();
        } finally {
            admin.delete(categories + "7");
            admin.delete(categories + "8");
        }
    }

    @Test
    void a_signature_that_meets_a_new_image_is_refused_and_the_page_shows_the_image() {
        List<Mammogram> study = Mammograms.study();
        arrived(study.subList(0, 1));
        try (Browser browser = Browser.open(SERVER)) {
            Page page = open(browser.signIn("radiologist"), browser, study.get(0));
            read(page, 1);
            arrived(study.subList(1, 2));
            sign(page);
            assertThat(page.locator("#status"))
                    .containsText("the case is not what you saw (new images: 1; new findings: 1)");
            assertThat(page.locator("article.card")).hasCount(2);
            assertThat(page.locator(".mfv-tile[data-sop='" + study.get(1).sopInstanceUid() + "'][data-picture=full]"))
                    .isVisible();
            browser.picture(page, "signature-refused-new-image");
            assertThat(ANSWERS.auditRows("READING_SIGNED", study.get(0).studyInstanceUid()))
                    .isZero();

            page.locator("[data-act=confirm]").click();
            assertThat(page.locator("article.card-open")).hasCount(0);
            sign(page);
            assertThat(page.locator(".signing .notice-done").first()).isVisible();
            browser.assertNoErrors();
        }
    }

    @Test
    void who_reads_before_the_network_learns_nothing_of_it_by_a_refused_signature() {
        ReadingRoom.reads("{\"mode\":\"READER_FIRST\"}");
        List<Mammogram> study = Mammograms.study();
        arrived(study.subList(0, 1));
        String path = "/api/v1/studies/" + study.get(0).studyInstanceUid();
        Caller before = reader.seeing(path + "/case");
        arrived(study.subList(1, 2));
        String early = signed(before, path).body();
        assertThat(early).contains("your own opinion comes before").doesNotContainIgnoringCase("finding");

        assertThat(before.putJson(path + "/assessment", "{\"category\":\"2\"}").statusCode())
                .isEqualTo(201);
        JsonObject problem = Answers.problem(signed(before, path));
        assertThat(problem.get("status").getAsInt()).isEqualTo(412);
        assertThat(problem.get("newImages").getAsInt()).isEqualTo(1);
        assertThat(problem.get("newFindings").getAsInt()).isEqualTo(2);
    }

    @Test
    void a_program_says_what_it_saw_or_does_not_sign() {
        Mammogram mammogram = arrived(List.of(Mammograms.one())).get(0);
        String path = "/api/v1/studies/" + mammogram.studyInstanceUid();
        String reviews = "/api/v1/findings/" + ANSWERS.findingOf(mammogram) + "/reviews";
        Caller before = reader.seeing(path + "/case");
        assertThat(reader.postJson(reviews, "{\"verdict\":\"CONFIRMED\"}").statusCode())
                .isEqualTo(201);
        assertThat(before.delete(reviews).statusCode()).as("a verdict not seen").isEqualTo(412);
        assertThat(before.putJson(path + "/assessment", "{\"category\":\"2\"}").statusCode())
                .isEqualTo(201);
        assertThat(before.putJson(path + "/assessment", "{\"category\":\"5\"}").statusCode())
                .as("an assessment not seen")
                .isEqualTo(412);

        assertThat(signed(reader, path).statusCode()).isEqualTo(428);
        assertThat(signed(reader.having("*"), path).statusCode()).isEqualTo(428);
        assertThat(signed(reader.having("\"*\""), path).statusCode()).isEqualTo(412);
        assertThat(signed(reader.having("W/\"i1\""), path).statusCode()).isEqualTo(400);
        assertThat(signed(before, path).statusCode()).isEqualTo(412);
        Caller now = reader.seeing(path + "/case");
        assertThat(signed(now, path).statusCode()).isEqualTo(201);
        assertThat(now.delete(path + "/signature").statusCode())
                .as("a signature not seen")
                .isEqualTo(412);
        assertThat(reader.seeing(path + "/case").delete(path + "/signature").statusCode())
                .isEqualTo(201);
    }

    @Test
    void of_two_administrators_who_save_the_same_form_the_second_sees_what_the_first_saved() {
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("admin");
            page.navigate(browser.url("admin.xhtml"));
            ReadingRoom.reads("{\"finalAfterSeconds\":120}");
            page.locator("[id='policy:readings']").selectOption("2");
            page.locator("[id='policy:change']").click();
            assertThat(page.locator("#status")).containsText("somebody else changed how this site reads");
            assertThat(page.locator("[id='policy:minutes']")).hasValue("2");
            assertThat(page.locator("[id='policy:readings']")).hasValue("1");
            page.locator("[id='policy:readings']").selectOption("2");
            page.locator("[id='policy:change']").click();
            assertThat(page.locator("#status")).containsText("It counts from now on");
            minutesOutOfRangeAreToldBesideTheirField(page);
            JsonObject now = Answers.json(admin.get(POLICY));
            assertThat(now.get("readings").getAsInt()).isEqualTo(2);
            assertThat(now.get("finalAfterSeconds").getAsInt()).isEqualTo(120);

            Caller seen = admin.seeing(POLICY);
            ReadingRoom.readsPlainly();
            assertThat(seen.putJson(POLICY, "{\"readings\":2}").statusCode()).isEqualTo(412);
            browser.assertNoErrors();
        }
    }

    private static void minutesOutOfRangeAreToldBesideTheirField(Page page) {
        for (String wrong : List.of("1441", "-1", "two", "")) {
            page.locator("[id='policy:minutes']").fill(wrong);
            page.locator("[id='policy:change']").click();
            assertThat(page.locator("[id='policy:minutes']")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("[id='policy:minutes']")).hasAttribute("aria-describedby", "minutes-wrong");
            assertThat(page.locator("#minutes-wrong")).containsText("from 0 (final at once) to 1440 (one day)");
        }
    }

    @Test
    void a_modality_that_somebody_else_entered_meanwhile_is_not_overwritten() {
        engineer.putJson("/api/v1/admin/modalities/IT-MODALITY", "{}");
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("modality-admin");
            page.navigate(browser.url("admin.xhtml"));
            engineer.putJson(ROOM, "{\"description\":\"first floor\"}");
            enter(page, "ROOM1", "second floor");
            assertThat(page.locator("#status")).containsText("ROOM1 was entered, changed or removed by somebody else");
            assertThat(page.locator("[id='modalities:known']")).containsText("first floor");
            enter(page, "ROOM1", "second floor");
            assertThat(page.locator("[id='modalities:known']")).containsText("second floor");

            // Another row has come before it: the button that was clicked would be another one's.
            engineer.putJson("/api/v1/admin/modalities/ANTEROOM", "{}");
            page.locator("tr:has-text('second floor') input").click();
            assertThat(page.locator("#status")).containsText("the list has changed meanwhile");
            assertThat(engineer.get(ROOM).statusCode()).isEqualTo(200);
            assertThat(engineer.get("/api/v1/admin/modalities/ANTEROOM").statusCode())
                    .isEqualTo(200);

            Caller seen = engineer.seeing(ROOM);
            engineer.putJson(ROOM, "{\"description\":\"third floor\"}");
            assertThat(seen.delete(ROOM).statusCode()).isEqualTo(412);
            assertThat(seen.putJson(ROOM, "{}").statusCode()).isEqualTo(412);
            assertThat(engineer.seeing(ROOM).delete(ROOM).statusCode()).isEqualTo(204);
            browser.assertNoErrors();
        } finally {
            engineer.delete("/api/v1/admin/modalities/ANTEROOM");
            engineer.delete(ROOM);
        }
    }

    @Test
    void the_last_modality_stays_because_an_empty_list_lets_anybody_send() {
        String last = "/api/v1/admin/modalities/IT-MODALITY";
        engineer.putJson(last, "{}");
        assertThat(engineer.delete(last).statusCode()).isEqualTo(409);
        assertThat(engineer.get(last).statusCode()).isEqualTo(200);
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("modality-admin");
            page.navigate(browser.url("admin.xhtml"));
            page.locator("tr:has-text('IT-MODALITY') input").click();
            assertThat(page.locator("#status")).containsText("any caller could send");
            assertThat(page.locator("[id='modalities:known']")).containsText("IT-MODALITY");
            browser.assertNoErrors();
        }
    }

    @Test
    void an_account_that_somebody_else_changed_meanwhile_is_looked_at_again_first() {
        String account = "/api/v1/accounts/a.reader";
        assertThat(admin.postJson("/api/v1/accounts", "{\"username\":\"a.reader\",\"role\":\"radiologist\"}")
                        .statusCode())
                .isEqualTo(201);
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("admin");
            page.navigate(browser.url("accounts.xhtml"));
            Caller seen = admin.seeing(account);
            admin.postJson(account + "/password-reset", "{}");
            button(page, "New password").click();
            assertThat(page.locator("#status")).containsText("somebody changed this account meanwhile");
            assertThat(ANSWERS.auditRows("PASSWORD_RESET", "a.reader")).isEqualTo(1);

            admin.putJson(account + "/disabled", "{\"disabled\":true}");
            button(page, "Switch off").click();
            // Its button is no more, and a click on it must not look as if something was done.
            assertThat(page.locator("#status")).containsText("the list has changed");
            assertThat(seen.putJson(account + "/disabled", "{\"disabled\":false}")
                            .statusCode())
                    .isEqualTo(412);
            assertThat(Answers.json(admin.get(account)).get("disabled").getAsBoolean())
                    .isTrue();
            button(page, "Switch on").click();
            assertThat(page.locator("#status")).containsText("a.reader: done");

            // A wrong password of the owner is nobody's decision about the account.
            Caller.of(SERVER.url(), "a.reader", "wrong").get("/api/v1/worklist");
            button(page, "Switch off").click();
            assertThat(page.locator("#status")).containsText("a.reader: done");
            browser.assertNoErrors();
        }
    }

    @Test
    void the_way_back_from_a_network_is_not_gone_once_another_step_was_taken() {
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("admin");
            page.navigate(browser.url("networks.xhtml"));
            String proposals = "/api/v1/networks/proposals";
            JsonObject step = Answers.json(
                    admin.postJson(proposals, "{\"seat\":\"SHADOW\",\"network\":\"\",\"reason\":\"a test\"}"));
            page.locator("[id=seats] input[type=submit]").first().click();
            assertThat(page.locator("#status")).containsText("the proposals have changed meanwhile");
            assertThat(admin.delete(proposals + "/" + step.get("id").getAsLong())
                            .statusCode())
                    .isEqualTo(200);
            page.navigate(browser.url("networks.xhtml"));
            page.locator("[id=seats] input[type=submit]").first().click();
            assertThat(page.locator("#status")).containsText("There is nothing to go back to");
            browser.assertNoErrors();
        }
    }

    private static Locator button(Page page, String label) {
        return page.locator("tr:has-text('a.reader') input[value='" + label + "']");
    }

    private static void enter(Page page, String title, String description) {
        page.locator("[id='enter:title']").fill(title);
        page.locator("[id='enter:description']").fill(description);
        page.locator("[id='enter:add']").click();
    }

    private static Page open(Page page, Browser browser, Mammogram mammogram) {
        page.navigate(browser.url("case.xhtml?study=" + mammogram.studyInstanceUid()));
        assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
        return page;
    }

    private static void category(Page page, String code, String words) {
        page.locator("[id='category:code']").fill(code);
        page.locator("[id='category:words']").fill(words);
        page.locator("[id='category:add']").click();
    }

    private static void recall(Page page, String reason) {
        page.locator("[data-recall]").first().click();
        page.locator("[id='recall:reason']").selectOption(reason);
        page.locator("[id='recall:record']").click();
    }

    /** Confirms what is open, and assesses. */
    private static void read(Page page, int findings) {
        page.locator("[data-act=confirm]").click();
        assertThat(page.locator(".verdict-confirmed")).hasCount(findings);
        page.locator("[data-assess='2']").click();
        assertThat(page.locator(".study .said")).hasCount(1);
    }

    private static void sign(Page page) {
        page.locator("[id='sign:password']").fill(SERVER.passwordOf("radiologist"));
        page.locator("[id='sign:sign']").click();
    }

    /** By a signed addendum to the one finding. */
    private static void correct(Page page, String verdict) {
        Locator card = page.locator("article.card");
        card.locator("details.change summary").click();
        card.locator("select[id$=verdict]").selectOption(verdict);
        card.locator("select[id$=newReason]").selectOption("OTHER");
        card.locator("input[type=password]").fill(SERVER.passwordOf("radiologist"));
        card.locator("button[id$=sign]").click();
    }

    private HttpResponse<String> signed(Caller caller, String path) {
        return caller.postJson(path + "/signature", "{\"password\":\"" + SERVER.passwordOf("radiologist") + "\"}");
    }

    private static List<Mammogram> arrived(List<Mammogram> mammograms) {
        new Sender(SERVER).storescu(mammograms);
        // Asked as auditor, who sees findings whatever the readers may see.
        new Answers(SERVER).ended(mammograms);
        return mammograms;
    }
}
