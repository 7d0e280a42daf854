package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** A case that somebody opens once is on the audit trail once, whatever the page and the viewer fetch of it, and in whatever order. */
class OneLookOneRowIT {

    private static final int AUDIT_PAGES = 4;

    private static MammoflowServer server;
    private static Answers answers;
    private static List<Mammogram> first;
    private static List<Mammogram> second;

    @BeforeAll
    static void two_cases_arrive() {
        server = MammoflowServer.with().name("looks").start();
        List.of("radiologist", "auditor").forEach(server::passwordOf);
        answers = new Answers(server);
        first = arrived();
        second = arrived();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void opening_fetching_ahead_and_moving_on_leave_one_row_for_each_case_and_image() {
        try (Browser browser = Browser.open(server)) {
            Page page = browser.signIn("radiologist");
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
    void a_program_that_looks_twice_is_recorded_twice() {
        Caller program = server.as("radiologist");
        Mammogram one = arrived().get(0);
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

    private static List<Mammogram> arrived() {
        List<Mammogram> study = Mammograms.study();
        new Sender(server).storescu(study);
        answers.ended(study);
        return study;
    }
}
