package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** One mammogram's whole way as people see it: from dcmtk's storescu through the worklist to the auditor's CSV. */
class WorklistWalkIT {

    @Test
    void a_study_is_sent_read_decided_and_exported() throws Exception {
        try (MammoflowServer server = MammoflowServer.with().name("walk").start();
                Browser browser = Browser.open(server)) {
            List<Mammogram> study = Mammograms.study();
            new Sender(server).storescu(study);
            new Answers(server).ended(study);

            Page reader = browser.signIn("radiologist");
            Locator link = reader.locator("a.case-link");
            assertThat(link).hasCount(1);
            assertThat(reader.locator("#cases .tag-doubt").first()).isVisible();
            browser.picture(reader, "worklist");
            link.click();
            readCase(browser, reader);
            reader.locator("form[action='sign-out'] button").click();
            assertThat(reader).hasURL(Pattern.compile("sign-in"));

            exportAsAuditor(browser, study);
            browser.assertNoErrors();
        }
    }

    private static void readCase(Browser browser, Page page) {
        assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
        Locator open = page.locator("article.card-open");
        assertThat(open).hasCount(4);
        browser.picture(page, "case");

        Locator first = open.first();
        first.locator("[data-act=confirm]").click();
        assertThat(page.locator("article.card .verdict-confirmed")).hasCount(1);

        Locator second = page.locator("article.card-open").first();
        second.locator("[data-act=reject]").click();
        // Without a reason nothing is recorded: the rule is the EJB's, the page only says so.
        assertThat(page.locator("#status")).containsText("reason");
        assertThat(page.locator("article.card .verdict-rejected")).hasCount(0);
        second = page.locator("article.card-open").first();
        second.locator("select").selectOption(new SelectOption().setIndex(1));
        second.locator("textarea").fill("=1+1 \"quoted\", <b>bold</b>");
        second.locator("[data-act=reject]").click();
        assertThat(page.locator("article.card .verdict-rejected")).hasCount(1);
        assertThat(page.locator("article.card .comment")).hasText("=1+1 \"quoted\", <b>bold</b>");
        browser.picture(page, "case-decided");
    }

    private static void exportAsAuditor(Browser browser, List<Mammogram> study) throws Exception {
        Page auditor = browser.signIn("auditor");
        auditor.navigate(browser.url("report.xhtml"));
        assertThat(auditor.locator("#counts .sum").last()).hasText("4");
        assertThat(auditor.locator("#measures .measure")).hasCount(6);
        assertThat(auditor.locator("svg.plot").first()).isVisible();
        auditor.locator(".breakdown summary").nth(3).click();
        browser.picture(auditor, "report");
        auditor.locator(".breakdown").nth(3).scrollIntoViewIfNeeded();
        browser.picture(auditor, "report-statistics");
        Download download =
                auditor.waitForDownload(() -> auditor.locator("#csv").click());
        String csv = Files.readString(download.path());
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get()
                .parse(new StringReader(csv))
                .getRecords();
        assertThat(rows)
                .extracting(row -> row.get("verdict"))
                .containsExactlyInAnyOrder("CONFIRMED", "REJECTED", "OPEN", "OPEN");
        assertThat(rows)
                .extracting(row -> row.get("sop_instance_uid"))
                .containsExactlyInAnyOrderElementsOf(
                        study.stream().map(Mammogram::sopInstanceUid).toList());
        assertThat(rows)
                .filteredOn(row -> row.get("verdict").equals("REJECTED"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("comment")).startsWith("'=1+1"));
        auditor.locator("[data-replay]").first().click();
        assertThat(auditor.locator("#rows .replay-same")).hasCount(1);
        auditor.navigate(browser.url("ledger.xhtml"));
        assertThat(auditor.locator("[id=lines] .gaps li")).not().hasCount(0);
        browser.picture(auditor, "ledger");
        auditor.navigate(browser.url("audit.xhtml"));
        assertThat(auditor.locator("#fingerprint")).hasText(Pattern.compile("([0-9a-f]{8} ?){8}"));
        auditor.locator("[id$=now]").click();
        assertThat(auditor.locator("[id=verdict]")).containsText("intact");
        browser.picture(auditor, "audit");
    }
}
