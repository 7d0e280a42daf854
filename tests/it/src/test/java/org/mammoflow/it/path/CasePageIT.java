package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** Cards and pictures of a case belong together, what is missing is found, and nothing moves that the reader did not move. */
class CasePageIT {

    private static MammoflowServer server;

    @BeforeAll
    static void start() {
        server = MammoflowServer.with().name("casepage").start();
        List.of("radiologist", "admin").forEach(server::passwordOf);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void each_image_has_one_name_on_its_card_and_its_tile_and_its_card_leads_to_its_tile() {
        List<Mammogram> study = arrived(withARepeatAndADisplacedView());
        try (Browser browser = Browser.open(server)) {
            Page page = browser.atCase("radiologist", study.get(0));
            List<String> names = page.locator(".card-show").allTextContents();
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "RCC", "LCC", "RMLO", "LMLO", "LMLO, repeat 1", "LMLO, implant displaced");
            for (String name : names) {
                Locator card = page.locator("article.card[aria-label='" + name + "']");
                card.locator("h3").click();
                isOnShow(page, card, name);
            }
            assertThat(page.locator(".mfv-stage")).containsText(Pattern.compile("^[123] of 3"));
            Locator first = page.locator("article.card[aria-label='LMLO']");
            first.focus();
            page.keyboard().press("Enter");
            isOnShow(page, first, "LMLO");
            assertThat(page.locator(".mfv-stage")).containsText("additional views and repeats");
            browser.picture(page, "case-names");

            page.navigate(browser.url("case.xhtml?lang=de&study=" + study.get(0).studyInstanceUid()));
            assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
            Locator german = page.locator("article.card[aria-label='LMLO, Implantat verschoben']");
            german.locator(".card-show").click();
            isOnShow(page, german, "LMLO, Implantat verschoben");
            // Nor is anything else on the card in the browser's language once another one is chosen.
            page.navigate(browser.url("case.xhtml?study=" + study.get(0).studyInstanceUid()));
            assertThat(german.locator(".doubt").first()).containsText("NUR AN PHANTOMEN TRAINIERT");
            browser.assertNoErrors();
        }
    }

    private static void isOnShow(Page page, Locator card, String name) {
        assertThat(page.locator(".mfv-active .mfv-view")).hasText(name);
        assertThat(page.locator(".mfv-active")).hasAttribute("data-sop", card.getAttribute("data-image"));
    }

