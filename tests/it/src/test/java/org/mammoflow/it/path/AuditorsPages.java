package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.mammoflow.parts.hospital.Browser;

/** An auditor's browser on the pages of outcomes, re-reads, accesses and the report. */
final class AuditorsPages {

    private final Browser browser;
    private final Page page;

    AuditorsPages(Browser browser) {
        this.browser = browser;
        this.page = browser.signIn("auditor");
    }

    void open(String address) {
        page.navigate(browser.url(address));
    }

    /** On the page of outcomes. */
    void importOutcomes(String csv) {
        page.locator("[id='import:file']")
                .setInputFiles(new FilePayload("outcomes.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='import:send']").click();
    }

    /** On the page of re-reads: which days' cases are drawn of. */
    void choosePeriod(String from, String to) {
        page.locator("[id='draw:from']").fill(from);
        page.locator("[id='draw:to']").fill(to);
    }

    void chooseFirstRecallCategory() {
        page.locator("[id='draw:recall'] input").first().check();
    }

    void draw(int seed, int size) {
        page.locator("[id='draw:seed']").fill(Integer.toString(seed));
        page.locator("[id='draw:size']").fill(Integer.toString(size));
        page.locator("[id='draw:go']").click();
    }

    /** On the page of accesses. */
    void askAboutPatient(String patientId) {
        page.locator("[id='patient:identifier']").fill(patientId);
        page.locator("[id='patient:ask']").click();
    }

    Locator rows(String table) {
        return page.locator("[id=" + table + "] tbody tr");
    }

    void shows(String id, String... texts) {
        for (String text : texts) {
            assertThat(page.locator("[id=" + id + "]")).containsText(text);
        }
    }

    void offersFile() {
        assertThat(page.locator("#file button")).isVisible();
    }

    void picture(String name) {
        browser.picture(page, name);
    }

    void picture(String name, String ofWhat) {
        page.locator("#" + ofWhat).scrollIntoViewIfNeeded();
        picture(name);
    }
}
