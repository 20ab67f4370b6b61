package onegrid.kit.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import onegrid.kit.problem.Problem;

/** {@code ?limit=50&after=<cursor>}; use as {@code @BeanParam @Valid}. */
public class Paging {
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    public int limit;

    @QueryParam("after")
    public String after;

    /** One more than asked for, so that the page knows whether there is a next one. */
    public int fetch() {
        return limit + 1;
    }

    /** The parts of the cursor, or {@code first} where the list begins; an invented cursor is the caller's mistake. */
    public <T> T from(T first, Function<List<String>, T> parse) {
        if (after == null || after.isEmpty()) {
            return first;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("a NUL");
            }
            return parse.apply(List.of(text.split("\\|", -1)));
        } catch (RuntimeException e) {
            throw Problem.invalid("after", "is not a cursor that this list has given");
        }
    }

    /** An opaque cursor out of the sort key of the last row. */
    public static String cursor(Object... parts) {
        var text = String.join(
                "|", java.util.Arrays.stream(parts).map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
