package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;

/** A wrong matter is put right by the desks, and everybody can see what that does to the due time. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ReclassifyTest {
    @Test
    void theRightMatterBringsItsSeverityAndLimit() {
        send(COMMUNITY_DESK, filed("0101"), "reclassify", "matterCode", "0402", "reason", "是水管爆裂，不是垃圾")
                .then()
                .statusCode(200)
                .body("matterCode", equalTo("0402"))
                .body("severity", equalTo(2))
                .body("limitProfile", equalTo("URGENT"))
                .body("status", equalTo("FILED"))
                .body("history.last().command", equalTo("reclassify"))
                .body("history.last().reason", equalTo("是水管爆裂，不是垃圾"))
                .body("history.last().note", matchesPattern("暴露垃圾与清运不及时，时限.* → 供水管道爆裂，时限.*"));
    }

    @Test
    void theCorrectionIsTold() {
        try (var topics = new Topics("onegrid.cases")) {
            var id = filed("0101");
            done(STREET, id, "reclassify", "matterCode", "0301", "reason", "其实是施工噪声");

            assertThat(Contracts.violations(topics.awaitEvent("grid.case.reclassified.v1", id)))
                    .isEmpty();
        }
    }

    @Test
    void whoHandlesACaseDoesNotChooseItsMatter() {
        send(GRID_HEAD, filed("0101"), "reclassify", "matterCode", "0402", "reason", "不归我管")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsBeingHandledKeepsItsMatter() {
        var id = filed("0101");
        done(GRID_HEAD, id, "self-handle");

        send(COMMUNITY_DESK, id, "reclassify", "matterCode", "0402", "reason", "是水管爆裂")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"));
    }

    @Test
    void aCorrectionNeedsAReason() {
        send(COMMUNITY_DESK, filed("0101"), "reclassify", "matterCode", "0402")
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason"));
    }

    @Test
    void theRightMatterIsInTheCatalogue() {
        send(COMMUNITY_DESK, filed("0101"), "reclassify", "matterCode", "9999", "reason", "另一类")
                .then()
                .statusCode(400)
                .body("errors.field", contains("matterCode"));
    }
}
