package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
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

/** What an administrator saves, removes or switches from a page that is no more is refused, and the page shows what counts now. */
class OldAdministrationPagesIT {

    private static final String POLICY = "/api/v1/admin/reading/policy";
    private static final String ROOM = "/api/v1/admin/modalities/ROOM1";

    private static final MammoflowServer SERVER = ReadingRoom.server();
    private static final Answers ANSWERS = new Answers(SERVER);

    private final Caller admin = SERVER.as("admin");
    private final Caller engineer = SERVER.as("modality-admin");

    @AfterEach
    void read_plainly_again() {
        ReadingRoom.readsPlainly();
    }

    @Test
    void categories_of_the_assessment_are_entered_renamed_and_removed_and_an_old_page_removes_none() {
        Mammogram mammogram = ReadingRoom.arrived(List.of(Mammograms.one())).get(0);
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
            Page reading = browser.atCase("radiologist", mammogram);
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

    private static void category(Page page, String code, String words) {
        page.locator("[id='category:code']").fill(code);
        page.locator("[id='category:words']").fill(words);
        page.locator("[id='category:add']").click();
    }
}
