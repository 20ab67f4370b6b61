package onegrid.party.callup;

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
class PartyTasksTest extends DirectiveProtocol {
    PartyTasksTest() {
        super("party", "CALL_UP", Tokens.of("party").unit("party"));
    }

    private String firstUnit(IssuedDirective directive) {
        return read(directive).jsonPath().getString("detail.units[0].code");
    }

    @Test
    void aGraveMatterCallsUpTheUnitsOfItsCommunity() {
        var task = read(received(directive().in("410212001003001").severity(1))).jsonPath();

        assertThat(task.getString("detail.communityCode")).isEqualTo("410212001003");
        assertThat(task.getList("detail.units")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(task.getInt("detail.calledUp")).isPositive();
        assertThat(task.getInt("detail.answered")).isZero();
    }

    @Test
    void aComplaintAboutACommunityIsNotThereForItsOwnPartyBranch() {
        var directive = received(directive().with("complainedOf", "community"));

        as(Tokens.of("party").account("branch").in("410212001001").unit("party"))
                .get(task(directive))
                .then()
                .statusCode(404);
        read(directive).then().statusCode(200);
    }

    @Test
    void whoHasReportedInUnderACodeOfThePastIsCalledUpByItsSuccessor() {
        retired("410212001004", "410212001084");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !read(received(directive().in("410212001084001").severity(1)))
                        .jsonPath()
                        .getList("detail.units")
                        .isEmpty());
    }

    @Test
    void noMoreAreCalledUpThanHaveReportedIn() {
        var task = read(received(directive().severity(1))).jsonPath();

        List<Map<String, Integer>> units = task.getList("detail.units");
        assertThat(units).allSatisfy(unit -> assertThat(unit.get("calledUp")).isBetween(1, unit.get("members")));
    }

    @Test
    void anOrdinaryMatterCallsUpOnlyUnitsWithFittingSkills() {
        var grave = read(received(directive().severity(1))).jsonPath();

        var ordinary = read(received(
                        directive().matter("5101", "邻里噪声纠纷", "矛盾纠纷").severity(4)))
                .jsonPath();

        assertThat(ordinary.getList("detail.units.code")).isNotEmpty();
        assertThat(grave.<String>getList("detail.units.code"))
                .containsAll(ordinary.<String>getList("detail.units.code"))
                .hasSizeGreaterThan(ordinary.getList("detail.units").size());
    }

    @Test
    void nothingInATaskTellsWhoAMemberIs() {
        var body = read(received()).asString();

        assertThat(body).doesNotContain("\"ref\"", "memberRef", "idNumber");
    }

    @Test
    void aUnitAnswersWithTheNumberThatComes() {
        var directive = received();
        var unit = firstUnit(directive);

        var answered = send(directive, "answers", Map.of("unit", unit, "coming", 1));

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.jsonPath().getInt("detail.answered")).isEqualTo(1);
        assertThat(answered.jsonPath().getInt("detail.units.find { it.code == '" + unit + "' }.answered"))
                .isEqualTo(1);
    }

    @Test
    void anAnswerChangesTheVersionOfTheTask() {
        var directive = received();
        var seen = read(directive).header("ETag");

        var answered = send(directive, "answers", Map.of("unit", firstUnit(directive), "coming", 1));

        assertThat(answered.header("ETag"))
                .isNotEqualTo(seen)
                .isEqualTo(read(directive).header("ETag"));
    }

    @Test
    void noMoreCanComeThanWereCalledUp() {
        var directive = received();

        var refused = send(directive, "answers", Map.of("unit", firstUnit(directive), "coming", 9999));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("coming");
    }

    @Test
    void aUnitThatWasNotCalledUpCannotAnswer() {
        var refused = send(received(), "answers", Map.of("unit", "U999", "coming", 1));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("unit");
    }

    @Test
    void anAnswerWithoutANumberIsRefused() {
        var directive = received();

        send(directive, "answers", Map.of("unit", firstUnit(directive))).then().statusCode(400);
    }

    @Test
    void serviceIsRecordedAfterTheAnswer() {
        var directive = received();
        var unit = firstUnit(directive);
        send(directive, "answers", Map.of("unit", unit, "coming", 1)).then().statusCode(200);

        var served = send(directive, "service", Map.of("unit", unit, "minutes", 90, "members", 1, "note", "疏散居民"));

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.jsonPath().getInt("detail.units.find { it.code == '" + unit + "' }.serviceMinutes"))
                .isEqualTo(90);
    }

    @Test
    void serviceWithoutAnAnswerIsRefused() {
        var directive = received();

        var refused = send(directive, "service", Map.of("unit", firstUnit(directive), "minutes", 90, "members", 1));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/rule-violated");
    }

    @Test
    void nobodyAnswersACallUpThatWasDeclined() {
        var directive = received();
        var unit = firstUnit(directive);
        send(directive, "decline", Map.of("reason", "另有安排")).then().statusCode(200);

        send(directive, "answers", Map.of("unit", unit, "coming", 1)).then().statusCode(409);
    }

    @Test
    void aCommunitySeesItsOwnCallUpsOnly() {
        var directive = received(directive().in("410212001003001"));

        as(Tokens.of("community").in("410212001004"))
                .get(task(directive))
                .then()
                .statusCode(404);
    }
}
