package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.parts.hospital.Answers.done;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Program;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** Whatever a modality, a reader or an address says is text: never markup, never script, never an expression. */
class InertTextIT {

    // Whoever computes it leaves "q49q" behind, which stands in no time, count, identifier or digest (hexadecimal).
    private static final String EXPRESSION = "q#{7*7}q${7*7}q";
    // Short enough for a Long String (64), so that every element can carry it.
    private static final String SCRIPT = "\"'><img src=x onerror=hit=1><script>hit=1</script>";
    private static final int[] TEXTS = {
        Tag.PatientName,
        Tag.PatientID,
        Tag.IssuerOfPatientID,
        Tag.AccessionNumber,
        Tag.InstitutionName,
        Tag.StudyDescription,
        Tag.SeriesDescription,
        Tag.Manufacturer,
        Tag.ManufacturerModelName,
        Tag.StationName,
        Tag.ImageComments,
        Tag.StudyID,
        Tag.ReferringPhysicianName,
        Tag.PatientComments
    };

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    private static Mammogram scripted;
    private static Mammogram calculating;

    @BeforeAll
    static void hostile_studies() {
        scripted = Mammograms.saying(everywhere(SCRIPT));
        calculating = Mammograms.saying(everywhere(EXPRESSION));
        List<Mammogram> both = List.of(scripted, calculating);
        new Sender(SERVER).storescu(both);
        new Answers(SERVER).ended(both);
        knockUnderAHostileTitle();
        readersSayItToo();
    }

    @Test
    void every_page_shows_it_literally_and_runs_nothing() {
        try (Browser browser = Browser.open(SERVER)) {
            Page reader = browser.signIn("radiologist");
            for (String page : List.of(
                    "worklist.xhtml?state=ALL",
                    "worklist.xhtml?site=" + encoded(SCRIPT) + "&band=" + encoded(EXPRESSION) + "&modality="
                            + encoded(EXPRESSION),
                    "no-opinion.xhtml",
                    "sign-in.xhtml?from=" + encoded("javascript:hit=1") + "&refused=" + encoded(SCRIPT),
                    "nowhere.xhtml?x=" + encoded(SCRIPT),
                    "case.xhtml?study=" + encoded(EXPRESSION + SCRIPT))) {
                reader.navigate(browser.url(page));
                assertNothingRan(reader, page);
            }
            for (Mammogram mammogram : List.of(scripted, calculating)) {
                reader.navigate(browser.url("case.xhtml?study=" + mammogram.studyInstanceUid()));
                assertThat(reader.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
                assertNothingRan(reader, "case");
            }
            assertThat(reader.locator(".case-who h1")).containsText(EXPRESSION);
            browser.picture(reader, "hostile-case");

            Page auditor = browser.signIn("auditor");
            for (String page : List.of(
                    "report.xhtml", "audit.xhtml", "ledger.xhtml", "worklist.xhtml?state=ALL", "shadow.xhtml")) {
                auditor.navigate(browser.url(page));
                assertNothingRan(auditor, page);
            }
            Page admin = browser.signIn("admin");
            for (String page : List.of("admin.xhtml", "networks.xhtml", "accounts.xhtml")) {
                admin.navigate(browser.url(page));
                assertNothingRan(admin, page);
            }
        }
    }

    @Test
    void a_search_for_it_finds_the_case_and_shows_what_was_searched_for() {
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("radiologist");
            page.locator("[id='identity:patientId']").fill(EXPRESSION);
            page.locator("[id='identity'] [type=submit]").click();
            assertThat(page.locator("a.case-link")).hasCount(1);
            assertThat(page.locator("[id='identity:patientId']")).hasValue(EXPRESSION);
            assertThat(page.locator("a.case-link")).containsText(EXPRESSION);
            assertNothingRan(page, "search");
        }
    }

    /** Refused, but the trail tells under which title somebody knocked. */
    private static void knockUnderAHostileTitle() {
        Program.run(List.of(
                "echoscu",
                "-aet",
                "<b>'#{7*7}",
                "-aec",
                "'><i>#{7*7}",
                SERVER.dicomHost(),
                Integer.toString(SERVER.dicomPort())));
    }

    /** Comments, reasons and names that people type. */
    private static void readersSayItToo() {
        Caller reader = SERVER.as("radiologist");
        String hostile = SCRIPT + EXPRESSION;
        String study = "/api/v1/studies/" + scripted.studyInstanceUid();
        long finding = new Answers(SERVER).findingOf(scripted);
        done(reader.postJson(
                "/api/v1/findings/" + finding + "/reviews", json("verdict", "CONFIRMED", "comment", hostile)));
        done(reader.putJson(study + "/assessment", json("category", "2", "comment", hostile)));
        done(reader.putJson(study + "/urgency", json("reason", hostile)));
        done(reader.postJson("/api/v1/desk/views", json("name", SCRIPT, "query", hostile)));
        done(reader.postJson("/api/v1/desk/views", json("name", EXPRESSION, "query", "site=" + hostile)));
        done(SERVER.as("admin").putJson("/api/v1/admin/reading/categories/9", json("words", hostile)));
    }

    private static String json(String... pairs) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            json.addProperty(pairs[i], pairs[i + 1]);
        }
        return json.toString();
    }

    private static void assertNothingRan(Page page, String where) {
        assertThat(page.evaluate("() => typeof window.hit")).as(where).isEqualTo("undefined");
        assertThat(page.locator("img[src=x]").count()).as(where).isZero();
        assertThat(page.locator("body").innerText()).as(where).doesNotContain("q49q");
    }

    private static Map<Integer, String> everywhere(String text) {
        Map<Integer, String> texts = new LinkedHashMap<>();
        for (int tag : TEXTS) {
            texts.put(tag, text);
        }
        return texts;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
