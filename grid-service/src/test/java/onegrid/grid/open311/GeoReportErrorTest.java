package onegrid.grid.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.stream.Stream;
import onegrid.kit.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a failure is to a client of GeoReport: the same judgement as for everybody, in its own form. */
class GeoReportErrorTest {
    @ParameterizedTest
    @MethodSource
    void aFailureIsJudgedAsEverywhere(RuntimeException thrown, int status, String body) {
        var answer = GeoReportError.of(thrown).response(Format.JSON);

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat((String) answer.getEntity()).startsWith("[{\"code\":" + body);
    }

    static Stream<Arguments> aFailureIsJudgedAsEverywhere() {
        return Stream.of(
                Arguments.of(new IllegalStateException(new ConnectException("refused")), 503, "503,"),
                Arguments.of(new IllegalStateException(new SQLException("twice", "23505")), 400, "409,"),
                Arguments.of(new IllegalStateException("a mistake of ours"), 500, "500,"),
                Arguments.of(Problem.forbidden("not there"), 403, "403,\"description\":\"not there\""),
                Arguments.of(
                        Problem.invalid("reporter.phone", "is not a phone number"),
                        400,
                        "400,\"description\":\"phone "),
                Arguments.of(new GeoReportError(404, "token was not found"), 404, "404,"));
    }
}
