package onegrid.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser against the whole stack. */
class PagesTest {
    private static District district;
    private static Browser browser;

    @BeforeAll
    static void start() {
        district = TestDistrict.get();
        browser = new Browser(district);
        Reports.filed(district, Reports.burstMain());
        Reports.filed(district, Reports.small("5802"));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aResidentReportsOnACheapPhoneAndSeesWhoHasIt() {
        try (var phone = browser.window(360, 740)) {
            var page = phone.page;
            page.navigate("/report");
            button(page, "没有照片").click();
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("从列表里选"))
                    .click();
            page.getByLabel("社区", new Page.GetByLabelOptions().setExact(true)).selectOption("温泉社区");
            page.getByLabel("小区或网格").selectOption("温泉小区1");
            button(page, "下一步：说几句").click();
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("发生了什么"))
                    .fill("水管爆了，半条街都没水，水柱两人高");
            phone.picture("report");
            button(page, "提交").click();

            assertThat(page.getByText("收到了，这是编号").first()).isVisible();
            assertThat(page.getByText(java.util.regex.Pattern.compile("[0-9]{6}-[0-9]{5,}"))
                            .first())
                    .isVisible();
            phone.picture("receipt");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看进度"))
                    .click();
            phone.awaitContent();
            assertThat(page.getByText("水管爆了").first()).isVisible();
            phone.picture("track");
        }
    }

    @Test
    void theCentreSeesABigCaseAppearWithoutReloading() {
        try (var wall = browser.window(1920, 1080).signedIn("centre", "/centre")) {
            wall.awaitContent();

            var number = Reports.filed(district, Reports.burstMain()).at("/number");

            assertThat(wall.page.getByText(number).first()).isVisible();
            wall.picture("centre");
        }
    }

    @Test
    void aClerkOpensACaseAndSeesOnlyTheMovesAllowedNow() {
        var receipt = Reports.filed(district, Reports.small("5802"));
        try (var desk = browser.window(1280, 900).signedIn("community-1", "/desk")) {
            desk.awaitContent();
            desk.picture("desk");

            desk.page.navigate("/desk/cases/" + receipt.at("/id"));

            assertThat(button(desk.page, "派")).isVisible();
            assertThat(button(desk.page, "核查")).hasCount(0);
            desk.picture("case");
        }
    }

    @ParameterizedTest
    @CsvSource({
        ", /, 360",
        ", /, 1920",
        ", /report, 360",
        ", /track, 360",
        ", /grids/410212001001001, 360",
        "centre, /centre, 1920",
        "centre, /centre, 360",
        "centre, /centre/policy, 1280",
        "community-1, /desk, 360",
        "community-1, /desk, 1280",
        "community-1, /desk/report, 1280",
        "property, /desk/tasks/property, 1280",
        "party, /desk/tasks/party, 1280",
        "new-sector, /desk/tasks/new-sector, 1280",
        "street, /desk/tasks/grids, 360",
    })
    void aPageIsAccessible(String account, String path, int width) {
        try (var window = browser.window(width, 900)) {
            if (account == null) {
                window.page.navigate(path);
            } else {
                window.signedIn(account, path);
            }
            window.awaitContent();
            window.picture("page" + path.replace('/', '-') + "-" + width);

            assertThat(window.violations()).isEmpty();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
