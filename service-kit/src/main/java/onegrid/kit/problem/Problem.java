package onegrid.kit.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal that the caller is told in words: RFC 9457, {@code application/problem+json}. The type is a stable word
 * of docs/api.md ("illegal-transition"); subjects throw it, or a subclass next to themselves.
 */
public class Problem extends RuntimeException {
    private final String type;
    private final int status;
    private final Map<String, Object> more = new LinkedHashMap<>();

    public Problem(int status, String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    /** Adds a member to the answer, for example {@code allowed}. */
    public Problem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    public static Problem notFound(String what) {
        return new Problem(404, "not-found", what + " does not exist or is not yours to see");
    }

    public static Problem forbidden(String why) {
        return new Problem(403, "forbidden", why);
    }

    public static Problem invalid(String field, String message) {
        return new Problem(400, "validation", field + " " + message)
                .with("errors", java.util.List.of(new FieldError(field, message)));
    }

    /** A rule of the field is broken, such as C2 of domain.md §9.1. */
    public static Problem rule(String rule, String detail) {
        return new Problem(409, "rule-violated", detail).with("rule", rule);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public Map<String, Object> more() {
        return more;
    }

    /** One member of {@code errors}. */
    public record FieldError(String field, String message) {}
}
