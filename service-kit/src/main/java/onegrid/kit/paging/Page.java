package onegrid.kit.paging;

import java.util.List;
import java.util.function.Function;

/** A part of a list; {@code next} is the cursor of the rest, null at the end. */
public record Page<T>(List<T> items, String next) {

    /** From one row more than asked for: the extra row only says that there is a next page. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, String> cursor) {
        var here = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? cursor.apply(here.getLast()) : null;
        return new Page<>(here.stream().map(view).toList(), next);
    }
}
