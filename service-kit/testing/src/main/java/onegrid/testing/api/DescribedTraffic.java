package onegrid.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Holds every answer that any test of a service gets against the committed document: one that is not described fails
 * its test. With {@code -Donegrid.contracts=tell} it is told in the log only; with {@code record} answers are kept as
 * examples.
 */
public class DescribedTraffic implements QuarkusTestBeforeEachCallback {
    private static final ApiDocument DOCUMENT = ApiDocument.committed();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        var service = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.name", String.class)
                .orElse("");
        RestAssured.replaceFiltersWith(List.of(new Holding(DOCUMENT, service)));
    }

    private record Holding(ApiDocument document, String service) implements Filter {
        @Override
        public Response filter(
                FilterableRequestSpecification request, FilterableResponseSpecification wanted, FilterContext context) {
            var answer = context.next(request, wanted);
            var asked = parsed(request.getURI());
            var operation = asked == null
                    ? Optional.<ApiDocument.Operation>empty()
                    : document.find(request.getMethod(), asked.getPath())
                            .filter(one -> one.service().equals(service));
            if (operation.isPresent() && !String.valueOf(answer.contentType()).contains("event-stream")) {
                var body = json(answer);
                var undescribed =
                        document.undescribed(operation.get(), answer.statusCode(), answer.contentType(), body);
                if (ApiFiles.recording()) {
                    Recorder.keep(operation.get(), asked, request.getBody(), answer, body);
                }
                if (!undescribed.isEmpty()) {
                    tell("contracts/openapi.json does not describe this answer of " + operation.get()
                            + " (`./onegrid contracts` renews it):\n  " + String.join("\n  ", undescribed) + "\n"
                            + answer.asString());
                }
            }
            return answer;
        }

        private static void tell(String undescribed) {
            if (ApiFiles.holding()) {
                throw new AssertionError(undescribed);
            }
            System.err.println("UNDESCRIBED " + undescribed);
        }

        /** Null for what is no address: some tests send such. */
        private static URI parsed(String address) {
            try {
                return new URI(address);
            } catch (URISyntaxException e) {
                return null;
            }
        }

        private static JsonNode json(Response answer) {
            if (!String.valueOf(answer.contentType()).contains("json")) {
                return null;
            }
            try {
                var body = answer.asString();
                return body.isEmpty() ? null : ApiFiles.JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + answer.asString(), e);
            }
        }
    }
}
