package onegrid.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Debian's chromium, driven as people use it. */
final class Browser implements AutoCloseable {
    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")));
    private final District district;

    Browser(District district) {
        this.district = district;
    }

    /** A window of its own: cookies and storage are not shared with another. */
    Window window(int width, int height) {
        return new Window(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setBaseURL(district.gateway().toString())));
    }

    private static Path executable() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of("/usr/bin/", "/usr/local/bin/").map(folder -> Path.of(folder + name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no chromium; ./onegrid test installs it on Debian"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    final class Window implements AutoCloseable {
        private final BrowserContext context;
        final Page page;

        private Window(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            // Two cores carry the whole district and the browser; patience costs nothing when all is quick.
            page.setDefaultTimeout(60_000);
            PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        }

        /** Signs in at Keycloak with a sample account and lands on the path. */
        Window signedIn(String account, String path) {
            page.navigate("/login?to=" + path);
            page.locator("#username").fill(account);
            page.locator("#password").fill("onegrid");
            page.locator("#kc-login").click();
            page.waitForURL(url -> url.startsWith(district.gateway() + path));
            return this;
        }

        /** Until the heading stands and nothing is a skeleton any more. */
        void awaitContent() {
            page.getByRole(AriaRole.HEADING).first().waitFor();
            page.waitForFunction("() => !document.querySelector('.skeleton')");
        }

        /** What axe has to say against the page as it stands; empty when it is accessible. */
        List<String> violations() {
            return new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .map(rule -> rule.getId() + ": "
                                    + rule.getNodes().stream()
                                            .map(node -> node.getTarget().toString())
                                            .toList())
                            .toList();
        }

        /** Keeps a picture for the README and for the eyes of whoever works on the pages. */
        void picture(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(District.root().resolve("deploy/acceptance/target/pictures/" + name + ".png")));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
