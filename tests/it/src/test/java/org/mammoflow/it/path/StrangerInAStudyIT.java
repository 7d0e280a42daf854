package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** An image that came under another woman's Study Instance UID is nobody's finding, and whoever reads the case is warned. */
class StrangerInAStudyIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    @Test
    void an_image_of_another_patient_gets_no_opinion_and_the_case_says_which_it_is() {
        List<Mammogram> study = Mammograms.study();
        new Sender(SERVER).storescu(study.subList(0, 3));
        Answers answers = new Answers(SERVER);
        answers.ended(study.subList(0, 3));
        Mammogram stranger = ofAnotherWoman(study.get(3));
        new Sender(SERVER).storescu(List.of(stranger));

        JsonObject image = answers.ended(List.of(stranger)).get(0);
        assertThat(image.get("state").getAsString()).isEqualTo("UNSUITABLE");
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.atCase("radiologist", stranger);
            Locator warning = page.locator(".notice-warn[role=alert]");
            assertThat(warning).containsText("Another patient than this case is named by: LMLO.");
            Locator card = page.locator("article.card:has(.band-no-opinion)");
            assertThat(card).containsText("names another patient than the first image of its study");
            assertThat(card).containsText("Ask the sender whose image it is");
            assertThat(page.locator(".case-head")).not().containsText("STRANGER");
            browser.picture(page, "stranger");
            page.navigate(browser.url("case.xhtml?lang=de&study=" + stranger.studyInstanceUid()));
            Locator tile = page.locator(".mfv-tile[data-sop='" + stranger.sopInstanceUid() + "']");
            assertThat(tile)
                    .containsText("Das Bild nennt einen anderen Patienten als das erste Bild seiner Untersuchung.");
            assertThat(tile).not().containsText("PATIENT_CONTRADICTS");
            browser.assertNoErrors();
        }
    }

    private static Mammogram ofAnotherWoman(Mammogram last) {
        Attributes dataSet = last.dataSet();
        dataSet.set(Tag.PatientID, "STRANGER").set(Tag.PatientName, "STRANGER^ANNA");
        return Mammograms.save(last.sopInstanceUid(), dataSet);
    }
}
