package org.mammoflow.bench.viewer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mammoflow.bench.RunningServer;

/**
 * What a reader waits for, measured inside a browser on the server's own machine: the first picture and the full resolution
 * of a case of four views that she opens, those of the next case, which has been fetched ahead, and a page of the worklist.
 * Nothing is judged meanwhile; files are in the machine's cache, as they have just been stored.
 *
 * <p>Arguments: the data folder of a server that was started with {@code ./mammoflow run} on loopback, and the rounds.
 */
final class ViewerBenchmark {

    private static final int WARM_UP = 2;
    // Notes when a case is whole, beside the viewer's own marks of its begin and its first picture.
    private static final String NOTES = "addEventListener('mammoflow-ready', () => performance.mark('whole'));";
    private static final String MARKS = """
            () => {
              const last = name => performance.getEntriesByName(name).at(-1)?.startTime ?? NaN;
              return [last('mammoflow-viewer-first-picture'), last('whole')];
            }""";
    private static final String NEXT = """
            () => new Promise(done => {
              performance.clearMarks();
              performance.clearResourceTimings();
              addEventListener('mammoflow-ready', () => requestAnimationFrame(() => {
                const at = name => performance.getEntriesByName(name).at(-1).startTime - begun;
                const asked = performance.getEntriesByType('resource').filter(e => e.name.includes('case.xhtml')).at(-1);
                done([at('mammoflow-viewer-first-picture'), at('whole'), asked.responseEnd - begun,
                  at('mammoflow-viewer-load')]);
              }), { once: true });
              const begun = performance.now();
              document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
            })""";

    private final RunningServer server;
    private final FourViews cases = new FourViews();
    private final Times times = new Times();

    private ViewerBenchmark(RunningServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ViewerBenchmark benchmark = new ViewerBenchmark(new RunningServer(Path.of(arguments[0])));
        int rounds = Integer.parseInt(arguments[1]) + WARM_UP;
        for (int number = 0; number < rounds; number++) {
            benchmark.cases.send(number, benchmark.server);
        }
        benchmark.measure(rounds);
        System.out.print(benchmark.times.markdown());
    }

    private void measure(int rounds) {
        try (Playwright playwright = Playwright.create(
                        // The browser is Debian's.
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic")));
                BrowserContext profile = chromium.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1920, 1200)
                        .setLocale("en-GB"))) {
            profile.addInitScript(NOTES);
            signIn(profile);
            open(profile, rounds);
            goOn(profile, rounds);
            list(profile, rounds);
        }
    }

    private void signIn(BrowserContext profile) {
        Page page = profile.newPage();
        page.navigate(server.url());
        page.locator("[id$=username]").fill("radiologist");
        page.locator("input[type=password]").fill(server.password("radiologist"));
        page.locator("[id$=enter]").click();
        page.locator("form[action='sign-out']").waitFor();
        page.close();
    }

    /** Each case in a new tab, from the click to the picture. */
    private void open(BrowserContext profile, int rounds) {
        for (int number = 0; number < rounds; number++) {
            Page page = profile.newPage();
            page.navigate(server.url() + "case.xhtml?study=" + cases.study(number));
            awaitReady(page);
            note("a case is opened", page.evaluate(MARKS), number);
            page.close();
        }
    }

    /** From case to case with the key of the next one, once what was to be fetched ahead is there. */
    private void goOn(BrowserContext profile, int rounds) {
        Page page = profile.newPage();
        page.navigate(server.url() + "worklist.xhtml");
        page.locator("a.case-link").first().click();
        awaitReady(page);
        for (int number = 0; number < rounds - 1; number++) {
            page.locator("mammoflow-viewer[data-ahead=ready]").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            note("the next case, fetched ahead", page.evaluate(NEXT), number);
        }
        page.close();
    }

    /** From the request to the last byte of the page. */
    private void list(BrowserContext profile, int rounds) {
        Page page = profile.newPage();
        for (int number = 0; number < 5 * rounds; number++) {
            page.navigate(server.url() + "worklist.xhtml");
            Number millis = (Number) page.evaluate("() => performance.getEntriesByType('navigation')[0].responseEnd");
            if (number >= WARM_UP) {
                times.add("a page of the worklist", millis.doubleValue());
            }
        }
        page.close();
    }

    private void note(String what, Object marks, int number) {
        if (number >= WARM_UP) {
            List<?> millis = (List<?>) marks;
            times.add(what + ": first picture", ((Number) millis.get(0)).doubleValue());
            times.add(what + ": full resolution of all four", ((Number) millis.get(1)).doubleValue());
            if (millis.size() > 2) {
                times.add(what + ": the server has answered", ((Number) millis.get(2)).doubleValue());
                times.add(what + ": its pictures are asked for", ((Number) millis.get(3)).doubleValue());
            }
        }
    }

    private static void awaitReady(Page page) {
        page.locator("mammoflow-viewer[data-state=ready]").waitFor();
    }
}
