package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mammoflow.it.server.MammoflowServer;

/** Debian's Chromium, headless, as the people of a hospital use it; each sign-in is a browser profile of its own. */
final class Browser implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 60_000;

    private final MammoflowServer server;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> errors = new ArrayList<>();

    private Browser(MammoflowServer server) {
        this.server = server;
        this.playwright = Playwright.create();
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    static Browser open(MammoflowServer server) {
        return new Browser(server);
    }

    String url(String page) {
        return server.url() + page;
    }

    /** Asks for the product's first page, is led to the sign-in, and signs in. */
    Page signIn(String user) {
        return signIn(user, server.passwordOf(user));
    }

    Page signIn(String user, String password) {
        Page page = newcomer();
        page.locator("[id$=username]").fill(user);
        page.locator("input[type=password]").fill(password);
        page.locator("[id$=enter]").click();
        page.locator("form[action='sign-out']").waitFor();
        return page;
    }

    /** Somebody before the door: the sign-in page in a profile of its own. */
    Page newcomer() {
        Page page = profile();
        page.navigate(server.url());
        page.locator("input[type=password]").waitFor();
        return page;
    }

    /** An empty page in a profile of its own. */
    Page profile() {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1600, 1000)
                .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(page.url() + ": " + message.text() + " " + message.location());
            }
        });
        return page;
    }

    /** Keeps what a page looks like, as a build artefact below {@code target/pictures}. */
    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    /** No page reported a script error or a violation of its content security policy. */
    void assertNoErrors() {
        assertThat(errors).isEmpty();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
