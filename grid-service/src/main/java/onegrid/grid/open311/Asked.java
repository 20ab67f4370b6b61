package onegrid.grid.open311;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onegrid.grid.cases.CaseStatus;
import onegrid.grid.open311.PublicCases.Question;
import onegrid.grid.open311.PublicCases.Sort;
import onegrid.kit.clock.Zone;

/**
 * The filters of GET requests, read as GeoReport v2 words them: an empty one is none, a list may be declared several
 * times and by commas. What cannot be meant is refused with 400.
 */
final class Asked {
    static final int MOST = 1000;
    static final Duration WINDOW = Duration.ofDays(90);
    private static final double WIDEST_METRES = 50_000;

    private final MultivaluedMap<String, String> parameters;

    Asked(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    Question question(Instant now) {
        var numbers = words("service_request_id");
        if (numbers != null) { // overrides all other arguments
            return Question.about(numbers, MOST);
        }
        var size = number("page_size", MOST, MOST);
        var from = moment("start_date");
        var to = moment("end_date");
        var changedAfter = moment("updated_after");
        var changedBefore = moment("updated_before");
        if (from != null && to != null) {
            if (to.isBefore(from)) {
                throw new GeoReportError(400, "end_date is before start_date");
            }
            if (Duration.between(from, to).compareTo(WINDOW) > 0) {
                throw new GeoReportError(400, "start_date and end_date may not span more than 90 days");
            }
        } else if (from != null) {
            to = from.plus(WINDOW);
        } else if (to != null) {
            from = to.minus(WINDOW);
        } else if (changedAfter == null) {
            from = now.minus(WINDOW);
        }
        return new Question(
                null,
                words("service_code"),
                statuses(),
                from,
                to,
                changedAfter,
                changedBefore,
                area(),
                sort(),
                (page() - 1) * size,
                size);
    }

    int page() {
        return number("page", 1, Integer.MAX_VALUE / MOST);
    }

    /** Whether the answer may have more than the specification names. */
    boolean extended() {
        var given = word("extensions");
        if (given == null || given.equals("false")) {
            return false;
        }
        if (!given.equals("true")) {
            throw new GeoReportError(400, "extensions is true or false");
        }
        return true;
    }

    private Set<CaseStatus> statuses() {
        var named = words("status");
        if (named == null) {
            return null;
        }
        var asked = EnumSet.noneOf(CaseStatus.class);
        for (var word : named) {
            if (!word.equals("open") && !word.equals("closed")) {
                throw new GeoReportError(400, "status is open or closed, not " + word);
            }
            Arrays.stream(CaseStatus.values())
                    .filter(status -> status.isOpen() == word.equals("open"))
                    .forEach(asked::add);
        }
        return asked;
    }

    private Sort sort() {
        var given = word("sort");
        if (given == null) {
            return Sort.NEWEST_FIRST;
        }
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.word.equals(given))
                .findFirst()
                .orElseThrow(() -> new GeoReportError(
                        400,
                        "sort is "
                                + Arrays.stream(Sort.values())
                                        .map(sort -> sort.word)
                                        .collect(Collectors.joining(", "))));
    }

    /** {@code bbox=west,south,east,north}, or {@code lat}, {@code long} and {@code radius} in metres. */
    private Area area() {
        var box = words("bbox", false);
        var latitude = degrees("lat", 90);
        var longitude = degrees("long", 180);
        var radius = decimal("radius", word("radius"));
        if (box != null) {
            return box(box);
        }
        if (latitude == null && longitude == null && radius == null) {
            return null;
        }
        if (latitude == null || longitude == null || radius == null) {
            throw new GeoReportError(400, "lat, long and radius go together");
        }
        if (radius <= 0 || radius > WIDEST_METRES) {
            throw new GeoReportError(400, "radius is a number of metres, at most 50000");
        }
        return new Area.Circle(longitude, latitude, radius);
    }

    private Area box(List<String> edges) {
        if (edges.size() != 4) {
            throw new GeoReportError(400, "bbox is west,south,east,north in degrees (WGS-84)");
        }
        var box = new Area.Box(
                within("bbox", decimal("bbox", edges.get(0)), 180),
                within("bbox", decimal("bbox", edges.get(1)), 90),
                within("bbox", decimal("bbox", edges.get(2)), 180),
                within("bbox", decimal("bbox", edges.get(3)), 90));
        if (box.west() > box.east() || box.south() > box.north()) {
            throw new GeoReportError(400, "bbox is west,south,east,north: west is not east of east");
        }
        return box;
    }

    private Double degrees(String name, int most) {
        var given = decimal(name, word(name));
        return given == null ? null : within(name, given, most);
    }

    private static double within(String name, double degrees, int most) {
        if (Math.abs(degrees) > most) {
            throw new GeoReportError(400, name + " has degrees (WGS-84) that do not exist");
        }
        return degrees;
    }

    static Double decimal(String name, String given) {
        try {
            var number = given == null ? null : Double.valueOf(given);
            if (number != null && !Double.isFinite(number)) {
                throw new NumberFormatException();
            }
            return number;
        } catch (NumberFormatException e) {
            throw new GeoReportError(400, name + " is a number");
        }
    }

    private String word(String name) {
        var given = parameters.getFirst(name);
        return given == null || given.isBlank() ? null : given.strip();
    }

    private List<String> words(String name) {
        return words(name, true);
    }

    /** Declared several times, or separated by commas; null where nothing was asked. */
    private List<String> words(String name, boolean distinct) {
        var words = parameters.getOrDefault(name, List.of()).stream()
                .flatMap(given -> Arrays.stream(given.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        words = distinct ? words.stream().distinct().toList() : words;
        if (words.size() > MOST) {
            throw new GeoReportError(400, name + " takes at most " + MOST + " values");
        }
        return words.isEmpty() ? null : words;
    }

    private int number(String name, int otherwise, int most) {
        var given = word(name);
        if (given == null) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(given);
            if (number < 1 || number > most) {
                throw new GeoReportError(400, name + " is 1 to " + most);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new GeoReportError(400, name + " is a whole number");
        }
    }

    /** W3C date and time with zone; also a bare day, which begins in Asia/Shanghai. */
    private Instant moment(String name) {
        var given = word(name);
        if (given == null) {
            return null;
        }
        var text = given.replace(' ', '+'); // a plus sign that nobody encoded
        try {
            var at = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(Zone.SHANGHAI).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw new GeoReportError(400, name + " is a year between 1900 and 2200");
            }
            return at;
        } catch (DateTimeParseException e) {
            throw new GeoReportError(400, name + " is a date and time with its zone, as 2026-11-24T08:15:30+08:00");
        }
    }

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
}
