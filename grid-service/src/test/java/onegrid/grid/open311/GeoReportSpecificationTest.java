package onegrid.grid.open311;

import static onegrid.grid.open311.Clients.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The examples and sentences of the specification (wiki.open311.org, GeoReport v2 and Service Discovery), one after
 * another, with our matters and places in them.
 */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class GeoReportSpecificationTest {
    private static final String LEAF = "41021200100100101";
    private static final List<String> REQUEST = List.of(
            "service_request_id",
            "status",
            "status_notes",
            "service_name",
            "service_code",
            "description",
            "agency_responsible",
            "service_notice",
            "requested_datetime",
            "updated_datetime",
            "expected_datetime",
            "address",
            "address_id",
            "zipcode",
            "lat",
            "long",
            "media_url");

    // Encoding, format support

    @ParameterizedTest
    @CsvSource({
        "services.xml, text/xml, <services>",
        "services/0402.xml, text/xml, <service_definition>",
        "requests.xml, text/xml, <service_requests",
        "discovery.xml, text/xml, <discovery>",
    })
    void theRootElementIsPrecededByTheDeclarationWithItsEncoding(String path, String type, String root) {
        var answer = get(path);

        assertThat(answer.contentType().toLowerCase().replace(" ", "")).isEqualTo(type + ";charset=utf-8");
        assertThat(answer.asString())
                .matches("(?s)<\\?xml version=\"1.0\" encoding=\"(utf|UTF)-8\"\\?>\\s*" + root + ".*");
    }

    @Test
    void jsonIsDeclaredAsUtf8() {
        assertThat(get("services.json").contentType().toLowerCase().replace(" ", ""))
                .isEqualTo("application/json;charset=utf-8");
    }

    @Test
    void theXmlHasNoNamespace() {
        assertThat(get("services.xml").asString()).doesNotContain("xmlns");
    }

    @Test
    void whatAClientSendsIsUtf8AlsoWhereItDoesNotSaySo() {
        String number = client().contentType("application/x-www-form-urlencoded")
                .body("api_key=" + key("410212") + "&service_code=0402&lat=34.773522&long=114.433737"
                        + "&description=%E6%B0%B4%E7%AE%A1%E7%88%86%E4%BA%86")
                .post("/open311/v2/requests.json")
                .path("[0].service_request_id");

        inside(number).then().body("text", equalTo("水管爆了"));
    }

    @Test
    void anEmptyParameterIsAsNone() {
        get("requests.json?jurisdiction_id=&service_code=&status=&start_date=&end_date=&page=&page_size=&bbox=&sort=")
                .then()
                .statusCode(200);
    }

    // GET services

    @Test
    void aServiceHasTheFieldsOfTheExample() {
        Map<String, Object> service =
                get("services.json?jurisdiction_id=410212.gov.example").path("[0]");

        assertThat(service.keySet())
                .containsExactlyInAnyOrder(
                        "service_code", "service_name", "description", "metadata", "type", "keywords", "group");
        assertThat(service.get("metadata")).isEqualTo(true);
        assertThat(service.get("type")).isEqualTo("realtime");
    }

    // GET service definition

    @Test
    void aDefinitionHasTheFieldsOfTheExample() {
        get("services/0402.json?jurisdiction_id=410212.gov.example")
                .then()
                .body("service_code", equalTo("0402"))
                .body(
                        "attributes[1].keySet()",
                        contains(
                                "variable",
                                "code",
                                "datatype",
                                "required",
                                "datatype_description",
                                "order",
                                "description",
                                "values"))
                .body("attributes[1].variable", equalTo(true))
                .body("attributes[1].datatype_description", nullValue())
                .body("attributes.order", contains(1, 2))
                .body("attributes[1].values[0].keySet()", contains("key", "name"));
    }

    // POST requests

    @Test
    void theExampleOfAPostIsFiledInXml() {
        var answer = client().contentType(FORM)
                .body("api_key=" + key("410212") + "&jurisdiction_id=410212.gov.example&service_code=0402"
                        + "&lat=34.773522&long=114.433737&address_string=1234+5th+street&email=smit333%40sfgov.edu"
                        + "&account_id=123456&first_name=john&last_name=smith&phone=111111111"
                        + "&description=A+large+sinkhole+is+destroying+the+street"
                        + "&media_url=http%3A%2F%2Ffarm3.static.flickr.com%2F2002%2F2212426634_5ed477a060.jpg"
                        + "&attribute[WHISPAWN]=123456&attribute[WHISDORN]=COISL001")
                .post("/open311/v2/requests.xml");

        answer.then()
                .statusCode(201)
                .body("service_requests.request.service_request_id", matchesPattern("[0-9]{6}-[0-9]{5,}"))
                .body("service_requests.request.service_notice", not(emptyString()))
                .body("service_requests.request.account_id", emptyString())
                .body("service_requests.request.token.size()", equalTo(0));
    }

    @Test
    void whatWeDoNotKnowIsKeptAsWords() {
        var number = posted(
                "description",
                "Large sinkhole",
                "attribute[WHISPAWN]",
                "COISL001",
                "media_url",
                "http://x.example/a.jpg");

        inside(number).then().body("text", equalTo("Large sinkhole（图片：http://x.example/a.jpg）（WHISPAWN：COISL001）"));
    }

    @Test
    void theAnswerToAPostInJsonHasTheFieldsOfTheExample() {
        post(form(), ".json")
                .then()
                .statusCode(201)
                .body("size()", equalTo(1))
                .body("[0].keySet()", contains("service_request_id", "service_notice", "account_id"))
                .body("[0].account_id", nullValue());
    }

    @Test
    void theDeviceOfTheExampleIsRefused() {
        post(form("device_id", "tt222111"), ".xml")
                .then()
                .statusCode(400)
                .body("errors.error.description", containsString("device_id"));
    }

    @Test
    void anAddressAloneIsALocation() {
        var number = posted("lat", null, "long", null, "address_string", "西湖路与迎宾大道交叉口");

        inside(number)
                .then()
                .body("status", equalTo("REPORTED"))
                .body("address", equalTo("西湖路与迎宾大道交叉口"))
                .body("text", containsString("供水管道爆裂"));
    }

    @Test
    void aRequestWhosePlaceIsStillLookedForIsOpen() {
        var number = posted("lat", null, "long", null, "address_string", "西湖路与迎宾大道交叉口");

        get("requests/" + number + ".json")
                .then()
                .statusCode(200)
                .body("[0].status", equalTo("open"))
                .body("[0].lat", nullValue());
    }

    @Test
    void aGridCodeIsALocation() {
        get("requests/" + posted("lat", null, "long", null, "address_id", "41021200100100101") + ".json")
                .then()
                .body("[0].address_id", equalTo("41021200100100101"));
    }

    @Test
    void aDescriptionHasUpToFourThousandCharactersAndLines() {
        var text = "第一行\n第二行" + "水".repeat(3993);

        inside(posted("description", text)).then().body("text", equalTo(text));
    }

    @Test
    void aLongerDescriptionIsRefusedAndNotCut() {
        post(form("description", "水".repeat(4001)), ".json")
                .then()
                .statusCode(400)
                .body("[0].description", containsString("4000"));
    }

    @Test
    void aValueOfAListMayBeSentAsOneOfSeveral() {
        inside(posted("attribute[injury][]", "yes")).then().body("injury", equalTo(true));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        post(form("service_code", null, "lat", "north", "attribute[injury]", "perhaps"), ".xml")
                .then()
                .statusCode(400)
                .body("errors.error.size()", equalTo(3))
                .body("errors.error.code", everyItem(equalTo("400")));
    }

    @Test
    void aFieldOfOursIsRefusedInTheClientsWords() {
        post(form("phone", "no number"), ".json").then().statusCode(400).body("[0].description", startsWith("phone "));
    }

    // Errors

    @Test
    void withoutAKeyThereIsTheErrorOfTheExample() {
        var answer = post(form("api_key", null), ".xml");

        answer.then()
                .statusCode(403)
                .contentType("text/xml")
                .body("errors.error.code", equalTo("403"))
                .body("errors.error.description", containsString("api_key"));
    }

    @ParameterizedTest
    @CsvSource({
        "services.xml?jurisdiction_id=elsewhere, 404, jurisdiction_id",
        "services/9999.xml, 404, service_code",
        "services/.xml, 400, service_code",
        "requests.xml?jurisdiction_id=elsewhere, 404, jurisdiction_id",
        "requests/260101-99999.xml, 404, service_request_id",
        "tokens/260101-99999.xml, 404, token",
        "tokens/.xml, 400, token",
        "nothing.xml, 404, address",
    })
    void anErrorNamesWhatWasWrong(String path, int status, String word) {
        get(path)
                .then()
                .statusCode(status)
                .contentType("text/xml")
                .body("errors.error.code", equalTo(String.valueOf(status)))
                .body("errors.error.description", containsString(word));
    }

    @Test
    void aBodyThatIsNoFormIsAnErrorOfTheSpecification() {
        client().contentType("application/json")
                .body("{}")
                .post("/open311/v2/requests.json")
                .then()
                .statusCode(400)
                .body("[0].description", containsString("form-urlencoded"));
    }

    // GET tokens

    @Test
    void aTokenIsAnsweredAsInTheExample() {
        var number = posted();

        get("tokens/" + number + ".json?jurisdiction_id=410212.gov.example")
                .then()
                .body("size()", equalTo(1))
                .body("[0].keySet()", contains("service_request_id", "token"))
                .body("[0].service_request_id", equalTo(number));
    }

    // GET requests

    @Test
    void aRequestHasTheFieldsOfTheExampleInItsOrder() {
        Map<String, Object> request = get("requests/" + posted() + ".json").path("[0]");

        assertThat(request.keySet()).containsExactlyElementsOf(REQUEST);
    }

    @Test
    void aRequestInXmlHasAnElementForEachField() {
        var xml = get("requests/" + posted() + ".xml").asString();

        assertThat(REQUEST).allSatisfy(field -> assertThat(xml).containsPattern("<" + field + "(/>|>)"));
    }

    @Test
    void anAddressGoesFromTheMostSpecificToTheMostGeneral() {
        get("requests/" + posted() + ".json").then().body("[0].address", matchesPattern(".+, 温泉小区1, 温泉社区, 城东街道"));
    }

    @Test
    void timesAreToTheSecondWithTheirZone() {
        get("requests/" + posted() + ".json")
                .then()
                .body(
                        "[0].requested_datetime",
                        matchesPattern("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\+08:00"))
                .body("[0].updated_datetime", endsWith("+08:00"))
                .body("[0].expected_datetime", endsWith("+08:00"));
    }

    @Test
    void theExampleOfAQueryIsAnswered() {
        get("requests.xml?start_date=2010-05-24T00:00:00Z&end_date=2010-06-24T00:00:00Z&status=open"
                        + "&jurisdiction_id=410212.gov.example")
                .then()
                .statusCode(200)
                .body("service_requests.request.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service_request_id=%s,%s",
                "service_request_id=%s&service_request_id=%s",
                "service_request_id=%s,%s&status=closed&start_date=never&page_size=many&service_code=0101"
            })
    void severalNumbersOverrideAllOtherArguments(String query) {
        var one = posted();
        var other = posted();

        get("requests.json?" + query.formatted(one, other))
                .then()
                .statusCode(200)
                .body("service_request_id", containsInAnyOrder(one, other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service_code=0402,0101",
                "service_code=0402&service_code=0101",
                "service_code=0101&service_code=0402"
            })
    void severalServicesAreDeclaredByCommasOrOneByOne(String query) {
        var number = posted();

        get("requests.json?" + query).then().body("service_request_id", hasItem(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=open,closed", "status=closed&status=open", "page=1"})
    void bothStatusesAreAllRequests(String query) {
        var number = posted();

        get("requests.json?" + query).then().body("service_request_id", hasItem(number));
    }

    @Test
    void aSpanOfNinetyDaysIsAllowed() {
        get("requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:00Z")
                .then()
                .statusCode(200);
    }

    @Test
    void updatedIsTheClosingOfWhatIsClosed() {
        var number =
                posted("service_code", "5101", "phone", "13800005678", "lat", null, "long", null, "address_id", LEAF);
        var head = Tokens.of("grid-head").in(LEAF).post("网格长").token();
        command(head, number, "self-handle", Map.of()).then().statusCode(200);
        command(head, number, "feedback", Map.of("text", "已经处理好了", "noPhotoReason", "现场不便拍照"));
        command(CENTRE, number, "verify", Map.of("passed", true, "text", "属实"))
                .then()
                .statusCode(200);
        var closed = get("requests/" + number + ".json");

        command(CENTRE, number, "call-back", Map.of("result", "VALID", "solved", true, "score", 5));

        assertThat(get("requests/" + number + ".json").<String>path("[0].updated_datetime"))
                .isEqualTo(closed.path("[0].updated_datetime"));
        get("requests/" + number + ".json").then().body("[0].status", equalTo("closed"));
    }

    // Service discovery

    @ParameterizedTest
    @ValueSource(strings = {"/open311/discovery.json", "/open311/v2/discovery.json"})
    void theDiscoveryHasTheFieldsOfTheExample(String address) {
        client().get(address)
                .then()
                .statusCode(200)
                .body("keySet()", contains("changeset", "contact", "key_service", "endpoints"))
                .body("endpoints.type", contains("production", "test"))
                .body("endpoints[0].keySet()", contains("specification", "url", "changeset", "type", "formats"))
                .body("endpoints.specification", everyItem(equalTo("http://wiki.open311.org/GeoReport_v2")))
                .body("endpoints[0].formats", contains("text/xml", "application/json"));
    }

    @Test
    void anEndpointOfTheDiscoveryAnswers() {
        String url = client().get("/open311/discovery.json").path("endpoints[1].url");

        client().get(url + "/services.json").then().statusCode(200).body("size()", equalTo(75));
    }
}
