package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In nothing that the brain shows is a complaint there for whom it is about, nor for who answers to them (济南 Art. 32). */
@QuarkusTest
class ComplaintTest extends BrainTest {
    @TestHTTPResource("/api/brain/stream")
    URI stream;

    /** Parties complained of, and what they are called. */
    private enum Party {
        COMMUNITY("community") {
            @Override
            Tokens post(ACase aCase) {
                return Tokens.of("community").in(aCase.community()).unit("community");
            }
        },
        GRID("grid") {
            @Override
            Tokens post(ACase aCase) {
                return Tokens.of("grid-head").in(aCase.grid());
            }
        },
        HEAD_BELOW_THE_COMMUNITY("community") {
            @Override
            Tokens post(ACase aCase) {
                return Tokens.of("grid-head").in(aCase.grid());
            }
        },
        PARTY_BRANCH("community") {
            @Override
            Tokens post(ACase aCase) {
                return Tokens.of("party").in(aCase.community()).unit("party");
            }
        },
        WATER("water") {
            @Override
            Tokens post(ACase aCase) {
                return Tokens.of("unit").in(aCase.community()).unit("water");
            }
        },
        COMPANY("C03") {
            @Override
            Tokens post(ACase aCase) {
                return Tokens.of("property").in(aCase.community()).unit("property-company");
            }
        };

        final String code;

        Party(String code) {
            this.code = code;
        }

        abstract Tokens post(ACase aCase);
    }

    private ACase complaintAbout(Party party) {
        var aCase = filed(ACase.burstMain(clock.instant()).with("complainedOf", party.code));
        linkage(aCase);
        return aCase;
    }

    @ParameterizedTest
    @EnumSource
    void aComplaintIsCountedNeitherInTheSituationNorAmongTheLinkages(Party party) {
        var aCase = complaintAbout(party);

        as(party.post(aCase))
                .get("/api/brain/situation")
                .then()
                .statusCode(200)
                .body("open", equalTo(0))
                .body("today.reported", equalTo(0))
                .body("grids", empty())
                .body("classes", empty())
                .body("linkages.open", equalTo(0));
    }

    @ParameterizedTest
    @EnumSource
    void itsLinkageIsOnNoBoardOfTheParty(Party party) {
        var aCase = complaintAbout(party);
        var id = linkage(aCase).getString("id");

        as(party.post(aCase)).get("/api/brain/linkages?status=all").then().body("items", empty());
        as(party.post(aCase)).get("/api/brain/linkages/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource
    void itsDecisionIsNotRead(Party party) {
        var aCase = complaintAbout(party);

        as(party.post(aCase))
                .get("/api/brain/decisions?caseId=" + aCase.id)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void whoStandsAboveThePartySeesAllOfIt() {
        var aCase = complaintAbout(Party.COMMUNITY);
        var street = Tokens.of("street").in(aCase.community()).unit("street");

        as(street).get("/api/brain/situation").then().body("open", equalTo(1)).body("linkages.open", equalTo(1));
        as(street).get("/api/brain/decisions").then().body("items", hasSize(1));
    }

    @Test
    void theLiveStreamDoesNotTellOfIt() {
        var other = ACase.burstMain(clock.instant());
        var complaint = ACase.burstMain(clock.instant())
                .with("gridCode", other.grid())
                .with("communityCode", other.community())
                .with("complainedOf", "community");
        try (var page = new Listening(stream, Party.COMMUNITY.post(other), null)) {
            filed(complaint);
            decided(complaint);
            filed(other);

            await().until(() -> page.has(other.number()));
            assertThat(page.has(complaint.number())).isFalse();
        }
    }

    @Test
    void theServicesAreToldFromWhomToHideTheirTasks() {
        var aCase = complaintAbout(Party.COMMUNITY);

        await().untilAsserted(() -> assertThat(events("brain.directive.issued.v1", aCase))
                .hasSize(4)
                .allSatisfy(event -> {
                    assertThat(event.path("data").path("complainedOf").asText()).isEqualTo("community");
                    assertThat(event.path("data").path("instruction").asText()).startsWith("本件为投诉，请勿告知被投诉方。");
                }));
    }

    @Test
    void aComplaintNearByDoesNotMakeTheNextReportAPartOfIt() {
        var complaint = filed(ACase.small().with("reportsBefore", 2).with("complainedOf", "community"));
        linkage(complaint);
        var other = filed(ACase.small()
                .with("reportsBefore", 2)
                .with("gridCode", complaint.grid())
                .with("communityCode", complaint.community()));

        assertThat(decided(other).path("data").path("rule").asText()).isEqualTo("R9");
    }
}
