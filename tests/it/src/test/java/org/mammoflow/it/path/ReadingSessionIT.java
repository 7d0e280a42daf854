package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** Ten cases one after the other, from the sign-in to the sign-out without a mouse. */
class ReadingSessionIT {

    private static final int CASES = 10;

    @Test
    void ten_cases_are_read_skipped_deferred_and_resumed_by_keyboard_alone() {
        try (MammoflowServer server = MammoflowServer.with().name("session").start();
                Browser browser = Browser.open(server)) {
            List<Mammogram> cases = Mammograms.cases(CASES);
            new Sender(server).storescu(cases);
            new Answers(server).ended(cases);
            Reader reader = new Reader(browser.newcomer(), server.passwordOf("radiologist"));

            reader.signIn();
            browser.picture(reader.page, "session-before");
            reader.press("s", "Enter");
            reader.expectCase(1);
            assertThat(reader.page.locator("#sitting-place")).containsText("1 of 10");
            browser.picture(reader.page, "session-case");
            reader.listKeys();
            reader.mark("a cluster");
            browser.picture(reader.page, "session-marked");
            reader.read();
            assertFetchedAhead(reader, study(server, 2));
            reader.press("j");
            reader.expectCase(3);
            reader.defer("priors are missing");
            reader.expectCase(4);
            reader.read();
            reader.press("b");
            assertThat(reader.page.locator("#sitting-progress")).hasText("2 of 10 read, 1 skipped, 1 deferred");
            browser.picture(reader.page, "session-resume");
            reader.signOut();

            reader.signIn();
            reader.press("s", "Enter");
            for (int place = 5; place <= CASES; place++) {
                reader.expectCase(place);
                reader.read();
                reader.press("n");
            }
            reader.expectCase(2);
            reader.read();
            reader.press("n");
            assertThat(reader.page.locator("#sitting-progress")).hasText("9 of 10 read, 1 deferred");
            assertThat(reader.page.locator("#sitting-done")).isVisible();
            // The deferred one is still on the list.
            assertThat(reader.page.locator("a.case-link")).hasCount(1);
            browser.picture(reader.page, "session-done");
            reader.signOut();
            browser.assertNoErrors();

            JsonObject session = Answers.json(server.as("radiologist").get("/api/v1/sessions/current"));
            assertThat(session.get("read").getAsInt()).isEqualTo(CASES - 1);
            assertThat(session.has("next")).isFalse();
        }
    }

    /** Going on to a case asks for none of its pictures: they are here. */
    private static void assertFetchedAhead(Reader reader, String study) {
        String frame = study + "/series/";
        reader.page.waitForCondition(() -> reader.fetched.stream().anyMatch(url -> isFrame(url, study)));
        long before = reader.fetched.stream().filter(url -> url.contains(frame)).count();
        reader.press("n");
        reader.expectCase(2);
        assertThat(reader.page).hasURL(Pattern.compile("study=" + study.replace(".", "\\.") + "$"));
        assertThat(reader.fetched.stream().filter(url -> url.contains(frame)).count())
                .isEqualTo(before);
    }

    private static boolean isFrame(String url, String study) {
        return url.contains(study + "/series/") && url.endsWith("/frames/1");
    }

    private static String study(MammoflowServer server, int place) {
        return Answers.json(server.as("radiologist").get("/api/v1/sessions/current"))
                .getAsJsonArray("cases")
                .get(place - 1)
                .getAsJsonObject()
                .get("studyInstanceUid")
                .getAsString();
    }

