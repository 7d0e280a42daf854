package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.WebSession;

/** Whoever has lost the way finds the menu of their role and nothing of what was asked for or went wrong. */
class ErrorPagesIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();

    @ParameterizedTest
    @CsvSource({
        "radiologist, /deep/nowhere.xhtml, 404, worklist.xhtml, audit.xhtml",
        "radiologist, /accounts.xhtml, 403, no-opinion.xhtml, networks.xhtml",
        "radiologist, /errors/500.xhtml, 200, worklist.xhtml, admin.xhtml",
        "auditor, /nowhere, 404, audit.xhtml, accounts.xhtml",
        "admin, /shadow.xhtml, 403, accounts.xhtml, shadow.xhtml",
        "modality-admin, /nowhere.xhtml, 404, admin.xhtml, worklist.xhtml"
    })
    void whoever_is_signed_in_finds_the_menu_of_their_role(
            String user, String path, int status, String offered, String foreign) {
        WebSession session = new WebSession(SERVER);
        assertThat(session.signIn(user, SERVER.passwordOf(user))).isTrue();
        HttpResponse<String> page = session.get(path);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains("<nav class=\"bar-nav\"", "<a href=\"/" + offered, "action=\"/sign-out\"")
                .doesNotContain("<a href=\"/" + foreign);
    }

    @Test
    void whoever_is_not_signed_in_is_shown_no_menu() {
        HttpResponse<String> page = SERVER.anonymously().get("/jakarta.faces.resource/nothing.css.xhtml?ln=app");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("bar-nav");
    }

    @Test
    void what_was_asked_for_is_not_repeated_and_the_menu_leads_on() {
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("radiologist");
            page.navigate(browser.url("deep/%3Cimg%20src=x%20id=planted%3E.xhtml"));
            assertThat(page.locator("h1")).hasText("Not found");
            assertThat(page.locator("#planted")).hasCount(0);
            assertThat(page.locator("body")).not().containsText("planted");
            browser.picture(page, "error-404");
            page.locator(".bar-nav a").first().click();
            assertThat(page.locator(".bar-nav a[aria-current=page]")).hasText("Worklist");
        }
    }
}
