package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** A case that somebody opens once is on the audit trail once, whatever the page and the viewer fetch of it, and in whatever order. */
class OneLookOneRowIT {

    private static final int AUDIT_PAGES = 8;

    private static MammoflowServer server;
    private static Answers answers;
    private static List<Mammogram> first;
    private static List<Mammogram> second;

    @BeforeAll
    static void two_cases_arrive() {
        server = MammoflowServer.with().name("looks").start();
        List.of("radiologist", "auditor").forEach(server::passwordOf);
        answers = new Answers(server);
        first = arrived("Two");
        second = arrived("Two");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void opening_fetching_ahead_and_moving_on_leave_one_row_for_each_case_and_image() {
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
            page.navigate(browser.url("worklist.xhtml?site=Two"));
            page.locator("a.case-link").first().click();
            expectOnShow(page);
            boolean inOrder = page.url().contains(first.get(0).studyInstanceUid());
            List<Mammogram> opened = inOrder ? first : second;
            List<Mammogram> next = inOrder ? second : first;
            assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-ahead", "ready");
            assertRows("VIEWED", opened, 1);
            assertRows("PREFETCHED", opened, 0);
            assertRows("PREFETCHED", next, 1);
            assertRows("VIEWED", next, 0);

            page.locator("[data-assess='2']").click();
            assertThat(page.locator(".study .said")).hasCount(1);
            assertRows("VIEWED", opened, 1);

            page.keyboard().press("n");
            assertThat(page.locator("mammoflow-viewer"))
                    .hasAttribute("case-url", "api/v1/studies/" + next.get(0).studyInstanceUid() + "/case");
            expectOnShow(page);
            seen(next);
            assertRows("VIEWED", next, 1);
            assertRows("PREFETCHED", next, 1);

            page.reload();
            expectOnShow(page);
            assertRows("VIEWED", next, 2);
            browser.assertNoErrors();
        }
    }

    @Test
    void a_prior_is_told_with_the_case_beside_which_it_hangs_and_its_images_when_they_are_on_show() {
        // Phantoms of all studies are one woman.
        List<Mammogram> next =
                arrived(Mammograms.study(), Map.of(Tag.InstitutionName, "Prior", Tag.PatientID, "WITH-PRIOR"));
        List<Mammogram> prior = earlier(next);
        List<Mammogram> opened = arrived("Prior");
        server.as("radiologist")
                .putJson(
                        "/api/v1/studies/" + opened.get(0).studyInstanceUid() + "/urgency",
                        "{\"urgent\":true,\"reason\":\"a lump\"}");
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
            page.navigate(browser.url("worklist.xhtml?site=Prior"));
            page.locator("a.case-link").first().click();
            expectOnShow(page);
            assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-ahead", "ready");
            assertThat(rows(prior, "PREFETCHED").get(0)).isEqualTo(1);
            assertRows("VIEWED", prior, 0);

            page.keyboard().press("n");
            assertThat(page.locator("mammoflow-viewer"))
                    .hasAttribute("case-url", "api/v1/studies/" + next.get(0).studyInstanceUid() + "/case");
            expectOnShow(page);
            seen(next);
            assertRows("VIEWED", next, 1);
            assertThat(rows(prior, "VIEWED")).as("its study, and no image yet").containsExactly(1L, 0L, 0L, 0L, 0L);

            page.keyboard().press(".");
            assertThat(page.locator(".mfv-stage")).containsText("current over prior");
            assertThat(page.locator(".mfv-tile[data-picture=full]")).hasCount(8);
            seen(prior);
            assertRows("VIEWED", prior, 1);

            page.reload();
            expectOnShow(page);
            assertThat(rows(prior, "VIEWED")).as("opened anew").containsExactly(2L, 1L, 1L, 1L, 1L);
            browser.assertNoErrors();
        }
    }

    @Test
    void a_program_that_looks_twice_is_recorded_twice() {
        Caller program = server.as("radiologist");
        Mammogram one = arrived("Elsewhere").get(0);
        program.get("/api/v1/studies/" + one.studyInstanceUid() + "/case");
        program.get("/api/v1/studies/" + one.studyInstanceUid() + "/case");
        assertThat(count("STUDY_VIEWED", one.studyInstanceUid())).isEqualTo(2);
    }

    private static void expectOnShow(Page page) {
        assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
    }

    /** The browser tells it after the pictures are on show. */
    private static void seen(List<Mammogram> study) {
        study.forEach(image -> Answers.await(
                "a look at " + image.sopInstanceUid(), () -> count("IMAGE_VIEWED", image.sopInstanceUid()) > 0));
    }

    private static void assertRows(String look, List<Mammogram> study, long expected) {
        assertThat(rows(study, look)).containsOnly(expected);
    }

    private static List<Long> rows(List<Mammogram> study, String look) {
        return Stream.concat(
                        Stream.of(count("STUDY_" + look, study.get(0).studyInstanceUid())),
                        study.stream().map(image -> count("IMAGE_" + look, image.sopInstanceUid())))
                .collect(Collectors.toList());
    }

    private static long count(String action, String objectId) {
        return IntStream.range(0, AUDIT_PAGES)
                .mapToObj(page -> Answers.array(server.as("auditor").get("/api/v1/audit/rows?page=" + page)))
                .flatMap(rows -> StreamSupport.stream(rows.spliterator(), false))
                .map(JsonElement::getAsJsonObject)
                .filter(row -> row.get("action").getAsString().equals(action))
                .filter(row -> row.get("objectId").getAsString().equals(objectId))
                .count();
    }

    /** A study of a site; each test has a list of its own. */
    private static List<Mammogram> arrived(String site) {
        return arrived(Mammograms.study(), Map.of(Tag.InstitutionName, site));
    }

    /** Another study of the same woman, a year before. */
    private static List<Mammogram> earlier(List<Mammogram> study) {
        Map<Integer, String> texts = new HashMap<>(Map.of(Tag.StudyDate, "20200101", Tag.InstitutionName, "Elsewhere"));
        for (int tag : new int[] {Tag.PatientID, Tag.IssuerOfPatientID, Tag.PatientName, Tag.PatientBirthDate}) {
            study.get(0).dataSet().string(tag).ifPresent(text -> texts.put(tag, text));
        }
        return arrived(Mammograms.study(), texts);
    }

    private static List<Mammogram> arrived(List<Mammogram> plain, Map<Integer, String> texts) {
        List<Mammogram> study = plain.stream()
                .map(image -> {
                    texts.forEach(image.dataSet()::set);
                    return Mammograms.save(image.sopInstanceUid(), image.dataSet());
                })
                .toList();
        new Sender(server).storescu(study);
        answers.ended(study);
        return study;
    }
}
