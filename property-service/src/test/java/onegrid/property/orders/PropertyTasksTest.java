package onegrid.property.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import onegrid.testing.DirectiveProtocol;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class PropertyTasksTest extends DirectiveProtocol {
    private static final String SERVED = "410212001001001"; // packaged, by company
    private static final String SELF_MANAGED = "410212001001006";

    PropertyTasksTest() {
        super("property", "WORK_ORDER", Tokens.of("property").unit("property-company"));
    }

    @Test
    void aBurstMainInACompoundBecomesAWorkOrderToItsCompany() {
        var task = read(received(directive().in(SERVED).severity(2))).jsonPath();

        assertThat(task.getString("detail.compound.code")).isEqualTo(SERVED);
        assertThat(task.getString("detail.compound.name")).isEqualTo("温泉小区1");
        assertThat(task.getString("detail.company.name")).isNotBlank();
        assertThat(task.getString("detail.company.phone")).isNotBlank();
        assertThat(task.getInt("detail.workOrder.respondWithinMinutes")).isEqualTo(30);
        assertThat(task.getString("detail.workOrder.number")).matches("WO\\d{6}-\\d{5}");
        assertThat(task.getString("detail.workOrder.title")).contains("供水管道爆裂");
    }

    @Test
    void aBuildingOfACompoundHasTheCompoundsCompany() {
        var task = read(received(directive().in(SERVED + "0101"))).jsonPath();

        assertThat(task.getString("detail.compound.code")).isEqualTo(SERVED);
    }

    @Test
    void aCompoundWithoutACompanyIsWithTheStreetsPropertyOffice() {
        var task = read(received(directive().in(SELF_MANAGED))).jsonPath();

        assertThat(task.getString("detail.compound.mode")).isEqualTo("SELF_MANAGED");
        assertThat(task.getString("detail.company")).isNull();
        assertThat(task.getString("detail.office.name")).isEqualTo("城东街道物业管理办公室");
    }

    @Test
    void aScatteredGridIsWithTheAreaCommitteeOfItsCommunity() {
        var task = read(received(directive().in("410212001001901"))).jsonPath();

        assertThat(task.getString("detail.compound")).isNull();
        assertThat(task.getString("detail.office.name")).isEqualTo("温泉社区片区物业管理委员会");
    }

    @Test
    void aGridOutsideTheStreetIsWithTheDistrictsPropertyCentre() {
        var directive = received(directive().in("410212101"));

        var task = as(Tokens.of("centre").in("410212")).get(task(directive)).jsonPath();

        assertThat(task.getString("detail.office.name")).isEqualTo("祥符区物业管理服务中心");
    }

    @Test
    void aCompoundIsKnownUnderTheCodeThatItsGridHasNow() {
        retired("410212001001002", "410212001083002");

        var order = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> read(received(directive().in("410212001083002"))).jsonPath(),
                        task -> task.getString("detail.compound.code") != null);

        assertThat(order.getString("detail.compound.code")).isEqualTo("410212001001002");
    }

    @Test
    void completingNeedsANoteThatSaysWhatWasDone() {
        var directive = received();
        send(directive, "accept", Map.of()).then().statusCode(200);

        var refused = send(directive, "complete", Map.of());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("note");
    }

    @Test
    void aPostOfOneCompanyDoesNotSeeTheOrdersOfAnother() {
        var directive = received(directive().in(SERVED));

        as(Tokens.of("property").account("foreign").in("410212001").unit("C99"))
                .get(task(directive))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C03", "property-company"})
    void aComplaintAboutACompanyIsNoWorkOrderOfItButATaskOfTheStreet(String about) {
        var directive = received(directive().in(SERVED).with("complainedOf", about));

        read(directive).then().statusCode(404);
        assertThat(as(post())
                        .get("/api/property/work-orders?limit=200")
                        .jsonPath()
                        .getList("items.taskId"))
                .doesNotContain(directive.id().toString());
        as(Tokens.of("street").in("410212001").unit("street"))
                .body(Map.of())
                .post(task(directive) + "/accept")
                .then()
                .statusCode(200);
    }

    @Test
    void theRegisterOfWorkOrdersSaysWhetherTheAnswerCameInTime() {
        var directive = received();
        send(directive, "accept", Map.of()).then().statusCode(200);

        var row = as(post())
                .get("/api/property/work-orders?limit=200")
                .jsonPath()
                .getMap("items.find { it.taskId == '" + directive.id() + "' }");

        assertThat(row).containsEntry("inTime", true).containsEntry("status", "ACCEPTED");
    }

    @Test
    void theRegisterOfWorkOrdersIsScoped() {
        received();

        var items = as(Tokens.of("street").in("410212001009"))
                .get("/api/property/work-orders")
                .jsonPath()
                .getList("items.gridCode", String.class);

        assertThat(items).allMatch(code -> code.startsWith("410212001009"));
    }

    @Test
    void everyWorkOrderHasANumberOfItsOwn() {
        received();
        received();

        var numbers =
                as(post()).get("/api/property/work-orders?limit=200").jsonPath().getList("items.number", String.class);

        assertThat(numbers).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }
}
