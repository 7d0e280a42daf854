package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** One signs what one saw, by page and by REST; of what one may not see a refusal tells nothing. */
class SignedAsSeenIT {

    private static final MammoflowServer SERVER = ReadingRoom.server();
    private static final Answers ANSWERS = new Answers(SERVER);

    private final Caller reader = SERVER.as("radiologist");

    @AfterEach
    void read_plainly_again() {
        ReadingRoom.readsPlainly();
    }

    @Test
    void a_signature_that_meets_a_new_image_is_refused_and_the_page_shows_the_image() {
        List<Mammogram> study = Mammograms.study();
        ReadingRoom.arrived(study.subList(0, 1));
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.atCase("radiologist", study.get(0));
            CaseTab.read(page, 1);
            ReadingRoom.arrived(study.subList(1, 2));
            CaseTab.sign(page);
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
            CaseTab.sign(page);
            assertThat(page.locator(".signing .notice-done").first()).isVisible();
            browser.assertNoErrors();
        }
    }

    @Test
    void who_reads_before_the_network_learns_nothing_of_it_by_a_refused_signature() {
        ReadingRoom.reads("{\"mode\":\"READER_FIRST\"}");
        List<Mammogram> study = Mammograms.study();
        ReadingRoom.arrived(study.subList(0, 1));
        String path = "/api/v1/studies/" + study.get(0).studyInstanceUid();
        Caller before = reader.seeing(path + "/case");
        ReadingRoom.arrived(study.subList(1, 2));
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
        Mammogram mammogram = ReadingRoom.arrived(List.of(Mammograms.one())).get(0);
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

    private HttpResponse<String> signed(Caller caller, String path) {
        return caller.postJson(path + "/signature", "{\"password\":\"" + SERVER.passwordOf("radiologist") + "\"}");
    }
}
