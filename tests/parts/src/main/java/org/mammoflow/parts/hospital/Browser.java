package org.mammoflow.parts.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.server.MammoflowServer;

/** Debian's Chromium, headless, as the people of a hospital use it; each sign-in is a browser profile of its own. */
public final class Browser implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 60_000;
    // A start takes seconds and profiles share nothing: one process serves all tests of a thread, to which Playwright
    // is bound.
    private static final ThreadLocal<Chromium> CHROMIUM = new ThreadLocal<>();

    private final MammoflowServer server;
    private final Chromium chromium = running();
    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private Browser(MammoflowServer server) {
        this.server = server;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private static Chromium running() {
        Chromium known = CHROMIUM.get();
        if (known == null || !known.process().isConnected()) {
            CHROMIUM.set(Chromium.start());
        }
        return CHROMIUM.get();
    }

    private record Chromium(Playwright playwright, com.microsoft.playwright.Browser process) {

        static Chromium start() {
            Playwright playwright = Playwright.create();
            return new Chromium(
                    playwright,
                    playwright
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
                                            "--disable-sync"))));
        }
    }

    public static Browser open(MammoflowServer server) {
        return new Browser(server);
    }

    public String url(String page) {
        return server.url() + page;
    }

    /** Asks for the product's first page, is led to the sign-in, and signs in. */
    public Page signIn(String user) {
        return signIn(user, server.passwordOf(user));
    }

    public Page signIn(String user, String password) {
        Page page = newcomer();
        page.locator("[id$=username]").fill(user);
        page.locator("input[type=password]").fill(password);
        page.locator("[id$=enter]").click();
        page.locator("form[action='sign-out']").waitFor();
        return page;
    }

    /** Signs in and opens a case; its pictures are there. */
    public Page atCase(String user, Mammogram ofTheCase) {
        Page page = signIn(user);
        page.navigate(url("case.xhtml?study=" + ofTheCase.studyInstanceUid()));
        PlaywrightAssertions.assertThat(page.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
        return page;
    }

    /** Somebody before the door: the sign-in page in a profile of its own. */
    public Page newcomer() {
        Page page = profile();
        page.navigate(server.url());
        page.locator("input[type=password]").waitFor();
        return page;
    }

    /** An empty page in a profile of its own. */
    public Page profile() {
        BrowserContext context = chromium.process()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1600, 1000)
                        // As in a reading room.
                        .setColorScheme(ColorScheme.DARK)
                        .setLocale("en-GB"));
        profiles.add(context);
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
    public void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    /** No page reported a script error or a violation of its content security policy. */
    public void assertNoErrors() {
        assertThat(errors).isEmpty();
    }

    /** Closes the profiles, and with them all that they remembered. */
    @Override
    public void close() {
        profiles.forEach(BrowserContext::close);
    }

    /** Ends the process of a thread that is about to end. */
    public void closeForThisThread() {
        close();
        CHROMIUM.remove();
        chromium.playwright().close();
    }
}
