package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** Auditors find on a long trail what one person did and what befell one case; nobody else searches it. */
class TrailFilterIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    private static String study;

    @BeforeAll
    static void a_case_is_opened() {
        Mammogram mammogram = Mammograms.one();
        study = mammogram.studyInstanceUid();
        new Sender(SERVER).storescu(List.of(mammogram));
        new Answers(SERVER).findingOf(mammogram);
        Answers.done(SERVER.as("radiologist").get("/api/v1/studies/" + study + "/case"));
    }

    @Test
    void an_auditor_filters_by_keyboard_keeps_the_address_and_takes_the_same_rows_as_a_file() {
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("auditor");
            page.navigate(browser.url("audit.xhtml"));
            page.locator("#actor").focus();
            page.keyboard().type("radiologist");
            for (String next : List.of("action", "object")) {
                page.keyboard().press("Tab");
                assertThat(page.locator("#" + next)).isFocused();
            }
            page.keyboard().type(study);
            page.keyboard().press("Enter");
            page.waitForURL("**/audit.xhtml?actor=radiologist&object=" + study);
            Locator rows = page.locator("[id=rows] tbody tr");
            assertThat(rows).hasCount(1);
            assertThat(rows).containsText("STUDY_VIEWED");
            assertThat(page.locator("#object")).hasValue(study);

            page.locator("#actor").fill("");
            page.locator("#actor").press("Enter");
            page.waitForURL("**/audit.xhtml?object=" + study);
            for (String deed : List.of("INSTANCE_STORED", "FINDING_RECORDED", "STUDY_VIEWED")) {
                assertThat(page.locator("[id=rows]")).containsText(deed);
            }
            browser.picture(page, "audit-filtered");
            String file = page.locator("#csv").getAttribute("href");
            List<String> lines =
                    SERVER.as("auditor").get("/" + file).body().lines().toList();
            assertThat(lines).contains("# Mammoflow audit trail, filtered: object=" + study, "# rows: " + rows.count());
            assertThat(new Answers(SERVER).auditRows("AUDIT_EXPORTED")).contains("rows");

            page.locator("#action").selectOption("STUDY_VIEWED");
            page.locator("#filter button").click();
            assertThat(page).hasURL(Pattern.compile("action=STUDY_VIEWED"));
            assertThat(rows).hasCount(1);

            page.locator("[id='verify:now']").click();
            assertThat(page.locator("[id=verdict]")).containsText("intact");
            browser.assertNoErrors();
        }
    }

    @Test
    void nobody_else_searches_the_trail() {
        for (String user : List.of("admin", "radiologist", "modality-admin")) {
            assertThat(SERVER.as(user)
                            .get("/api/v1/audit/rows.csv?actor=radiologist")
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        HttpResponse<String> whole = SERVER.as("admin").get("/audit.xhtml?actor=nobody&object=" + study);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).doesNotContain("id=\"filter\"").doesNotContain("No rows.");
    }

    @Test
    void a_filter_that_cannot_be_read_is_refused_by_name_or_said_on_the_page() {
        HttpResponse<String> refused = SERVER.as("auditor").get("/api/v1/audit/rows.csv?action=MADE_UP");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("action must be one of");
        assertThat(SERVER.as("auditor").get("/audit.xhtml?from=yesterday").body())
                .contains("yesterday");
    }
}
