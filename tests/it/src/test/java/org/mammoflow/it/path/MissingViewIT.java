package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.ObjectFiles;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** A place without a picture says why; where the view lies elsewhere, it leads there by mouse and by key. */
class MissingViewIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    @Test
    void a_view_that_an_implant_displaced_is_found_from_its_empty_place() {
        List<Mammogram> study = withOneDisplaced();
        new Sender(SERVER).storescu(study);
        new Answers(SERVER).ended(study);
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.atCase("radiologist", study.get(0));
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

    @Test
    void an_image_whose_file_is_lost_leaves_its_place_with_the_reason_and_the_others_on_show() throws IOException {
        List<Mammogram> study = Mammograms.study();
        new Sender(SERVER).storescu(study);
        JsonObject first = new Answers(SERVER).ended(study).get(0);
        Files.delete(ObjectFiles.of(SERVER).of(first.get("sha256").getAsString()));
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("radiologist");
            page.navigate(browser.url("case.xhtml?study=" + study.get(0).studyInstanceUid()));
            Locator lost = page.locator(".mfv-tile[data-sop='" + study.get(0).sopInstanceUid() + "']");
            assertThat(lost).containsText("missing or damaged");
            assertThat(page.locator(".mfv-tile:not([data-sop])")).hasCount(0);
            assertThat(page.locator(".mfv-tile[data-picture=full]")).hasCount(study.size() - 1);
            browser.picture(page, "lost-file");
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
