package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkageTest extends BrainTest {
    @Test
    void aSmallCaseStaysInItsGrid() {
        var aCase = filed(ACase.small());

        var decision = decided(aCase).path("data");

        assertThat(decision.path("scale").asText()).isEqualTo("SMALL");
        assertThat(decision.path("level").asText()).isEqualTo("GRID");
        assertThat(decision.path("linkageId").isNull()).isTrue();
        assertThat(find(aCase)).isNull();
    }

    @Test
    void aCaseWithoutPlaceOrMatterIsDecidedForTheDesk() {
        var aCase = filed(ACase.small()
                .with("gridCode", null)
                .with("gridName", null)
                .with("communityCode", null)
                .with("communityName", null)
                .with("matterCode", null)
                .with("matterName", null)
                .with("leadUnit", null)
                .with("dueAt", null));

        assertThat(decided(aCase).path("data").path("rule").asText()).isEqualTo("R11");
    }

    @Test
    void aBurstMainCallsAllFourServices() {
        var aCase = filed(ACase.burstMain(clock.instant()));

        var linkage = linkage(aCase);

        assertThat(linkage.getString("lead.name")).isEqualTo("供水公司");
        assertThat(linkage.getString("level")).isEqualTo("STREET");
        assertThat(linkage.getString("sentence"))
                .isEqualTo("供水管道爆裂影响约300人，属于大事：已请供水公司牵头，城市管理局、公安交警大队、社区和物业一起处理，街道统一协调。");
        assertThat(linkage.getList("parts.service")).isEqualTo(SERVICES);
        await().untilAsserted(() -> assertThat(events("brain.directive.issued.v1", aCase))
                .extracting(event -> event.path("data").path("kind").asText())
                .containsExactlyInAnyOrder("NEIGHBOURS", "CALL_UP", "WORK_ORDER", "ASSIST"));
    }

    @Test
    void aCaseThatIsToldTwiceOpensOneLinkage() {
        var aCase = ACase.burstMain(clock.instant());
        var message = Topics.event(UUID.randomUUID(), "grid.case.filed.v1", aCase.id.toString(), aCase.data());

        topics().tell("onegrid.cases", aCase.id.toString(), message);
        topics().tell("onegrid.cases", aCase.id.toString(), message);
        told("filed", aCase); // the same filing under another event id
        told("dispatched", aCase.moved("DISPATCHED"));

        awaitLinkage(aCase, linkage -> linkage.getString("caseStatus").equals("DISPATCHED"));
        await().untilAsserted(() ->
                assertThat(events("brain.directive.issued.v1", aCase)).hasSize(4));
        assertThat(events("brain.linkage.opened.v1", aCase)).hasSize(1);
        assertThat(events("brain.case.decided.v1", aCase)).hasSize(1);
    }

    @Test
    void aCaseThatTheCentreMarksBigGetsALinkage() {
        var aCase = filed(ACase.small());
        decided(aCase);

        told("marked-big", aCase.moved("FILED").with("markedBig", true));

        assertThat(linkage(aCase).getString("rule")).isEqualTo("R3");
    }

    @Test
    void aCaseThatTurnsOutToBeOfAGraveMatterGetsALinkage() {
        var aCase = filed(ACase.small());
        decided(aCase);

        told("reclassified", aCase.moved("FILED").with("matterCode", "0401").with("severity", 1));

        assertThat(linkage(aCase).getString("status")).isEqualTo("OPEN");
    }

    @Test
    void aLinkageEndsWhenTheCorrectedMatterIsSmallAndTakesItsOpenDirectivesBack() {
        var aCase = running();
        answer(linkage(aCase), "grid", "completed", "COMPLETED", null);
        answer(linkage(aCase), "party", "accepted", "ACCEPTED", null);
        awaitLinkage(
                aCase,
                now -> status(now, "grid").equals("COMPLETED")
                        && status(now, "party").equals("ACCEPTED"));

        told("reclassified", corrected(aCase, "0101", "暴露垃圾与清运不及时", 4));

        var ended = awaitLinkage(aCase, now -> now.getString("status").equals("CLOSED"));
        assertThat(ended.getString("log.last().kind")).isEqualTo("CLOSED");
        assertThat(ended.getString("log.last().text")).startsWith("重新研判为小事，联动结束：");
        assertThat(status(ended, "grid")).isEqualTo("COMPLETED");
        assertThat(List.of(status(ended, "party"), status(ended, "property"), status(ended, "new-sector")))
                .containsOnly("WITHDRAWN");
        await().untilAsserted(() -> assertThat(events("brain.directive.withdrawn.v1", aCase))
                .hasSize(3)
                .allSatisfy(event ->
                        assertThat(event.path("data").path("reason").asText()).startsWith("重新研判为小事")));
        assertThat(events("brain.case.decided.v1", aCase)).anySatisfy(event -> {
            assertThat(event.path("data").path("scale").asText()).isEqualTo("SMALL");
            assertThat(event.path("data").path("linkageId").isNull()).isTrue();
        });
    }

    @Test
    void aLinkageIsReplacedWhenTheCorrectedMatterIsBigToo() {
        var aCase = running();
        var first = linkage(aCase);

        told("reclassified", corrected(aCase, "0401", "燃气泄漏", 1).with("peopleAffected", 300));

        var second = awaitLinkage(aCase, now -> !now.getString("id").equals(first.getString("id")));
        assertThat(second.getString("matterName")).isEqualTo("燃气泄漏");
        var old =
                as(centre()).get("/api/brain/linkages/" + first.getString("id")).jsonPath();
        assertThat(old.getString("status")).isEqualTo("CLOSED");
        assertThat(old.getString("log.last().text")).isEqualTo("事项已更正为燃气泄漏，另行联动");
    }

    private static ACase corrected(ACase aCase, String code, String name, int severity) {
        return aCase.moved("FILED")
                .with("matterCode", code)
                .with("matterName", name)
                .with("severity", severity)
                .with("limitProfile", "STANDARD")
                .with("gridHandles", true)
                .with("peopleAffected", 1)
                .with("coUnits", List.of())
                .with("scale", null);
    }

    @Test
    void aCaseThatWasMergedByMistakeGetsANewLinkage() {
        var aCase = running();
        var first = linkage(aCase);
        told("merged", aCase.moved("MERGED"));
        awaitLinkage(aCase, now -> now.getString("status").equals("CLOSED"));

        told("unmerged", aCase.moved("FILED"));

        var second = awaitLinkage(aCase, now -> now.getString("status").equals("OPEN"));
        assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
    }

    @Test
    void anAnswerMovesItsPartOnTheBoardOnceHoweverOftenItIsTold() {
        var aCase = running();
        var linkage = linkage(aCase);
        var accepted = answer(linkage, "property", "accepted", "ACCEPTED", null);
        deliver(linkage, "property", accepted);
        answer(linkage, "property", "received", "RECEIVED", null); // overtaken on the way
        answer(linkage, "party", "accepted", "ACCEPTED", null);

        var board = awaitLinkage(
                aCase,
                now -> status(now, "party").equals("ACCEPTED")
                        && now.getString("parts.find { it.service == 'property' }.receivedAt") != null);

        assertThat(status(board, "property")).isEqualTo("ACCEPTED");
        assertThat(board.getList("log.findAll { it.text == '物业已接受' }")).hasSize(1);
    }

    @Test
    void aLateAnswerDoesNotReopenACompletedPart() {
        var aCase = running();
        var linkage = linkage(aCase);
        answer(linkage, "party", "completed", "COMPLETED", null);
        answer(linkage, "party", "declined", "DECLINED", "没有人手");
        answer(linkage, "party", "progressed", "IN_PROGRESS", null);
        answer(linkage, "party", "received", "RECEIVED", null);

        var board =
                awaitLinkage(aCase, now -> now.getString("parts.find { it.service == 'party' }.receivedAt") != null);

        assertThat(status(board, "party")).isEqualTo("COMPLETED");
    }

    @Test
    void aLinkageClosesWhenAllPartsHaveAnsweredAndTheCaseIsVerified() {
        var aCase = running();
        var linkage = linkage(aCase);
        for (var service : List.of("grid", "party", "property")) {
            answer(linkage, service, "completed", "COMPLETED", null);
        }
        answer(linkage, "new-sector", "declined", "DECLINED", "附近没有驿站");
        var board = awaitLinkage(aCase, now -> SERVICES.stream()
                .allMatch(one -> List.of("COMPLETED", "DECLINED").contains(status(now, one))));
        as(centre())
                .body(body("directiveId", directive(board, "new-sector"), "reason", "不需要替代"))
                .post("/api/brain/linkages/" + board.getString("id") + "/waive")
                .then()
                .statusCode(200);

        told("closed", aCase.moved("CLOSED"));

        var closed = awaitLinkage(aCase, now -> now.getString("status").equals("CLOSED"));
        assertThat(status(closed, "new-sector")).isEqualTo("WAIVED");
        assertThat(closed.getList("allowed")).isEmpty();
        topics().awaitEvent("brain.linkage.closed.v1", closed.getString("id"));
    }

    @Test
    void aVerifiedCaseWaitsForThePartThatHasNotAnswered() {
        var aCase = running();
        answer(linkage(aCase), "grid", "completed", "COMPLETED", null);

        told("closed", aCase.moved("CLOSED"));

        var board = awaitLinkage(aCase, now -> now.getString("caseStatus").equals("CLOSED"));
        assertThat(board.getString("status")).isEqualTo("OPEN");
    }

    @Test
    void aDeclinedPartIsAskedAgain() {
        var aCase = running();
        answer(linkage(aCase), "party", "declined", "DECLINED", "今天没有人");
        var board = awaitLinkage(aCase, now -> status(now, "party").equals("DECLINED"));

        var again = as(centre())
                .body(body("directiveId", directive(board, "party"), "note", "请明早安排"))
                .post("/api/brain/linkages/" + board.getString("id") + "/reissue")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(status(again, "party")).isEqualTo("ISSUED");
        await().untilAsserted(() ->
                assertThat(events("brain.directive.issued.v1", aCase)).hasSize(5));
    }

    @Test
    void aCancelledCaseTakesItsDirectivesBack() {
        var aCase = running();
        answer(linkage(aCase), "grid", "completed", "COMPLETED", null);
        awaitLinkage(aCase, now -> status(now, "grid").equals("COMPLETED"));

        told("cancelled", aCase.moved("CANCELLED").with("reason", "误报"));

        var closed = awaitLinkage(aCase, now -> now.getString("status").equals("CLOSED"));
        assertThat(status(closed, "party")).isEqualTo("WITHDRAWN");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(events("brain.directive.withdrawn.v1", aCase))
                        .extracting(event -> event.path("data").path("service").asText())
                        .containsExactlyInAnyOrder("party", "property", "new-sector"));
    }

    @Test
    void aReopenedCaseGetsANewLinkage() {
        var aCase = running();
        var first = linkage(aCase);
        SERVICES.forEach(service -> answer(first, service, "completed", "COMPLETED", null));
        told("closed", aCase.moved("CLOSED"));
        awaitLinkage(aCase, now -> now.getString("status").equals("CLOSED"));

        told("reopened", aCase.moved("FILED"));

        var second = awaitLinkage(aCase, now -> now.getString("status").equals("OPEN"));
        assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
    }
}
