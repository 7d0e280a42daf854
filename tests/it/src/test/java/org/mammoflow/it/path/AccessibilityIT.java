package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Checkout;
import org.mammoflow.parts.server.MammoflowServer;

/** Nobody is kept out of a page by how they see or reach it: axe-core finds nothing serious, targets have 24 pixels. */
class AccessibilityIT {

    private static final Map<String, List<String>> PAGES = Map.of(
            "radiologist", List.of("worklist", "no-opinion", "settings", "password"),
            "auditor", List.of("worklist", "report", "outcomes", "rereads", "shadow", "ledger", "audit", "access"),
            "admin", List.of("admin", "networks", "accounts", "ledger", "no-opinion", "nowhere"));

    private static MammoflowServer server;
    private static String study;

    private final Map<String, List<String>> violations = new TreeMap<>();

    @BeforeAll
    static void one_study() {
        server = MammoflowServer.with().name("accessibility").start();
        List<Mammogram> mammograms = Mammograms.study();
        new Sender(server).storescu(mammograms);
        new Answers(server).ended(mammograms);
        study = mammograms.get(0).studyInstanceUid();
        server.as("radiologist").postJson("/api/v1/desk/views", "{\"name\":\"High\",\"query\":\"band=HIGH\"}");
        server.as("radiologist").postJson("/api/v1/sessions", "{\"size\":1}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DARK", "LIGHT"})
    void no_page_has_a_serious_violation(String theme) {
        try (Browser browser = Browser.open(server)) {
            Page newcomer = browser.newcomer();
            newcomer.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.valueOf(theme)));
            look(browser, newcomer, "sign-in-" + theme);
            PAGES.forEach((user, pages) -> {
                likes(user, theme);
                Page page = browser.signIn(user);
                // High enough that nothing lies behind the footer: people scroll, axe does not.
                page.setViewportSize(1600, 2600);
                pages.forEach(name -> {
                    page.navigate(browser.url(name + ".xhtml"));
                    look(browser, page, user + "-" + name + "-" + theme);
                });
            });
            lookAtTheCase(browser, theme);
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void every_page_is_looked_at() throws IOException {
        Set<String> looked = PAGES.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        looked.addAll(Set.of("sign-in", "case"));
        try (Stream<Path> pages = Files.list(Checkout.root().resolve("web/src/main/webapp"))) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".xhtml"))
                            .map(name -> name.replace(".xhtml", "")))
                    .isNotEmpty()
                    .allMatch(looked::contains);
        }
    }

    private void lookAtTheCase(Browser browser, String theme) {
        Page page = browser.signIn("radiologist");
        page.navigate(browser.url("case.xhtml?study=" + study));
        assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
        look(browser, page, "radiologist-case-" + theme);
        page.keyboard().press("?");
        assertThat(page.locator("dialog.mfv-keys")).isVisible();
        look(browser, page, "radiologist-keys-" + theme);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.mfv-keys")).isHidden();
        page.keyboard().press("d");
        assertThat(page.locator("#defer-dialog")).isVisible();
        look(browser, page, "radiologist-defer-" + theme);
        page.keyboard().press("Escape");
        page.keyboard().press("b");
        page.waitForURL("**/worklist.xhtml*");
    }

    private static void likes(String user, String theme) {
        assertThat(server.as(user)
                        .putJson("/api/v1/desk/preferences", "{\"theme\":\"" + theme + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void look(Browser browser, Page page, String name) {
        browser.picture(page, name);
        List<String> grave = Axe.graveViolations(page);
        if (!grave.isEmpty()) {
            violations.put(name, grave);
        }
    }
}
