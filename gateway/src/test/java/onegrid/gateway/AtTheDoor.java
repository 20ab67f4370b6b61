package onegrid.gateway;

import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.specification.RequestSpecification;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;

/** Words for tests that stand outside the door. */
@WithTestResource(ServiceUnderTest.class)
@WithTestResource(Surroundings.class)
abstract class AtTheDoor {
    static RequestSpecification visitor() {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .config(RestAssured.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false)));
    }

    static RequestSpecification holding(String token) {
        return visitor().header("Authorization", "Bearer " + token);
    }

    static String community() {
        return Tokens.of("community")
                .in("410212001001")
                .unit("community")
                .post("温泉社区")
                .token();
    }
}
