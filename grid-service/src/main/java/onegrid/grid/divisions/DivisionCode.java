package onegrid.grid.divisions;

import java.util.regex.Pattern;

/**
 * The code of a division: 2 digits the province, 4 the city, 6 the county, 9 the street, 12 the community or village. A
 * province or city is also written with 6 digits and noughts at the end.
 */
record DivisionCode(String value) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9](?:[0-9]{2}|[0-9]{4}|[0-9]{7}|[0-9]{10})?");

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** 1 province, 2 city, 3 county, 4 street, 5 community or village. */
    int level() {
        return switch (significant().length()) {
            case 2 -> 1;
            case 4 -> 2;
            case 6 -> 3;
            case 9 -> 4;
            default -> 5;
        };
    }

    /** Counties may lie under their province at once, streets under their city. */
    boolean liesIn(DivisionCode parent) {
        return level() > parent.level() && value.startsWith(parent.significant());
    }

    private String significant() {
        if (value.length() != 6 || !value.endsWith("00")) {
            return value;
        }
        return value.endsWith("0000") ? value.substring(0, 2) : value.substring(0, 4);
    }
}
