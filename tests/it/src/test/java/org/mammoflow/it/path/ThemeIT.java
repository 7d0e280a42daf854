package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.server.MammoflowServer;

/** The pages are as bright as the browser asks for, until somebody has chosen. */
class ThemeIT {

    private static final MammoflowServer SERVER = MammoflowServer.shared();
    private static final String LIGHT = "rgb(243, 245, 247)";
    private static final String DARK = "rgb(13, 17, 21)";

    @Test
    void pages_follow_the_browser_until_the_reader_chooses_and_again_when_she_wants_that() {
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.newcomer();
            isAs(page, ColorScheme.DARK, DARK);
            isAs(page, ColorScheme.LIGHT, LIGHT);

            Page arbiter = browser.signIn("arbiter");
            isAs(arbiter, ColorScheme.LIGHT, LIGHT);
            isAs(arbiter, ColorScheme.DARK, DARK);
            arbiter.navigate(browser.url("settings.xhtml"));
            assertThat(arbiter.locator("[id='settings:theme']")).hasValue("SYSTEM");
            choose(arbiter, "LIGHT");
            isAs(arbiter, ColorScheme.DARK, LIGHT);
            choose(arbiter, "SYSTEM");
            isAs(arbiter, ColorScheme.DARK, DARK);
            browser.assertNoErrors();
        }
    }

    private static void choose(Page page, String theme) {
        page.locator("[id='settings:theme']").selectOption(theme);
        page.locator("[id='settings:save']").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", theme.toLowerCase(java.util.Locale.ROOT));
    }

    private static void isAs(Page page, ColorScheme asked, String ground) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(asked));
        assertThat(page.locator("body")).hasCSS("background-color", ground);
    }
}
