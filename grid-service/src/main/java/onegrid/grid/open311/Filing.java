package onegrid.grid.open311;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import onegrid.grid.cases.ForeignReports;
import onegrid.grid.cases.ForeignReports.Filed;
import onegrid.grid.photos.PublicPictures;

/** What clients with an api_key send: reports, and what they add to them. */
@RequestScoped
class Filing {
    private static final int LONGEST_COMMENT = 500;

    private final ForeignReports reports;
    private final ApiKeys keys;
    private final PublicPictures pictures;
    private final Answers answers;
    private final Clock clock;

    Filing(ForeignReports reports, ApiKeys keys, PublicPictures pictures, Answers answers, Clock clock) {
        this.reports = reports;
        this.keys = keys;
        this.pictures = pictures;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param really false: checked and answered, nothing is filed */
    Response file(Posted posted, boolean really, Format format) {
        var key = key(posted);
        var foreign = posted.report();
        var filed = really
                ? reports.file(
                        foreign.with(
                                posted.photos().stream().map(pictures::take).toList()),
                        key.client,
                        key.scope(),
                        answers.header("Idempotency-Key"))
                : new Filed("000000-00000", "测试地址：没有立案", false);
        var request = Listing.fields(
                "service_request_id", filed.number(),
                "service_notice", filed.promise(),
                "account_id", null);
        var answer = Answers.created(Answers.one("service_requests", "request", request), format);
        return filed.before()
                ? Response.fromResponse(answer)
                        .header("Idempotency-Replayed", "true")
                        .build()
                : answer;
    }

    Response comment(String number, Posted posted, boolean really, Format format) {
        var key = key(posted);
        posted.refuseDevice();
        var words = posted.word("description");
        if (words == null) {
            throw new GeoReportError(400, "description was not provided");
        }
        if (words.length() < 2 || words.length() > LONGEST_COMMENT) {
            throw new GeoReportError(400, "description has 2 to " + LONGEST_COMMENT + " characters");
        }
        var seq = really ? reports.comment(number, words, key.client, key.scope()) : 0;
        return Answers.created(
                Answers.one("comments", "comment", comment(number, seq, clock.instant(), key.client)), format);
    }

    static Map<String, Object> comment(String number, int seq, Instant at, String client) {
        return Listing.fields(
                "comment_id",
                number + "-" + seq,
                "service_request_id",
                number,
                "datetime",
                Requests.at(at),
                "author",
                client,
                "description",
                null);
    }

    private ApiKey key(Posted posted) {
        answers.demandJurisdiction(posted.form());
        answers.demandJurisdiction(answers.asked());
        return keys.valid(posted.word("api_key"))
                .orElseThrow(() -> new GeoReportError(403, "api_key was not provided or is not valid"));
    }
}