    @Test
    void keys_that_a_reader_changes_or_switches_off_stay_so_on_every_machine() {
        MammoflowServer server = MammoflowServer.shared();
        server.as("radiologist2").putJson("/api/v1/desk/preferences", "{\"singleKeys\":true,\"keys\":{}}");
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist2");
            page.keyboard().press("?");
            Locator rows = page.locator("dialog.mfv-keys tr");
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("Next or previous case of the list"))
                            .locator("kbd"))
                    .hasText(new String[] {"Down arrow", "Up arrow"});
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("Open the case that has the focus"))
                            .locator("kbd"))
                    .hasText("Enter");
            page.locator("[id='mfv-key-list.search']").click();
            page.waitForResponse(
                    "**/api/v1/desk/preferences", () -> page.keyboard().press("Control+k"));
            page.waitForResponse(
                    "**/api/v1/desk/preferences",
                    () -> page.locator("#mfv-single").uncheck());

            Page elsewhere = browser.signIn("radiologist2");
            elsewhere.keyboard().press("/");
            assertThat(elsewhere.locator("[id='identity:patientId']")).not().isFocused();
            elsewhere.keyboard().press("Control+k");
            assertThat(elsewhere.locator("[id='identity:patientId']")).isFocused();
            browser.assertNoErrors();
        }
    }

    /** A reader who has no mouse. */
    private record Reader(Page page, String password, List<String> fetched) {

        Reader(Page page, String password) {
            this(page, password, new ArrayList<>());
            page.onRequestFinished(request -> fetched.add(request.url()));
        }

        void press(String... keys) {
            for (String key : keys) {
                page.keyboard().press(key);
            }
        }

        void signIn() {
            assertThat(page.locator("[id$=username]")).isFocused();
            Keyboard keyboard = page.keyboard();
            keyboard.type("radiologist");
            keyboard.press("Tab");
            keyboard.type(password);
            keyboard.press("Enter");
            page.waitForURL(Pattern.compile("/(worklist\\.xhtml)?$"));
        }

        void signOut() {
            press("q");
            assertThat(page.locator("#leave")).isFocused();
            press("Enter");
            page.waitForURL("**/sign-in.xhtml*");
        }

        void expectCase(int place) {
            assertThat(page.locator("#sitting-place strong")).hasText("Session: case " + place + " of " + CASES);
            assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
        }

        void listKeys() {
            press("?");
            assertThat(page.locator("dialog.mfv-keys")).containsText("Skip");
            assertThat(page.locator("dialog.mfv-keys tr:has-text('While marking a place: mark it') kbd"))
                    .hasText("Enter");
            assertThat(page.locator("dialog.mfv-keys tr:has-text('go through the categories') kbd"))
                    .hasText(new String[] {"Right arrow", "Left arrow"});
            press("Escape");
            assertThat(page.locator("dialog.mfv-keys")).hasCount(0);
        }

        /** What the network missed: the cross is moved to its place, which is told in words. */
        void mark(String comment) {
            Locator told = page.locator(".mfv-status");
            press("x");
            assertThat(told).containsText("Arrow keys move the cross");
            press("ArrowUp", "Shift+ArrowLeft", "Shift+ArrowLeft");
            assertThat(told).hasText(Pattern.compile("^RCC: .*column \\d+ of \\d+, row \\d+ of \\d+$"));
            String column = told.textContent().replaceAll(".*column (\\d+) of.*", "$1");
            press("Enter");
            assertThat(page.locator("#missed-dialog")).isVisible();
            assertThat(page.locator("[id='missed:comment']")).isFocused();
            page.keyboard().type(comment);
            press("Enter");
            assertThat(page.locator(".said-missed")).containsText(comment);
            assertThat(page.locator(".said-missed")).containsText("column " + (Integer.parseInt(column) - 1));
            assertThat(page.locator("#missed-dialog")).isHidden();
        }

        /** Confirms the one finding, assesses the study, signs. */
        void read() {
            press("c");
            assertThat(page.locator("[data-act=confirm]")).isFocused();
            press("Enter");
            assertThat(page.locator("article.card .verdict-confirmed")).hasCount(1);
            // The focus goes on to what is to be done next; no key is needed for that.
            assertThat(page.locator("[data-assess]").first()).isFocused();
            press("2");
            assertThat(page.locator(".study .said:not(.said-missed)")).hasCount(1);
            assertThat(page.locator("[id='sign:password']")).isFocused();
            page.keyboard().type(password);
            press("Enter");
            assertThat(page.locator(".signing .notice-done")).hasCount(1);
        }

        void defer(String reason) {
            press("d");
            assertThat(page.locator("#defer-dialog input[type=text]")).isFocused();
            page.keyboard().type(reason);
            press("Enter");
        }
    }
}
