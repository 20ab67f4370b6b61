package onegrid.grid.cases;

import static io.restassured.RestAssured.given;
import static onegrid.grid.cases.District.*;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import onegrid.grid.photos.Pictures;
import onegrid.testing.ServiceUnderTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class PhotosHttpTest {
    private static Response upload(String type, byte[] bytes) {
        return given().auth().oauth2(PORTAL).contentType(type).body(bytes).post("/api/photos");
    }

    private static String uploaded() {
        return upload("image/jpeg", Pictures.picture("jpg", 64, 48)).path("id");
    }

    @Test
    void aPhotoIsTaken() {
        upload("image/png", Pictures.picture("png", 64, 48))
                .then()
                .statusCode(201)
                .body("contentType", equalTo("image/png"))
                .body("width", equalTo(64));
    }

    @Test
    void aPhotoThatIsNotAPhotoIsRefused() {
        upload("image/jpeg", "#!/bin/sh".getBytes())
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-a-photo"));
    }

    @Test
    void moreThanEightMegabytesAreRefused() {
        upload("image/jpeg", new byte[8 * 1024 * 1024 + 1])
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
    }

    @Test
    void anotherTypeIsRefused() {
        upload("application/pdf", new byte[10]).then().statusCode(415);
    }

    @Test
    void theReporterSeesThePhotoByNumberAndToken() {
        var photo = uploaded();
        var receipt = withPhoto(photo);

        given().auth()
                .oauth2(PORTAL)
                .queryParam("number", receipt.<String>path("number"))
                .queryParam("token", receipt.<String>path("trackingToken"))
                .get("/api/photos/" + photo)
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    @Test
    void aForeignPostDoesNotSeeThePhoto() {
        var photo = uploaded();
        withPhoto(photo);

        given().auth()
                .oauth2(OTHER_COMMUNITY)
                .get("/api/photos/" + photo)
                .then()
                .statusCode(404);
    }

    @Test
    void aPhotoBelongsToOneCaseOnly() {
        var photo = uploaded();
        withPhoto(photo);

        withPhoto(photo).then().statusCode(400).body("errors.field", contains("photos"));
    }

    @Test
    void aPhotoSentAgainUnderItsKeyIsKeptOnce() {
        var picture = Pictures.picture("jpg", 64, 48);
        var first = uploadAs("photo-once", picture);

        uploadAs("photo-once", picture)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", endsWith("/api/photos/" + first.path("id")))
                .body("id", equalTo(first.path("id")));
    }

    @Test
    void anotherPhotoUnderAUsedKeyIsRefused() {
        uploadAs("photo-twice", Pictures.picture("jpg", 64, 48));

        uploadAs("photo-twice", Pictures.picture("jpg", 48, 64))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    private static Response uploadAs(String key, byte[] bytes) {
        return given().auth()
                .oauth2(PORTAL)
                .header("Idempotency-Key", key)
                .contentType("image/jpeg")
                .body(bytes)
                .post("/api/photos");
    }

    private static Response withPhoto(String photo) {
        return report(
                PORTAL, Map.of("text", "垃圾没人拉", "matterCode", "0101", "gridCode", LEAF, "photos", List.of(photo)));
    }
}
