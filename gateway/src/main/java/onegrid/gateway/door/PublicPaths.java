package onegrid.gateway.door;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a visitor without an account may ask: the one table. For these, and only for these, the gateway asks on behalf
 * of the portal.
 */
final class PublicPaths {
    private static final List<Row> TABLE = List.of(
            new Row(HttpMethod.POST, "/api/cases"),
            new Row(HttpMethod.POST, "/api/cases/suggest"),
            new Row(HttpMethod.POST, "/api/cases/nearby"),
            new Row(HttpMethod.GET, "/api/cases/track/.+"),
            new Row(HttpMethod.POST, "/api/cases/track/.+"),
            new Row(HttpMethod.GET, "/api/matters"),
            new Row(HttpMethod.GET, "/api/units"),
            new Row(HttpMethod.GET, "/api/grids(/(?!tasks|imports|changes|ops|vacancies|posts)[^/;]+)*"),
            new Row(HttpMethod.GET, "/api/divisions(/(?!imports)[^/;]+)?"),
            new Row(HttpMethod.POST, "/api/photos"),
            new Row(HttpMethod.GET, "/api/photos/[^/;]+"),
            new Row(HttpMethod.GET, "/api/new-sector/stations"),
            new Row(HttpMethod.GET, "/api/party/communities/[0-9]{12}"),
            new Row(HttpMethod.GET, "/api/(new-sector/)?open-data(/[^/;]+)?"),
            new Row(HttpMethod.GET, "/open311/.+"),
            new Row(HttpMethod.POST, "/open311/.+"),
            new Row(HttpMethod.GET, "/api/me"));

    private PublicPaths() {}

    private record Row(HttpMethod method, Pattern path) {
        Row(HttpMethod method, String path) {
            this(method, Pattern.compile(path + "/?"));
        }

        boolean covers(HttpMethod asked, String askedPath) {
            var reads = asked == HttpMethod.HEAD ? HttpMethod.GET : asked;
            return method.equals(reads) && path.matcher(askedPath).matches();
        }
    }

    /** @param path normalised: without dot segments */
    static boolean covers(HttpMethod method, String path) {
        return TABLE.stream().anyMatch(row -> row.covers(method, path));
    }
}
