package onegrid.kit.scope;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the district that somebody may see: prefixes of grid codes (6 to 19 digits). Containment is prefix. It
 * is applied in the query, never after it.
 *
 * @param prefixes the post's own
 * @param before codes of the past whose land lies in them today: what was filed there belongs to this post too
 */
public record Scope(List<String> prefixes, List<String> before) {
    private static final Pattern PREFIX = Pattern.compile("[0-9]{6,19}");

    public static final Scope NOWHERE = new Scope(List.of());

    public Scope {
        prefixes = digits(prefixes);
        before = digits(before);
    }

    public Scope(List<String> prefixes) {
        this(prefixes, List.of());
    }

    private static List<String> digits(List<String> prefixes) {
        return prefixes.stream().filter(p -> PREFIX.matcher(p).matches()).toList();
    }

    private Stream<String> all() {
        return Stream.concat(prefixes.stream(), before.stream());
    }

    public boolean covers(String gridCode) {
        return gridCode != null && all().anyMatch(gridCode::startsWith);
    }

    /** True when something in here lies in the area of this code, or the other way round. */
    public boolean touches(String gridCode) {
        return covers(gridCode) || all().anyMatch(prefix -> prefix.startsWith(gridCode));
    }

    /**
     * A condition for HQL or SQL over a column with grid codes, in brackets. Prefixes are digits only (checked above),
     * so they stand in the text and the planner can use the prefix index.
     */
    public String condition(String column) {
        if (prefixes.isEmpty()) {
            return "(1 = 0)";
        }
        return all().map(prefix -> column + " like '" + prefix + "%'").collect(Collectors.joining(" or ", "(", ")"));
    }
}
