package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.server.MammoflowServer;
import org.mammoflow.parts.server.ServerOptions;

/** The hospital's sign-in against a provider that hospitals run. In the long profile: it is 150 MB and wants its own heap. */
@Tag("long")
class KeycloakIT {

    private static Keycloak keycloak;
    private static MammoflowServer server;

    @BeforeAll
    static void start() {
        ServerOptions options = MammoflowServer.with();
        keycloak = Keycloak.start(options.httpPort());
        server = options.name("keycloak")
                .option("--oidc-issuer", keycloak.issuer())
                .option("--oidc-client", "mammoflow")
                .option("--oidc-roles", "mammo-readers=radiologist")
                .variable("MAMMOFLOW_OIDC_SECRET", "not a secret in a test")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
        keycloak.close();
    }

    @Test
    void a_member_of_staff_comes_in_and_after_signing_out_keycloak_asks_again() {
        try (Browser browser = Browser.open(server)) {
            Page page = browser.profile();
            enter(page, "anna");
            assertThat(page.locator(".bar-name")).hasText("anna@127.0.0.1");
            assertThat(page.locator(".bar-you")).containsText("Radiologist");
            browser.picture(page, "keycloak-entered");
            assertThat(atKeycloak(page)).as("Keycloak has a session of its own").isNotEmpty();
            page.locator("#leave").click();
            page.waitForURL("**/sign-in.xhtml");
            assertThat(page.locator("#provider")).isVisible();
            assertThat(atKeycloak(page)).as("its own session ended").isEmpty();
            enter(page, "anna");
            assertThat(page.locator(".bar-name")).hasText("anna@127.0.0.1");
        }
    }

    @Test
    void somebody_without_a_role_here_is_told_so() {
        try (Browser browser = Browser.open(server)) {
            Page page = browser.profile();
            enter(page, "carl");
            assertThat(page.locator("[role=alert]")).containsText("gives you no role");
        }
    }

    /** What Keycloak's own session lives by in this browser. */
    private static List<Cookie> atKeycloak(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.startsWith("KEYCLOAK_IDENTITY"))
                .toList();
    }

    private static void enter(Page page, String person) {
        page.navigate(server.url().replace("127.0.0.1", "localhost"));
        page.locator("#provider").click();
        page.locator("#username").fill(person);
        page.locator("#password").fill("password of " + person);
        page.locator("#kc-login").click();
    }
}
