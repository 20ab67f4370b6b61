package onegrid.kit.places;

import java.util.List;

/**
 * {@code grid.grid.retired.v1}: a code that is no longer in force and never comes back.
 *
 * @param successors the grids that have its land now; empty where none has
 * @param validTo ISO-8601 with offset
 */
public record RetiredGrid(String code, List<String> successors, String validTo) {}
