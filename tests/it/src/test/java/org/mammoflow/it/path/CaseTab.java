package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;

/** What a radiologist does on a case that stands open in a tab. */
final class CaseTab {

    private CaseTab() {}

    /** Another tab of the same browser on this case; its pictures are there. */
    static Page beside(Page page, Browser browser, Mammogram ofTheCase) {
        Page tab = page.context().newPage();
        tab.navigate(browser.url("case.xhtml?study=" + ofTheCase.studyInstanceUid()));
        assertThat(tab.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
        return tab;
    }

    /** Confirms what is open, and assesses. */
    static void read(Page page, int findings) {
        page.locator("[data-act=confirm]").click();
        assertThat(page.locator(".verdict-confirmed")).hasCount(findings);
        page.locator("[data-assess='2']").click();
        assertThat(page.locator(".study .said")).hasCount(1);
    }

    static void recall(Page page, String reason) {
        page.locator("[data-recall]").first().click();
        page.locator("[id='recall:reason']").selectOption(reason);
        page.locator("[id='recall:record']").click();
    }

    static void sign(Page page) {
        page.locator("[id='sign:password']").fill(ReadingRoom.server().passwordOf("radiologist"));
        page.locator("[id='sign:sign']").click();
    }

    /** By a signed addendum to the one finding. */
    static void correct(Page page, String verdict) {
        Locator card = page.locator("article.card");
        card.locator("details.change summary").click();
        card.locator("select[id$=verdict]").selectOption(verdict);
        card.locator("select[id$=newReason]").selectOption("OTHER");
        card.locator("input[type=password]").fill(ReadingRoom.server().passwordOf("radiologist"));
        card.locator("button[id$=sign]").click();
    }
}