    @Test
    void what_is_refused_leads_to_the_field_that_lacks_something_and_tells_what() {
        List<Mammogram> study = arrived(Mammograms.study().subList(0, 1));
        try (Browser browser = Browser.open(server)) {
            Page page = browser.atCase("radiologist", study.get(0));
            page.locator("[data-act=reject]").click();
            isMissing(page, page.locator("select[id$=reason]").first(), "A rejection needs a reason");
            browser.picture(page, "reason-missing");
            password(page, server.passwordOf("radiologist"));
            isMissing(page, page.locator("article.card-open"), "1 findings are undecided");
            page.locator("select[id$=reason]").first().selectOption("OTHER");
            page.locator("[data-act=reject]").click();
            assertThat(page.locator(".verdict-rejected")).hasCount(1);
            assertThat(page.locator(".field-error:not(:empty)")).hasCount(0);

            password(page, server.passwordOf("radiologist"));
            isMissing(page, page.locator(".scale [data-assess]").first(), "the study is not assessed");
            // Arrows go round the scale, from its first category to its last.
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(".scale [data-assess]").last()).isFocused();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".scale [data-assess]").first()).isFocused();
            page.keyboard().press("2");
            assertThat(page.locator(".study .said")).hasCount(1);
            password(page, "wrong");
            isMissing(page, page.locator("[id='sign:password']"), "The password is wrong");
            browser.assertNoErrors();
        }
    }

    @Test
    void what_is_refused_after_the_signature_leads_to_the_field_too() {
        server.as("admin").putJson("/api/v1/admin/reading/policy", "{\"finalAfterSeconds\":0}");
        List<Mammogram> study = arrived(Mammograms.study().subList(0, 1));
        try (Browser browser = Browser.open(server)) {
            Page page = browser.atCase("radiologist", study.get(0));
            page.locator("[data-act=confirm]").click();
            assertThat(page.locator(".verdict-confirmed")).hasCount(1);
            page.locator("[data-assess='2']").click();
            assertThat(page.locator(".study .said")).hasCount(1);
            password(page, server.passwordOf("radiologist"));
            assertThat(page.locator(".signing .notice-done")).hasCount(1);
            addendum(page);
            change(page);
            browser.assertNoErrors();
        }
    }

    private static void addendum(Page page) {
        Locator text = page.locator("[id='addendum:text']");
        page.locator("details:has([id='addendum:text']) summary").click();
        page.locator("[id='addendum:add']").click();
        isMissing(page, text, "An addendum has 1 to 2,000 characters");
        text.fill("seen again");
        page.locator("[id='addendum:password']").fill("wrong");
        page.locator("[id='addendum:add']").click();
        isMissing(page, page.locator("[id='addendum:password']"), "The password is wrong");
        assertThat(text).hasValue("seen again");
        page.locator("[id='addendum:password']").fill(server.passwordOf("radiologist"));
        page.locator("[id='addendum:add']").click();
        assertThat(page.locator(".signing .said")).containsText("seen again");
    }

    private static void change(Page page) {
        Locator verdict = page.locator("article.card select[id$=verdict]");
        Locator password = page.locator("article.card input[id$=password]");
        Locator sign = page.locator("article.card [id$=':sign']");
        page.locator("article.card details.change summary").click();
        password.fill(server.passwordOf("radiologist"));
        sign.click();
        isMissing(page, verdict, "Choose a verdict");
        verdict.selectOption("REJECTED");
        password.fill(server.passwordOf("radiologist"));
        sign.click();
        isMissing(page, page.locator("article.card select[id$=newReason]"), "A rejection needs a reason");
        page.locator("article.card select[id$=newReason]").selectOption("OTHER");
        password.fill("wrong");
        sign.click();
        isMissing(page, password, "The password is wrong");
        password.fill(server.passwordOf("radiologist"));
        sign.click();
        assertThat(page.locator(".verdict-rejected")).hasCount(1);
    }

    @Test
    void nothing_is_decided_beforehand_and_enter_in_a_field_decides_nothing() {
        List<Mammogram> study = arrived(Mammograms.study().subList(0, 1));
        try (Browser browser = Browser.open(server)) {
            Page page = browser.atCase("radiologist", study.get(0));
            assertThat(page.locator("[data-act]:focus, [data-assess]:focus")).hasCount(0);
            assertThat(page.locator("article.card-open select")).hasValue("");
            assertThat(page.locator(".card [aria-pressed=true], .card [checked], .scale [aria-pressed=true]"))
                    .hasCount(0);
            page.keyboard().press("Enter");
            page.locator("article.card-open select").press("Enter");
            page.keyboard().press("Escape");
            page.locator("article.card-open textarea").press("Enter");
            page.locator("[id='assessing:comment']").fill("dense");
            page.locator("[id='assessing:comment']").press("Enter");
            // Answers come in the order of their questions: what Enter had begun would have come before this one.
            page.locator("[data-assess='2']").click();
            assertThat(page.locator(".study .said").last()).containsText("2 · Benign");
            assertThat(page.locator(".study .said")).hasCount(1);
            assertThat(page.locator(".study .said")).containsText("dense");
            assertThat(page.locator(".verdict")).hasCount(0);
            browser.assertNoErrors();
        }
    }

    @Test
    void categories_of_the_assessment_have_their_names_in_the_language_of_the_reader() {
        List<Mammogram> study = arrived(Mammograms.study().subList(0, 1));
        try (Browser browser = Browser.open(server)) {
            Page page = browser.atCase("radiologist", study.get(0));
            Page admin = browser.signIn("admin");
            Map<String, String> negative = Map.of("de", "Unauffällig", "fr", "Négatif", "en", "Negative");
            page.locator("[data-assess='1']").click();
            assertThat(page.locator(".study .said")).containsText("1 · Negative");
            for (String language : List.of("de", "fr", "en")) {
                String name = negative.get(language);
                page.navigate(browser.url(
                        "case.xhtml?lang=" + language + "&study=" + study.get(0).studyInstanceUid()));
                assertThat(page.locator("[data-assess='1']")).hasAccessibleName("1 " + name);
                assertThat(page.locator("[data-assess='1']")).hasAttribute("title", name);
                assertThat(page.locator(".study .said")).containsText("1 · " + name);
                admin.navigate(browser.url("admin.xhtml?lang=" + language));
                assertThat(admin.locator("[id='categories'] li:has-text('" + name + "')"))
                        .hasCount(1);
            }
            browser.assertNoErrors();
        }
    }

    @Test
    void a_closed_dialog_gives_the_focus_back_before_the_next_key() {
        List<Mammogram> study = arrived(Mammograms.study());
        server.as("radiologist").postJson("/api/v1/sessions", "{\"size\":1}");
        String inSession = Answers.json(server.as("radiologist").get("/api/v1/sessions/current"))
                .get("next")
                .getAsString();
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
            page.navigate(browser.url("case.xhtml?study=" + inSession));
            assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
            givesTheFocusBack(page, "d", "defer-dialog", "#defer");
            page.navigate(browser.url("case.xhtml?study=" + study.get(0).studyInstanceUid()));
            assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
            page.keyboard().press("x");
            givesTheFocusBack(page, "Enter", "missed-dialog", ".mfv-active");
            page.locator("[data-recall]").first().click();
            assertThat(closed(page, "recall-dialog", "[data-recall]")).isEqualTo(true);
            browser.assertNoErrors();
        }
    }

    /** A key opens the dialog while nothing has the focus. */
    private static void givesTheFocusBack(Page page, String key, String dialog, String opener) {
        page.evaluate("() => document.activeElement.blur()");
        page.keyboard().press(key);
        assertThat(page.locator("#" + dialog)).isVisible();
        assertThat(closed(page, dialog, opener)).as(dialog).isEqualTo(true);
    }

    /** In one breath: whatever happens a frame later comes too late for a key. */
    private static Object closed(Page page, String dialog, String opener) {
        return page.evaluate(
                "([dialog, opener]) => { document.getElementById(dialog).close();"
                        + " return document.activeElement.matches(opener); }",
                List.of(dialog, opener));
    }

    private static void password(Page page, String password) {
        page.locator("[id='sign:password']").fill(password);
        page.locator("[id='sign:sign']").click();
    }

    /** The focus is there, and what describes the field says what it lacks. */
    private static void isMissing(Page page, Locator field, String told) {
        assertThat(field).isFocused();
        assertThat(field).hasAccessibleDescription(Pattern.compile(told));
        assertThat(page.locator("#status .notice-refuse")).isVisible();
    }

    @Test
    void nine_categories_fit_beside_the_pictures_and_the_heat_map_moves_none_of_them() {
        List<Mammogram> study = arrived(Mammograms.study());
        for (String code : List.of("7", "4A", "12-MONTHS")) {
            server.as("admin").putJson("/api/v1/admin/reading/categories/" + code, "{\"words\":\"of this site\"}");
        }
        try (Browser browser = Browser.open(server)) {
            Page page = browser.atCase("radiologist", study.get(0));
            page.setViewportSize(1280, 900);
            for (String language : List.of("en", "de", "fr")) {
                page.navigate(browser.url(
                        "case.xhtml?lang=" + language + "&study=" + study.get(0).studyInstanceUid()));
                assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
                assertThat(page.locator(".scale [data-assess]")).hasCount(10);
                fits(page);
                BoundingBox before = page.locator(".mfv-grid").boundingBox();
                page.locator("[data-action=heatmap]").click();
                assertThat(page.locator("[data-action=heatmap]")).hasAttribute("aria-pressed", "true");
                assertThat(page.locator(".mfv-networks")).isVisible();
                assertThat(page.locator(".mfv-grid").boundingBox())
                        .usingRecursiveComparison()
                        .isEqualTo(before);
                for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                    page.emulateMedia(new Page.EmulateMediaOptions()
                            .setColorScheme(scheme)
                            .setReducedMotion(ReducedMotion.REDUCE));
                    browser.picture(page, "case-1280-" + language + "-" + scheme);
                }
            }
            browser.assertNoErrors();
        }
    }

    /** No button of the scale lies outside of the panel or over another one, and none cuts its word off. */
    private static void fits(Page page) {
        BoundingBox panel = page.locator("#findings").boundingBox();
        List<BoundingBox> buttons = new ArrayList<>();
        for (Locator button : page.locator(".scale [data-assess]").all()) {
            BoundingBox box = button.boundingBox();
            assertThat(box.x).isGreaterThanOrEqualTo(panel.x);
            assertThat(box.x + box.width).isLessThanOrEqualTo(panel.x + panel.width);
            assertThat(button.evaluate("e => e.scrollWidth - e.clientWidth")).isEqualTo(0);
            assertThat(buttons).noneMatch(other -> overlap(other, box));
            buttons.add(box);
        }
    }

    private static boolean overlap(BoundingBox a, BoundingBox b) {
        return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    }

    private static List<Mammogram> arrived(List<Mammogram> study) {
        new Sender(server).storescu(study);
        new Answers(server).ended(study);
        return study;
    }

    private static List<Mammogram> withARepeatAndADisplacedView() {
        List<Mammogram> study = new ArrayList<>(Mammograms.study());
        Attributes last = study.get(3).dataSet();
        last.set(Tag.AcquisitionDateTime, "20261127101000");
        study.set(3, Mammograms.save(study.get(3).sopInstanceUid(), last));
        String uid = study.get(3).sopInstanceUid();
        last.set(Tag.AcquisitionDateTime, "20261127102000");
        study.add(another(last, uid + ".1"));
        last.item(Tag.ViewCodeSequence)
                .orElseThrow()
                .setItems(
                        Tag.ViewModifierCodeSequence,
                        new Attributes()
                                .set(Tag.CodeValue, "399209000")
                                .set(Tag.CodingSchemeDesignator, "SCT")
                                .set(Tag.CodeMeaning, "Implant Displaced"));
        last.set(Tag.AcquisitionDateTime, "20261127103000");
        study.add(another(last, uid + ".2"));
        return study;
    }

    private static Mammogram another(Attributes dataSet, String uid) {
        dataSet.set(Tag.SOPInstanceUID, uid);
        return Mammograms.save(uid, dataSet);
    }
}
