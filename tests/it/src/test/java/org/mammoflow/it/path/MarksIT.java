package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** What a reader has to say beyond the network's findings is said on the image itself. */
class MarksIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    @Test
    void a_place_that_the_network_missed_is_marked_by_a_click_and_a_view_is_recalled_with_a_reason() {
        List<Mammogram> study = Mammograms.study();
        new Sender(SERVER).storescu(study);
        new Answers(SERVER).ended(study);
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.atCase("radiologist", study.get(0));

            Locator left = page.locator(".mfv-tile[data-caption=LCC]");
            page.keyboard().press("x");
            BoundingBox box = left.boundingBox();
            page.mouse().click(box.x + 60, box.y + box.height / 2);
            assertThat(page.locator("#missed-dialog")).isVisible();
            assertThat(page.locator("#missed-view")).hasText("LCC");
            page.locator("[id='missed:comment']").fill("a cluster");
            page.locator("[id='missed:record']").click();
            assertThat(page.locator(".said-missed")).containsText("a cluster");
            assertThat(page.locator("#case-marks"))
                    .hasAttribute("data-marks", Pattern.compile(left.getAttribute("data-sop")));
            assertThat(marks(page)).hasSize(1);

            page.locator("[data-recall]").first().click();
            assertThat(page.locator("#recall-dialog")).isVisible();
            page.locator("[id='recall:reason']").selectOption(new SelectOption().setIndex(1));
            page.locator("[id='recall:record']").click();
            assertThat(page.locator(".said-recall")).hasCount(1);
            browser.picture(page, "case-marked");
            browser.assertNoErrors();
        }
    }

    private static JsonArray marks(Page page) {
        return JsonParser.parseString(page.locator("#case-marks").getAttribute("data-marks"))
                .getAsJsonArray();
    }
}
