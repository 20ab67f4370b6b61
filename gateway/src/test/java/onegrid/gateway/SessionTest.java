package onegrid.gateway;

import static onegrid.gateway.DoorTest.accountOf;
import static onegrid.gateway.DoorTest.isProblem;
import static onegrid.gateway.DoorTest.thePortalHasItsToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookies;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionTest extends AtTheDoor {

    @AfterEach
    void longLives() {
        Surroundings.KEYCLOAK.life = 600;
    }

    @Test
    void signInLeadsToKeycloakWithACodeChallenge() {
        visitor()
                .get("/login?to=/desk")
                .then()
                .statusCode(302)
                .header("Location", startsWith(Surroundings.KEYCLOAK.realm() + "/protocol/openid-connect/auth?"))
                .header("Location", containsString("code_challenge="))
                .header("Location", containsString("response_type=code"));
    }

    @Test
    void afterSignInOneIsWhereOneWantedToBe() {
        assertThat(signIn("/desk/cases/1?tab=history").endsAt()).isEqualTo("/desk/cases/1?tab=history");
    }

    @Test
    void aSessionCookieIsNothingForScripts() {
        var cookies = signIn("/desk").cookies();

        assertThat(cookies.asList()).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
            assertThat(cookie.getValue()).doesNotContain("eyJhbGciOiJSUzI1NiI");
        });
    }

    @Test
    void theServiceSeesTheTokenOfTheSession() {
        var seen = visitor()
                .cookies(signIn("/desk").cookies())
                .get("/api/cases")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("headers.authorization");

        assertThat(accountOf(seen)).isEqualTo("water");
    }

    @Test
    void whoIsSignedInIsThePostOfTheSession() {
        visitor()
                .cookies(signIn("/desk").cookies())
                .get("/api/me")
                .then()
                .body("signedIn", equalTo(true))
                .body("unit", equalTo("water"))
                .body("roles", equalTo(java.util.List.of("unit")))
                .body("gridScope", equalTo(java.util.List.of("410212001001")));
    }

    @Test
    void anExpiredTokenOfASessionIsRenewedSilently() {
        Surroundings.KEYCLOAK.life = 1;
        var session = signIn("/desk").cookies();

        org.awaitility.Awaitility.await().until(() -> visitor()
                .cookies(session)
                .get("/api/cases")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("headers.authorization")
                .transform(authorization -> accountOf(authorization).equals("water-renewed")));
    }

    @Test
    void aWriteFromAnotherSiteIsRefused() {
        isProblem(
                visitor()
                        .cookies(signIn("/desk").cookies())
                        .header("Origin", "https://evil.example")
                        .header("Sec-Fetch-Site", "cross-site")
                        .post("/api/cases/1/accept")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void aWriteThatDoesNotSayWhereItComesFromIsRefused() {
        isProblem(
                visitor()
                        .cookies(signIn("/desk").cookies())
                        .post("/api/cases/1/accept")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void aWriteFromOurOwnPageIsTaken() {
        visitor()
                .cookies(signIn("/desk").cookies())
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/cases/1/accept")
                .then()
                .statusCode(200);
    }

    @Test
    void aGarbledSessionIsForgottenAndTheVisitorGoesOn() {
        thePortalHasItsToken();

        var answer = visitor()
                .cookie("q_session_browser", "rubbish")
                .get("/api/matters")
                .then()
                .statusCode(200)
                .extract();

        assertThat(accountOf(answer.path("headers.authorization"))).isEqualTo("portal");
        assertThat(answer.header("Set-Cookie")).contains("q_session_browser=;").contains("Max-Age=0");
    }

    @Test
    void aGarbledSessionWhereSomebodyIsNeededIsNeverARedirect() {
        isProblem(
                visitor()
                        .cookie("q_session_browser", "rubbish")
                        .header("X-Requested-With", "XMLHttpRequest")
                        .get("/api/cases")
                        .then(),
                401,
                "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/%5Cevil.example",
                "/%09/evil.example",
                "javascript:alert(1)",
                "/logout",
                ""
            })
    void signInNeverLeadsElsewhere(String to) {
        assertThat(signIn(to).endsAt()).isEqualTo("/");
    }

    @Test
    void anAnswerFromKeycloakThatBelongsToNobodyIsSaidInWords() {
        visitor()
                .cookie("q_auth_browser_x", "y")
                .get("/login?code=stolen&state=foreign")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(302, 401));
    }

    @Test
    void signOutEndsTheSessionHereAndThere() {
        visitor()
                .cookies(signIn("/desk").cookies())
                .get("/logout")
                .then()
                .statusCode(303)
                .header("Location", startsWith(Surroundings.KEYCLOAK.realm() + "/protocol/openid-connect/logout"))
                .header("Set-Cookie", containsString("Max-Age=0"));
    }

    @Test
    void signOutWithoutASessionIsTheFrontPage() {
        visitor().get("/logout").then().statusCode(303).header("Location", "/");
    }

    @Test
    void aSessionGoesOnWhileKeycloakIsAway() {
        var session = signIn("/desk").cookies();
        Surroundings.KEYCLOAK.kill();
        try {
            visitor().cookies(session).get("/api/cases").then().statusCode(200);
        } finally {
            Surroundings.KEYCLOAK.comeBack();
        }
    }

    private record SignedIn(Cookies cookies, String endsAt) {}

    /** As a browser goes: to the gateway, to Keycloak, back with a code, on to the page. */
    private static SignedIn signIn(String to) {
        var begun = visitor().get("/login?to=" + to);
        var state = java.util.Arrays.stream(
                        URI.create(begun.header("Location")).getRawQuery().split("&"))
                .filter(parameter -> parameter.startsWith("state="))
                .findFirst()
                .orElseThrow();
        var back = visitor().cookies(begun.detailedCookies()).get("/login?code=abc&" + state);
        var session = new Cookies(back.detailedCookies().asList().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .toList());
        var path = back.header("Location").replaceFirst("https?://[^/]+", "");
        return new SignedIn(session, visitor().cookies(session).get(path).header("Location"));
    }
}
