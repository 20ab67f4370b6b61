package onegrid.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The phone of the grid head, in a real browser that loses its network. */
class PhoneTest {
    private static District district;
    private static Browser browser;

    @BeforeAll
    static void start() {
        district = TestDistrict.get();
        browser = new Browser(district);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void whatIsWrittenInTheStairwellArrivesOnceThoughTwoTabsSendIt() {
        var kase = handledInTheGrid();
        var words = "三楼楼道灯不亮 " + UUID.randomUUID().toString().substring(0, 8);
        try (var window = browser.window(360, 740).signedIn("grid-head", "/phone")) {
            var page = window.page;
            page.context().grantPermissions(List.of("geolocation"));
            page.context().setGeolocation(new Geolocation(34.774166, 114.432812));
            atHand(window, kase);

            page.context().setOffline(true);
            page.reload();
            giveFeedback(page, "灯泡已换好");
            reportHere(page, words);
            assertThat(page.getByText("2 条等待发送")).isVisible();
            page.reload();
            assertThat(page.getByText("2 条等待发送")).isVisible();
            window.picture("phone-offline");
            var other = page.context().newPage();
            other.navigate("/phone");
            assertThat(other.getByText("2 条等待发送")).isVisible();
            page.context().setOffline(false);

            other.navigate("/phone/more");
            assertThat(other.getByText(Pattern.compile("已发送，编号 [0-9]{6}-[0-9]{5,}")))
                    .hasCount(2);
            window.picture("phone-sent");
        }
        assertThat(casesOf(words)).isEqualTo(1);
        var after = district.as("grid-head").get("/api/cases/" + kase).ok();
        assertThat(after.at("/status")).isEqualTo("VERIFYING");
        assertThat(StreamSupport.stream(after.json().at("/history").spliterator(), false)
                        .filter(row -> row.at("/to").asText().equals("FEEDBACK")))
                .hasSize(1);
        assertThat(StreamSupport.stream(after.json().at("/photos").spliterator(), false)
                        .filter(photo -> photo.at("/kind").asText().equals("RESULT")))
                .hasSize(1);
    }

    @Test
    void feedbackToAMatterThatMovedOnIsKeptAndExplained() {
        var kase = handledInTheGrid();
        try (var window = browser.window(360, 740).signedIn("grid-head", "/phone")) {
            var page = window.page;
            atHand(window, kase);
            page.context().setOffline(true);
            giveFeedback(page, "栏杆已焊好，请放心");
            district.as("grid-head")
                    .post("/api/cases/" + kase + "/feedback", Map.of("text", "同事已办", "noPhotoReason", "天黑"))
                    .ok();
            page.context().setOffline(false);

            page.navigate("/phone/more");
            assertThat(page.getByText("1 条没有收下，请看")).isVisible();
            assertThat(page.getByText("这件事现在是“待核查”。")).isVisible();
            assertThat(page.getByText("栏杆已焊好，请放心")).isVisible();
            window.picture("phone-refused");
        }
    }

    @Test
    void thePageCanBePutOnTheHomeScreen() {
        var manifest = district.anybody().get("/phone.webmanifest").ok();
        var worker = district.anybody().get("/phone-sw.js").ok();

        assertThat(manifest.headers().firstValue("Content-Type").orElse("")).startsWith("application/manifest+json");
        assertThat(manifest.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(manifest.at("/start_url")).isEqualTo("/phone");
        assertThat(worker.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(worker.text()).contains("/index.html").doesNotContain("__PHONE_FILES");
        manifest.json().at("/icons").forEach(icon -> assertThat(district.anybody()
                        .get(icon.at("/src").asText())
                        .ok()
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("image/png"));
    }

    @ParameterizedTest
    @CsvSource({
        "/phone, 360, off",
        "/phone, 320, on",
        "/phone/grid, 360, off",
        "/phone/report, 360, off",
        "/phone/report, 320, on",
        "/phone/more, 360, off"
    })
    void aPageForOneHandIsAccessible(String path, int width, String elder) {
        try (var window = browser.window(width, 740)) {
            window.page.addInitScript("localStorage.setItem('onegrid.elder', '" + elder.equals("on") + "')");
            window.signedIn("grid-head", path);
            window.awaitContent();
            window.picture("page" + path.replace('/', '-') + "-" + width + "-" + elder);

            assertThat(window.violations()).isEmpty();
        }
    }

    /** A small matter of this grid head, already taken in hand. */
    private static String handledInTheGrid() {
        var id = Reports.filed(district, Reports.small("0503")).at("/id");
        district.as("grid-head")
                .post("/api/cases/" + id + "/self-handle", Map.of())
                .ok();
        return id;
    }

    /** The worker serves the page, and the phone has kept the list and this matter. */
    private static void atHand(Browser.Window window, String kase) {
        window.awaitContent();
        window.page.waitForFunction("() => !!navigator.serviceWorker.controller");
        assertThat(window.page.locator("a[href='/phone/cases/" + kase + "']")).isVisible();
        window.page.navigate("/phone/cases/" + kase);
        assertThat(button(window.page, "反馈结果")).isVisible();
    }

    private static void giveFeedback(Page page, String words) {
        button(page, "反馈结果").click();
        page.getByLabel("办理结果").fill(words);
        photograph(page);
        button(page, "存下，有网再发").click();
        assertThat(page.getByText("等待发送：反馈结果")).isVisible();
    }

    private static void reportHere(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("上报").setExact(true))
                .click();
        photograph(page);
        button(page, "就在这里").click();
        assertThat(page.getByText(Pattern.compile("位置已取"))).isVisible();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("情况"))
                .fill(words);
        button(page, "存下，有网再发").click();
        assertThat(page.getByText("已存在手机上，等待发送")).isVisible();
    }

    private static void photograph(Page page) {
        page.locator("input[capture]").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", Pictures.jpeg()));
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("照片 1")))
                .isVisible();
    }

    private static int casesOf(String words) {
        return district.as("grid-head")
                .get("/api/cases?view=all&query=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .ok()
                .json()
                .at("/items")
                .size();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
