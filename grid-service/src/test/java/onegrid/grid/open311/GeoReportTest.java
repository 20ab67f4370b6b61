package onegrid.grid.open311;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Open311 GeoReport v2 as its specification has it, method by method, in both formats. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class GeoReportTest {
    private static final String ADMIN = Tokens.of("system-admin").post("系统管理员").token();
    private static final String PORTAL = Tokens.of("portal").token();

    private static RequestSpecification client() {
        return given().auth().oauth2(PORTAL);
    }

    private static Response issued(String... scope) {
        return given().auth()
                .oauth2(ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("client", "城管系统", "gridScope", List.of(scope)))
                .post("/api/cases/ops/api-keys");
    }

    private static Map<String, Object> form(String... namesAndValues) {
        var form = new HashMap<String, Object>(Map.of(
                "api_key", issued("410212").path("key"),
                "service_code", "0402",
                "lat", "34.773522",
                "long", "114.433737",
                "description", "水管爆了，路面积水"));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                form.remove(namesAndValues[i]);
            } else {
                form.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return form;
    }

    private static Response post(Map<String, Object> form, String ending) {
        return client().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(form)
                .post("/open311/v2/requests" + ending);
    }

    private static String posted() {
        return post(form(), ".json").path("[0].service_request_id");
    }

    @Test
    void theServicesAreAListInXml() {
        client().get("/open311/v2/services.xml")
                .then()
                .statusCode(200)
                .contentType("text/xml")
                .header("Content-Type", containsStringIgnoringCase("utf-8"))
                .body("services.service.size()", equalTo(75))
                .body("services.service.find { it.service_code == '0402' }.service_name", equalTo("供水管道爆裂"))
                .body("services.service[0].type", equalTo("realtime"))
                .body("services.service[0].metadata", equalTo("true"));
    }

    @Test
    void theServicesAreABareArrayInJson() {
        client().get("/open311/v2/services.json")
                .then()
                .contentType("application/json")
                .body("size()", equalTo(75))
                .body("find { it.service_code == '0402' }.group", equalTo("突发事件"));
    }

    @Test
    void withoutAnEndingTheClientsWishDecides() {
        client().accept("application/json").get("/open311/v2/services").then().contentType("application/json");
        client().get("/open311/v2/services").then().contentType("text/xml");
    }

    @Test
    void aServiceIsDefinedByItsAttributes() {
        client().get("/open311/v2/services/0402.xml")
                .then()
                .statusCode(200)
                .body("service_definition.service_code", equalTo("0402"))
                .body("service_definition.attributes.attribute[1].datatype", equalTo("singlevaluelist"))
                .body("service_definition.attributes.attribute[1].values.value[0].key", equalTo("no"));
    }

    @Test
    void aDefinitionInJsonIsOneObject() {
        client().get("/open311/v2/services/0402.json")
                .then()
                .body("service_code", equalTo("0402"))
                .body("attributes[0].code", equalTo("people_affected"))
                .body("attributes[1].values[1].name", equalTo("有"));
    }

    @Test
    void anUnknownServiceIsAnErrorOfTheSpecification() {
        client().get("/open311/v2/services/9999.xml")
                .then()
                .statusCode(404)
                .contentType("text/xml")
                .body("errors.error.code", equalTo("404"))
                .body("errors.error.description", containsString("service_code"));
    }

    @Test
    void anErrorInJsonIsAnArray() {
        client().get("/open311/v2/services/9999.json").then().statusCode(404).body("[0].code", equalTo(404));
    }

    @Test
    void aRequestIsFiledFromAForm() {
        post(form(), ".xml")
                .then()
                .statusCode(201)
                .contentType("text/xml")
                .body("service_requests.request.service_request_id", matchesPattern("[0-9]{6}-[0-9]{5,}"))
                .body("service_requests.request.service_notice", containsString("前"));
    }

    @Test
    void theAnswerInJsonIsAnArrayAroundOne() {
        post(form("attribute[people_affected]", "300", "attribute[injury]", "no"), ".json")
                .then()
                .statusCode(201)
                .body("size()", equalTo(1))
                .body("[0].service_request_id", notNullValue());
    }

    @Test
    void contactDataIsTakenAndNeverReturned() {
        String number = post(
                        form("first_name", "三", "last_name", "张", "phone", "13800005678", "email", "z@example.org"),
                        ".json")
                .path("[0].service_request_id");

        var answer = client().get("/open311/v2/requests/" + number + ".json").asString();

        assertThat(answer).contains(number).doesNotContain("13800005678", "example.org", "张");
    }

    @ParameterizedTest
    @CsvSource({
        "device_id, abc, 400",
        "service_code, '', 400",
        "service_code, 9999, 404",
        "lat, ninety, 400",
        "lat, 12.0, 400",
        "api_key, wrong, 403",
        "jurisdiction_id, elsewhere, 404",
        "media_url, file:///etc/passwd, 400",
        "'attribute[people_affected]', many, 400"
    })
    void whatCannotBeFiledIsAnError(String name, String value, int status) {
        post(form(name, value), ".json")
                .then()
                .statusCode(status)
                .body("[0].code", greaterThanOrEqualTo(status)) // may be more specific: 422 outside the district
                .body("[0].description", not(blankOrNullString()));
    }

    @Test
    void aClientReportsOnlyWhereItMay() {
        post(form("api_key", issued("410212001009").path("key")), ".json")
                .then()
                .statusCode(403);
    }

    @Test
    void aRevokedKeyIsNoKey() {
        var key = issued("410212");
        given().auth().oauth2(ADMIN).post("/api/cases/ops/api-keys/" + key.path("id") + "/revoke");

        post(form("api_key", key.path("key")), ".json").then().statusCode(403);
    }

    @Test
    void keysAreShownOnce() {
        var key = issued("410212").<String>path("key");

        given().auth()
                .oauth2(ADMIN)
                .get("/api/cases/ops/api-keys")
                .then()
                .body("items.size()", greaterThan(0))
                .body(not(containsString(key)));
    }

    @Test
    void aRequestIsReadByItsNumberInAnArray() {
        var number = posted();

        client().get("/open311/v2/requests/" + number + ".json")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1))
                .body("[0].status", equalTo("open"))
                .body("[0].service_name", equalTo("供水管道爆裂"))
                .body("[0].requested_datetime", endsWith("+08:00"))
                .body("[0].expected_datetime", notNullValue())
                .body("[0].lat", equalTo(34.774f))
                .body("[0].'long'", equalTo(114.434f))
                .body("[0].description", nullValue());
    }

    @Test
    void aTokenLeadsToItsRequest() {
        var number = posted();

        client().get("/open311/v2/tokens/" + number + ".xml")
                .then()
                .body("service_requests.request.service_request_id", equalTo(number))
                .body("service_requests.request.token", equalTo(number));
    }

    @Test
    void severalRequestsAreReadByTheirNumbers() {
        var one = posted();
        var other = posted();

        client().get("/open311/v2/requests.json?service_request_id=" + one + "," + other + "&status=closed")
                .then()
                .body("service_request_id", containsInAnyOrder(one, other));
    }

    @Test
    void requestsAreFilteredByServiceAndStatus() {
        var number = posted();

        client().get("/open311/v2/requests.json?service_code=0402,0101&status=open&page_size=1000")
                .then()
                .statusCode(200)
                .body("service_request_id", hasItem(number))
                .body("service_code", everyItem(oneOf("0402", "0101")))
                .body("status", everyItem(equalTo("open")));
    }

    @Test
    void whatChangedLaterIsFound() {
        var number = posted();

        client().queryParam("updated_after", "2026-01-01T00:00:00Z")
                .get("/open311/v2/requests.json")
                .then()
                .body("service_request_id", hasItem(number));
    }

    @Test
    void aClosedRequestIsNotAmongTheOpenOnes() {
        var number = posted();

        client().get("/open311/v2/requests.json?status=closed").then().body("service_request_id", not(hasItem(number)));
    }

    @Test
    void aLongListHasAPageAfter() {
        posted();
        posted();

        client().get("/open311/v2/requests.json?page_size=1")
                .then()
                .body("size()", equalTo(1))
                .header("Link", allOf(containsString("page=2"), containsString("rel=\"next\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start_date=yesterday",
                "start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z",
                "start_date=2026-06-01T00:00:00Z&end_date=2026-01-01T00:00:00Z",
                "status=half",
                "page_size=1001",
                "page=0",
                "page=x",
                "start_date=2026-01-01T00:00:00",
                "updated_after=soon",
                "updated_before=9999999-01-01T00:00:00Z",
                "sort=status",
                "bbox=1,2,3",
                "bbox=115,34,114,35",
                "bbox=114,34,115,NaN",
                "lat=34.7",
                "lat=34.7&long=114.4&radius=-1",
                "lat=34.7&long=114.4&radius=100000",
                "lat=134&long=114.4&radius=100",
                "extensions=all"
            })
    void whatCannotBeMeantIsRefused(String query) {
        client().get("/open311/v2/requests.xml?" + query)
                .then()
                .statusCode(400)
                .body("errors.error.code", equalTo("400"));
    }

    @Test
    void theTestAddressFilesNothing() {
        client().formParams(form())
                .post("/open311/test/v2/requests.json")
                .then()
                .statusCode(201)
                .body("[0].service_request_id", equalTo("000000-00000"));
    }

    @Test
    void theDiscoveryListsBothEndpoints() {
        client().get("/open311/v2/discovery.xml")
                .then()
                .statusCode(200)
                .body("discovery.endpoints.endpoint.type", hasItems("production", "test"))
                .body("discovery.endpoints.endpoint[0].formats.format", hasItems("text/xml", "application/json"));
    }

    @Test
    void aComplaintAboutAnOfficeStaysInside() {
        String number = client().contentType(ContentType.JSON)
                .body(Map.of(
                        "text",
                        "环卫乱收费",
                        "matterCode",
                        "0101",
                        "gridCode",
                        "41021200100100101",
                        "complainedOf",
                        "sanitation"))
                .post("/api/cases")
                .path("number");

        client().get("/open311/v2/requests/" + number + ".json").then().statusCode(404);
    }
}
