package onegrid.grid.matters;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text and the matter it was about, in the end. What the product ships is made up, no person behind it; what a running
 * district adds is masked before it is kept.
 */
public record Lesson(String text, String matterCode) {
    /** The sample reports ({@code district/reports.csv}). */
    static List<Lesson> reports() {
        return Catalogue.records("/district/reports.csv")
                .map(line -> new Lesson(line.get("text"), line.get("code")))
                .toList();
    }

    /** Names and keywords of the catalogue, and how people say it ({@code district/sayings.csv}). */
    static List<Lesson> phrases() {
        var catalogue = Catalogue.all().stream()
                .flatMap(matter -> Stream.concat(Stream.of(matter.name()), matter.keywords().stream())
                        .map(phrase -> new Lesson(phrase, matter.code())));
        var sayings = Catalogue.records("/district/sayings.csv")
                .flatMap(line ->
                        Stream.of(line.get("sayings").split(";")).map(phrase -> new Lesson(phrase, line.get("code"))));
        return Stream.concat(catalogue, sayings).toList();
    }
}
