package onegrid.grid.divisions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class DivisionsHttpTest {
    private static final String HENAN = """
        code,name,parent_code
        41,河南省,
        4102,开封市,41
        410212,祥符区,4102
        410212001,城东街道,410212
        410212001001,温泉社区,410212001
        """;

    @Test
    void aTreeIsBrowsedFromTheProvinceDown() {
        send(HENAN).then().statusCode(200).body("passed", equalTo(true));

        get("/api/divisions?parent=4102").then().body("items.name", contains("祥符区"));
        get("/api/divisions/410212001001")
                .then()
                .body("name", equalTo("温泉社区"))
                .body("ancestors.name", contains("河南省", "开封市", "祥符区", "城东街道"));
    }

    @Test
    void aNewNameReplacesTheOld() {
        send(HENAN);

        send(HENAN.replace("温泉社区", "温泉北社区")).then().body("changed", equalTo(1)).body("added", equalTo(0));

        get("/api/divisions?query=温泉北&parent=41").then().body("items.code", contains("410212001001"));
    }

    @Test
    void everyBadRowIsNamedAndNothingChanges() {
        var bad = """
            code,name,parent_code
            42,湖北省,
            4201,,42
            42x,坏码,42
            420100,武汉市,41
            420102001,没有区,420102
            420106,武昌区,42
            420106,又一个,42
            420111,少一列
            """;

        send(bad)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("badRows.line", contains(3, 4, 5, 6, 8, 9))
                .body("badRows.field", contains("name", "code", "parent_code", "parent_code", "code", null));
        get("/api/divisions/42").then().statusCode(404);
    }

    @Test
    void aNameWithANulIsRefusedAndNothingChanges() {
        send("code,name,parent_code\n44,广东\0省,\n").then().statusCode(400);

        get("/api/divisions/44").then().statusCode(404);
    }

    @Test
    void aDryRunNamesTheSameRowsAndChangesNothing() {
        send("code,name,parent_code\n43,湖南省,\n4301,,43\n", "?dryRun=true")
                .then()
                .statusCode(200)
                .body("passed", equalTo(false))
                .body("badRows", hasSize(1));
        send("code,name,parent_code\n43,湖南省,\n4301,长沙市,43\n", "?dryRun=true")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("added", equalTo(2));

        get("/api/divisions/43").then().statusCode(404);
    }

    @Test
    void whatGoesOutComesInAgainWithoutADifference() {
        send(HENAN);
        var out = get("/api/divisions/export.csv?within=41").asString();

        send(out).then().body("added", equalTo(0)).body("changed", equalTo(0));
    }

    @Test
    void onlyTheCentreAndTheOperatorImport() {
        given().auth()
                .oauth2(Tokens.of("street").in("410212001").token())
                .contentType("text/csv")
                .body(HENAN.getBytes(StandardCharsets.UTF_8))
                .post("/api/divisions/imports")
                .then()
                .statusCode(403);
    }

    /** 31 provinces, 2 900 counties, 41 000 streets, 620 000 villages in one import. */
    @Test
    void theWholeNationComesInAtOnce() throws IOException {
        send(nation(), "").then().statusCode(200).body("rows", equalTo(31 + 2_900 + 41_000 + 620_000));

        get("/api/divisions?parent=63&limit=200").then().body("items", hasSize(94));
        get("/api/divisions?parent=630111&limit=3")
                .then()
                .body("items.code", contains("630111001", "630111002", "630111003"))
                .body("items.children", contains(16, 16, 15));
        get("/api/divisions/630111001016").then().statusCode(200).body("ancestors", hasSize(3));
    }

    /** Provinces 61 to 91, so that they are nobody else's in these tests; packed as a browser would send it. */
    static byte[] nation() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var csv = new PrintWriter(new OutputStreamWriter(new GZIPOutputStream(packed), StandardCharsets.UTF_8))) {
            csv.print("code,name,parent_code\n");
            for (var p = 0; p < 31; p++) {
                csv.printf("%d,省%d,\n", 61 + p, p);
            }
            for (var c = 0; c < 2_900; c++) {
                csv.printf("%s,县%d,%d\n", county(c), c, 61 + c % 31);
            }
            for (var s = 0; s < 41_000; s++) {
                csv.printf("%s,街道%d,%s\n", street(s), s, county(s % 2_900));
            }
            for (var v = 0; v < 620_000; v++) {
                var street = v % 41_000;
                csv.printf("%s%03d,村%d,%s\n", street(street), v / 41_000 + 1, v, street(street));
            }
        }
        return packed.toByteArray();
    }

    private static String county(int number) {
        return "%d%04d".formatted(61 + number % 31, 101 + number / 31);
    }

    private static String street(int number) {
        return county(number % 2_900) + "%03d".formatted(number / 2_900 + 1);
    }

    private static Response send(String csv) {
        return send(csv, "");
    }

    private static Response send(String csv, String query) {
        return send(csv.getBytes(StandardCharsets.UTF_8), query);
    }

    private static Response send(byte[] csv, String query) {
        return centre().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/csv")
                .body(csv)
                .post("/api/divisions/imports" + query);
    }

    private static Response get(String path) {
        return centre().get(path);
    }

    private static RequestSpecification centre() {
        return given().auth().oauth2(Tokens.of("centre").in("410212").token());
    }
}
