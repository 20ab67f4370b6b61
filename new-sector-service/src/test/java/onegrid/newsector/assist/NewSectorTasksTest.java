package onegrid.newsector.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onegrid.testing.DirectiveProtocol;
import onegrid.testing.IssuedDirective;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class NewSectorTasksTest extends DirectiveProtocol {
    NewSectorTasksTest() {
        super("new-sector", "ASSIST", Tokens.of("new-sector").unit("new-sector"));
    }

    private IssuedDirective inTheMiddleOfWenquan() {
        return directive().in("410212001001").at(114.438624, 34.768180);
    }

    @Test
    void stationsNearAMatterAreAskedNearestFirst() {
        var task = read(received(inTheMiddleOfWenquan())).jsonPath();

        var metres = task.getList("detail.stations.distanceMetres", Integer.class);
        assertThat(metres).hasSizeGreaterThanOrEqualTo(3).isSorted();
    }

    @Test
    void whereNoStationIsNearTheThreeNearestAreAsked() {
        var farAway = directive().at(114.60, 34.60);

        var task = read(received(farAway)).jsonPath();

        assertThat(task.getList("detail.stations.distanceMetres", Integer.class))
                .hasSize(3)
                .allMatch(metres -> metres > 1500);
    }

    @Test
    void enterprisesWithin800MetresAreAskedToHelpOrInformed() {
        var task = read(received(inTheMiddleOfWenquan())).jsonPath();

        assertThat(task.getList("detail.enterprises.distanceMetres", Integer.class))
                .isNotEmpty()
                .allMatch(metres -> metres <= 800);
        assertThat(task.getList("detail.enterprises.ask", String.class)).isSubsetOf("HELP", "INFORM");
    }

    @Test
    void logisticsAreAskedToHelpAndSchoolsAreInformed() {
        var asks = List.of("410212001001", "410212001002", "410212001003").stream()
                .map(code -> received(directive().in(code).at(null, null)))
                .flatMap(directive ->
                        read(directive).jsonPath().<Map<String, Object>>getList("detail.enterprises").stream())
                .toList();

        assertThat(asks).isNotEmpty().allSatisfy(one -> {
            if (one.get("industry").equals("LOGISTICS")) {
                assertThat(one).containsEntry("ask", "HELP");
            }
            if (one.get("industry").equals("EDUCATION")) {
                assertThat(one).containsEntry("ask", "INFORM");
            }
        });
    }

    @Test
    void aMatterWithoutAPointIsSoughtFromTheMiddleOfItsCommunity() {
        var task = read(received(directive().in("410212001005").at(null, null))).jsonPath();

        assertThat(task.getList("detail.stations.distanceMetres", Integer.class).getFirst())
                .isLessThan(1500);
    }

    @Test
    void aMatterUnderANewCodeIsSoughtFromTheMiddleOfTheCommunityBefore() {
        retired("410212001006", "410212001086");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !read(received(directive().in("410212001086").at(null, null)))
                        .jsonPath()
                        .getList("detail.stations")
                        .isEmpty());
    }

    @Test
    void aMatterOfTheWholeStreetIsSoughtFromItsMiddle() {
        var task = read(received(directive().in("410212001").at(null, null))).jsonPath();

        assertThat(task.getList("detail.stations")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aMatterWhereWeKnowNoPlaceIsATaskAllTheSame() {
        var directive = received(directive().in("410212101").at(null, null));

        var task = as(Tokens.of("centre").in("410212")).get(task(directive)).jsonPath();

        assertThat(task.getList("detail.stations")).isEmpty();
        assertThat(task.getString("status")).isEqualTo("RECEIVED");
    }

    @Test
    void theUnionBranchesOfTheCommunityAreTold() {
        var task = read(received(inTheMiddleOfWenquan())).jsonPath();

        assertThat(task.getList("detail.branches.name", String.class))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("温泉社区"));
    }

    @Test
    void whatSomebodySaidWhenAskedIsKept() {
        var directive = received(inTheMiddleOfWenquan());
        var name = read(directive).jsonPath().getString("detail.enterprises[0].name");

        var asked = send(directive, "asked", Map.of("name", name, "answered", true, "note", "送水20箱"));

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.jsonPath().getMap("detail.enterprises[0]"))
                .containsEntry("answered", true)
                .containsEntry("note", "送水20箱");
    }

    @Test
    void somebodyWhoIsNotOnTheListCannotBeMarkedAsAsked() {
        var refused = send(received(), "asked", Map.of("name", "别的店", "answered", true));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("name");
    }
}
