package onegrid.grid.grids;

import java.util.Optional;
import java.util.regex.Pattern;
import onegrid.kit.problem.Problem;

/**
 * The code of a place (domain.md §2.3): 6 digits the district, 9 the street, 12 the community, 15 the compound, 17 the
 * area, 19 the building. A part of a place carries the place's code as its prefix. "00" stands for the missing area of
 * a building that hangs directly on its compound. A malformed code cannot exist.
 */
public record GridCode(String value) {
    private static final Pattern FORM =
            Pattern.compile("[0-9]{6}([0-9]{3}([0-9]{3}([0-9]{3}([0-9]{2}([0-9]{2})?)?)?)?)?");
    private static final int[] LENGTHS = {6, 9, 12, 15, 17, 19};
    private static final String NO_AREA = "00";

    public GridCode {
        if (!isOne(value)) {
            throw Problem.invalid("gridCode", "is not a grid code: 6, 9, 12, 15, 17 or 19 digits");
        }
    }

    public static boolean isOne(String text) {
        return text != null
                && FORM.matcher(text).matches()
                && !(text.length() >= 17 && text.endsWith(NO_AREA)); // the filler stands for an area, it names none
    }

    /** 0 district, 1 street, 2 community, 3 compound or scattered households, 4 area, 5 building. */
    public int level() {
        return switch (value.length()) {
            case 6 -> 0;
            case 9 -> 1;
            case 12 -> 2;
            case 15 -> 3;
            case 17 -> 4;
            default -> 5;
        };
    }

    /** The place this one is a part of; empty for the district. */
    public Optional<GridCode> parent() {
        return switch (level()) {
            case 0 -> Optional.empty();
            case 5 -> Optional.of(hangsOnItsCompound() ? up(3) : up(4));
            default -> Optional.of(up(level() - 1));
        };
    }

    /** The community this place lies in, or is; empty above communities. */
    public Optional<GridCode> community() {
        return level() < 2 ? Optional.empty() : Optional.of(up(2));
    }

    /** A place contains itself and its parts. */
    public boolean contains(GridCode other) {
        return other.value.startsWith(value);
    }

    /** Sequences 901–949 are scattered households, 951–989 dedicated grids (mall, school, market, park). */
    public GridKind kind() {
        if (level() < 3) {
            return GridKind.BASE;
        }
        var sequence = Integer.parseInt(value.substring(12, 15));
        return sequence >= 901 && sequence <= 949
                ? GridKind.SCATTERED
                : sequence >= 951 && sequence <= 989 ? GridKind.DEDICATED : GridKind.BASE;
    }

    private boolean hangsOnItsCompound() {
        return value.startsWith(NO_AREA, 15);
    }

    private GridCode up(int level) {
        return new GridCode(value.substring(0, LENGTHS[level]));
    }

    @Override
    public String toString() {
        return value;
    }
}
