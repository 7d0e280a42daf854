package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.it.path.Mammograms.Mammogram;
import org.mammoflow.it.server.MammoflowServer;

/** A standard place that stays empty says where the view lies, and leads there by mouse and by key. */
class MissingViewIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    @Test
    void a_view_that_an_implant_displaced_is_found_from_its_empty_place() {
        List<Mammogram> study = withOneDisplaced();
        new Sender(SERVER).storescu(study);
        new Answers(SERVER).ended(study);
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("radiologist");
            page.navigate(browser.url("case.xhtml?study=" + study.get(0).studyInstanceUid()));
            assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
            Locator empty = page.locator(".mfv-tile:not([data-sop])");
            assertThat(empty).containsText("among the standard views");
            browser.picture(page, "missing-view");

            empty.locator("button").click();
            isOnItsStage(page);
            page.keyboard().press(",");
            assertThat(empty).isVisible();
            page.keyboard().press("e");
            isOnItsStage(page);
            browser.assertNoErrors();
        }
    }

    private static void isOnItsStage(Page page) {
        assertThat(page.locator(".mfv-stage")).containsText("2 of 2: implant-displaced views");
        assertThat(page.locator(".mfv-tile[data-sop][data-picture=full]")).isFocused();
    }

    private static List<Mammogram> withOneDisplaced() {
        List<Mammogram> study = new ArrayList<>(Mammograms.study());
        Mammogram last = study.remove(study.size() - 1);
        Attributes view = last.dataSet().item(Tag.ViewCodeSequence).orElseThrow();
        view.setItems(
                Tag.ViewModifierCodeSequence,
                new Attributes()
                        .set(Tag.CodeValue, "399209000")
                        .set(Tag.CodingSchemeDesignator, "SCT")
                        .set(Tag.CodeMeaning, "Implant Displaced"));
        study.add(Mammograms.save(last.sopInstanceUid(), last.dataSet()));
        return study;
    }
}
