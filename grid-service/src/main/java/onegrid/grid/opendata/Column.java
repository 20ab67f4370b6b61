package onegrid.grid.opendata;

import java.util.List;

/**
 * A column of a data set, as the dictionary has it.
 *
 * @param type of Table Schema: string, integer, number, date
 * @param unit null where there is none
 * @param oneOf the values there are; empty where any of its type
 */
record Column(
        String name,
        String type,
        String unit,
        String title,
        String englishTitle,
        String meaning,
        String englishMeaning,
        List<String> oneOf) {

    static Column text(String name, String title, String englishTitle, String meaning, String englishMeaning) {
        return new Column(name, "string", null, title, englishTitle, meaning, englishMeaning, List.of());
    }

    static Column word(
            String name, String title, String englishTitle, String meaning, String englishMeaning, String... oneOf) {
        return new Column(name, "string", null, title, englishTitle, meaning, englishMeaning, List.of(oneOf));
    }

    static Column whole(
            String name, String unit, String title, String englishTitle, String meaning, String englishMeaning) {
        return new Column(name, "integer", unit, title, englishTitle, meaning, englishMeaning, List.of());
    }

    static Column number(
            String name, String unit, String title, String englishTitle, String meaning, String englishMeaning) {
        return new Column(name, "number", unit, title, englishTitle, meaning, englishMeaning, List.of());
    }

    static Column day(String name, String title, String englishTitle, String meaning, String englishMeaning) {
        return new Column(name, "date", null, title, englishTitle, meaning, englishMeaning, List.of());
    }

    boolean isText() {
        return type.equals("string");
    }
}
