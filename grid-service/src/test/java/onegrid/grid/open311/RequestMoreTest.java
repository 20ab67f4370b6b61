package onegrid.grid.open311;

import static io.restassured.RestAssured.given;
import static onegrid.grid.open311.Clients.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.grid.photos.Pictures;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of GeoReport have asked for beyond its second version. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class RequestMoreTest {
    private static final String PERSONAL = "5101";

    private static Response comment(String number, String... namesAndValues) {
        var form = new java.util.HashMap<String, Object>(Map.of("description", "水已经流到学校门口"));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        form.computeIfAbsent("api_key", name -> key("410212"));
        return client().contentType(FORM).formParams(form).post("/open311/v2/requests/" + number + "/comments.json");
    }

    private static Response withPhotos(int photos) {
        var request = client().multiPart("api_key", key("410212"))
                .multiPart("service_code", "0402")
                .multiPart("lat", "34.773522")
                .multiPart("long", "114.433737");
        for (var i = 0; i < photos; i++) {
            request.multiPart("media", "a.jpg", Pictures.picture("jpg", 40, 30), "image/jpeg");
        }
        return request.post("/open311/v2/requests.json");
    }

    private static String photoOf(String number) {
        return inside(number).path("photos[0].id");
    }

    private static Response publish(String token, String photo, String verb) {
        return given().auth().oauth2(token).post("/api/photos/" + photo + "/" + verb);
    }

    // Lists

    @ParameterizedTest
    @ValueSource(strings = {"bbox=114.43,34.77,114.44,34.78", "lat=34.774&long=114.434&radius=300"})
    void aPartOfTheMapHasWhatHappenedThere(String query) {
        var number = posted();

        get("requests.json?" + query).then().body("service_request_id", hasItem(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bbox=114.44,34.77,114.45,34.78", "lat=34.79&long=114.434&radius=300"})
    void anotherPartOfTheMapHasNot(String query) {
        var number = posted();

        get("requests.json?" + query).then().body("service_request_id", not(hasItem(number)));
    }

    @Test
    void aMatterBetweenPeopleIsNotFoundByItsPlace() {
        var number = posted("service_code", PERSONAL);

        get("requests.json?bbox=113,34,115,35").then().body("service_request_id", not(hasItem(number)));
    }

    @Test
    void aMatterBetweenPeopleIsShownToItsCommunityOnly() {
        get("requests/" + posted("service_code", PERSONAL) + ".json")
                .then()
                .body("[0].address", equalTo("温泉社区"))
                .body("[0].address_id", equalTo("410212001001"))
                .body("[0].lat", nullValue());
    }

    @Test
    void aClientThatFollowsSortsByTheLastChange() {
        posted();
        posted();

        List<String> changed =
                get("requests.json?sort=updated_datetime&status=open").path("updated_datetime");

        assertThat(changed).isSorted();
    }

    @Test
    void whatChangedSinceIsFoundWhateverItsAge() {
        var number = posted();
        var after = Instant.now().minusSeconds(60);

        get("requests.json?updated_after=" + after).then().body("service_request_id", hasItem(number));
    }

    @Test
    void whatChangedLaterThanAskedForIsNot() {
        var number = posted();

        get("requests.json?updated_before=" + Instant.now().minusSeconds(3600))
                .then()
                .body("service_request_id", not(hasItem(number)));
    }

    @Test
    void pagesDoNotOverlap() {
        posted();
        posted();
        posted();

        String first = get("requests.json?page_size=1").path("[0].service_request_id");

        get("requests.json?page_size=1&page=2")
                .then()
                .body("[0].service_request_id", not(equalTo(first)))
                .header("Link", notNullValue());
    }

    @Test
    void theLastPageHasNoneAfterIt() {
        posted("service_code", "0605");

        var links =
                get("requests.json?service_code=0605&page_size=1000").headers().getValues("Link");

        assertThat(links).isEmpty();
    }

    @Test
    void moreIsToldToWhoAsksForIt() {
        get("requests/" + posted() + ".json?extensions=true")
                .then()
                .body("[0].extended_attributes.status_code", equalTo("filed"))
                .body("[0].extended_attributes.community_name", equalTo("温泉社区"))
                .body("[0].media_urls", empty())
                .body("[0].notes.type", contains("reported", "filed"));
    }

    @Test
    void moreIsToldInXmlToo() {
        get("requests/" + posted() + ".xml?extensions=true")
                .then()
                .body("service_requests.request.extended_attributes.status_code", equalTo("filed"))
                .body("service_requests.request.notes.note.size()", equalTo(2));
    }

    // History and comments

    @Test
    void theHistoryHasTheStepsAndNobodysName() {
        var number = posted();
        command(CENTRE, number, "dispatch", Map.of("unit", "water", "note", "请带上老王"));

        var answer = get("requests/" + number + "/history.json");

        answer.then()
                .body("type", contains("reported", "filed", "dispatched"))
                .body("status", everyItem(equalTo("open")));
        assertThat(answer.asString()).doesNotContain("老王", "值班长");
    }

    @Test
    void aRefusalIsToldWithItsReasonAndRoute() {
        var number = posted("lat", null, "long", null, "address_string", "西湖路与迎宾大道交叉口");
        command(CENTRE, number, "reject", Map.of("reason", "不属于本区管辖", "route", "请拨打市12345"));

        get("requests/" + number + "/history.json")
                .then()
                .body("[1].type", equalTo("rejected"))
                .body("[1].description", allOf(containsString("不属于本区管辖"), containsString("12345")));
    }

    @Test
    void newFactsReachWhoHasTheCase() {
        var number = posted();

        comment(number).then().statusCode(201).body("[0].comment_id", startsWith(number));

        inside(number).then().body("history.find { it.command == 'comment' }.note", equalTo("水已经流到学校门口"));
    }

    @Test
    void aCommentIsTold() {
        try (var topics = new Topics("onegrid.cases")) {
            var number = posted();
            comment(number);

            assertThat(Contracts.violations(topics.awaitEvent(
                            "grid.case.commented.v1", inside(number).path("id"))))
                    .isEmpty();
        }
    }

    @Test
    void theWordsOfACommentAreNotPublic() {
        var number = posted();
        comment(number);

        var answer = get("requests/" + number + "/comments.json");

        answer.then().body("author", contains("城管系统")).body("description", contains(nullValue()));
        assertThat(answer.asString()).doesNotContain("学校");
    }

    @Test
    void aCommentNeedsAKeyOfThatPlace() {
        var number = posted();

        comment(number, "api_key", key("410212001009")).then().statusCode(403).body("[0].code", equalTo(403));
    }

    @Test
    void aClosedRequestTakesNoComment() {
        var number = posted();
        command(CENTRE, number, "cancel", Map.of("reason", "重复上报"));

        comment(number).then().statusCode(400).body("[0].code", equalTo(409));
    }

    @Test
    void aCommentOnTheTestAddressAddsNothing() {
        var number = posted();
        client().contentType(FORM)
                .formParams(Map.of("api_key", key("410212"), "description", "只是试试"))
                .post("/open311/test/v2/requests/" + number + "/comments.json")
                .then()
                .statusCode(201);

        get("requests/" + number + "/comments.json").then().body("size()", equalTo(0));
    }

    // XML

    @ParameterizedTest
    @CsvSource({"history, notes.note.size()", "comments, comments.comment.size()", "media, media.medium.size()"})
    void whatIsMoreComesAsXmlToo(String what, String items) {
        String number = withPhotos(1).path("[0].service_request_id");
        comment(number);
        publish(CENTRE, photoOf(number), "publish");

        get("requests/" + number + "/" + what + ".xml")
                .then()
                .statusCode(200)
                .contentType("text/xml")
                .body(items, greaterThan(0));
    }

    @Test
    void aCommentIsAnsweredAsXmlToo() {
        client().contentType(FORM)
                .formParams(Map.of("api_key", key("410212"), "description", "水已经流到学校门口"))
                .post("/open311/v2/requests/" + posted() + "/comments.xml")
                .then()
                .statusCode(201)
                .contentType("text/xml")
                .body("comments.comment.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void whichOpen311IsSpokenWhereIsSaidAboveAllVersions(String ending) {
        client().get("/open311/discovery." + ending).then().statusCode(200).body(containsString("/open311/v2"));
    }

    // A NUL

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests/26%001124-00001.json",
                "requests/%00/comments.xml",
                "requests/%00/history.json",
                "tokens/%00.json",
                "services/04%00.json",
                "requests.json?service_request_id=%00",
                "requests.json?service_code=%00",
                "services.json?jurisdiction_id=%00"
            })
    void anAddressWithANulIsRefused(String path) {
        get(path).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api_key", "jurisdiction_id", "service_code", "description", "address_string", "phone", "email"})
    void aFieldWithANulIsRefused(String field) {
        post(form(field, "a\u0000b"), ".json").then().statusCode(400);
    }

    @Test
    void aCommentWithANulIsRefused() {
        comment(posted(), "description", "水\u0000停了").then().statusCode(400);
    }

    // Photos

    @Test
    void photosComeWithTheReport() {
        String number = withPhotos(2).then().statusCode(201).extract().path("[0].service_request_id");

        inside(number).then().body("photos.size()", equalTo(2)).body("photos.published", everyItem(equalTo(false)));
    }

    @Test
    void whatIsNoPhotoIsRefusedAndNothingIsFiled() {
        client().multiPart("api_key", key("410212"))
                .multiPart("service_code", "0402")
                .multiPart("lat", "34.773522")
                .multiPart("long", "114.433737")
                .multiPart("media", "a.exe", "MZ nothing to see".getBytes(), "image/jpeg")
                .post("/open311/v2/requests.json")
                .then()
                .statusCode(400)
                .body("[0].code", equalTo(422));
    }

    @Test
    void aPhotoIsPublicOnlyWhenSomebodyHasLookedAtIt() {
        String number = withPhotos(1).path("[0].service_request_id");

        get("requests/" + number + ".json").then().body("[0].media_url", nullValue());
        get("media/" + photoOf(number)).then().statusCode(404);
    }

    @Test
    void aPublishedPhotoIsShownToEverybody() {
        String number = withPhotos(1).path("[0].service_request_id");
        publish(CENTRE, photoOf(number), "publish").then().statusCode(200).body("published", equalTo(true));

        String url = get("requests/" + number + ".json").path("[0].media_url");

        client().get(url).then().statusCode(200).contentType("image/jpeg");
        get("requests/" + number + "/media.json")
                .then()
                .body("media_url", contains(url))
                .body("[0].width", equalTo(40));
    }

    @Test
    void aWithdrawnPhotoIsGone() {
        String number = withPhotos(1).path("[0].service_request_id");
        publish(CENTRE, photoOf(number), "publish");

        publish(CENTRE, photoOf(number), "withdraw").then().statusCode(200);

        get("media/" + photoOf(number)).then().statusCode(404);
    }

    @Test
    void onlyWhoSeesTheCaseMayPublish() {
        String number = withPhotos(1).path("[0].service_request_id");
        var elsewhere = Tokens.of("community").in("410212002").unit("community").token();

        publish(elsewhere, photoOf(number), "publish").then().statusCode(404);
    }

    // The same submission

    @Test
    void theSameKeyNeverMakesTwoCases() {
        var form = form();
        var key = UUID.randomUUID().toString();
        var first = client().contentType(FORM)
                .header("Idempotency-Key", key)
                .formParams(form)
                .post("/open311/v2/requests.json");

        client().contentType(FORM)
                .header("Idempotency-Key", key)
                .formParams(form)
                .post("/open311/v2/requests.json")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("[0].service_request_id", equalTo(first.path("[0].service_request_id")));
    }

    @Test
    void whatWasReportedInConfidenceStaysInside() {
        String number = client().contentType(ContentType.JSON)
                .body(Map.of(
                        "text",
                        "楼下有人私搭乱建",
                        "matterCode",
                        "0101",
                        "gridCode",
                        "41021200100100101",
                        "reporter",
                        Map.of("name", "张三", "phone", "13800005678", "confidential", true)))
                .post("/api/cases")
                .path("number");

        get("requests/" + number + ".json").then().statusCode(404);
    }

    @Test
    void aKeyOfOneCommunityDoesNotReportWithoutAPlace() {
        post(form("api_key", key("410212001001"), "lat", null, "long", null, "address_string", "某路"), ".json")
                .then()
                .statusCode(403);
    }
}
