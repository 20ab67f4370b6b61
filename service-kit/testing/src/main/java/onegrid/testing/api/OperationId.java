package onegrid.testing.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The stable name of an operation, made from its address: {@code getCases}, {@code getCasesOne},
 * {@code postCasesDispatch}. Names of Java methods may change, addresses may not.
 */
final class OperationId {
    private OperationId() {}

    static String of(String http, String path) {
        var segments = Arrays.stream(path.replaceFirst("^/(api/)?", "").split("[/.]"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        var words = segments.stream()
                .filter(segment -> !segment.startsWith("{"))
                .flatMap(segment -> Arrays.stream(segment.split("[^A-Za-z0-9]+")))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return http + words + (path.substring(path.lastIndexOf('/')).contains("{") ? "One" : "");
    }
}
