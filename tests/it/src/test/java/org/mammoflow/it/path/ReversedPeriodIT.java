package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.server.MammoflowServer;

/** Days in the wrong order find nothing, which must not look like "there is nothing": whoever asks so is told. */
class ReversedPeriodIT {

    private static final String REVERSED = "from=2026-11-02&to=2026-11-01";
    private static final String TOLD = "to (2026-11-01) must not lie before from (2026-11-02)";
    private static final String SAID = "begins on 2026-11-02 and ends before that, on 2026-11-01";
    private static final MammoflowServer SERVER = MammoflowServer.shared();

    @Test
    void programs_are_refused_naming_both_days() {
        for (String path : List.of(
                "/api/v1/findings?" + REVERSED,
                "/api/v1/worklist?" + REVERSED,
                "/api/v1/reports/findings?" + REVERSED,
                "/api/v1/reports/findings.csv?" + REVERSED,
                "/api/v1/audit/rows.csv?" + REVERSED,
                "/dicom-web/studies?StudyDate=20261102-20261101")) {
            refused(path, SERVER.as("auditor").get(path));
        }
        refused("a session", SERVER.as("radiologist").postJson("/api/v1/sessions?" + REVERSED, "{\"size\":1}"));
        refused(
                "a re-reading",
                SERVER.as("auditor")
                        .postJson(
                                "/api/v1/rereads",
                                "{\"seed\":7,\"size\":5,\"recallCategories\":[\"4\"],\"from\":\"2026-11-02\",\"to\":\"2026-11-01\"}"));
    }

    private static void refused(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(answer.body()).as(what).contains(TOLD);
    }

    @Test
    void pages_say_why_they_show_nothing() {
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("auditor");
            for (String name : List.of("worklist", "report", "audit")) {
                page.navigate(browser.url(name + ".xhtml?" + REVERSED));
                assertThat(page.locator(".notice-warn")).containsText(new String[] {SAID});
                page.navigate(browser.url(name + ".xhtml?from=2026-11-01&to=2026-11-02"));
                assertThat(page.locator("#main")).not().containsText("ends before that");
            }
            page.navigate(browser.url("worklist.xhtml?from=yesterday"));
            assertThat(page.locator("#main")).containsText("“yesterday” is not a day and was left out");
            page.navigate(browser.url("rereads.xhtml"));
            page.locator("[id='draw:seed']").fill("7");
            page.locator("[id='draw:size']").fill("5");
            page.locator("[id='draw:from']").fill("2026-11-02");
            page.locator("[id='draw:to']").fill("2026-11-01");
            page.locator("[id='draw:recall:0']").check();
            page.locator("[id='draw:go']").click();
            assertThat(page.locator("#status .notice-refuse")).containsText(SAID);
            browser.assertNoErrors();
        }
    }
}
