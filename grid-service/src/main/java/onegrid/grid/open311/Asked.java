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
import onegrid.grid.cases.CaseStatus;
import onegrid.kit.clock.Zone;

/** The filters of GET requests, read as GeoReport v2 words them; what cannot be meant is refused with 400. */
final class Asked {
    static final int MOST = 1000;
    static final Duration WINDOW = Duration.ofDays(90);

    private final MultivaluedMap<String, String> parameters;

    Asked(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    PublicCases.Question question(Instant now) {
        var numbers = words("service_request_id");
        var size = number("page_size", MOST, MOST);
        var page = number("page", 1, Integer.MAX_VALUE / MOST);
        if (numbers != null) { // overrides all other arguments
            return new PublicCases.Question(numbers, null, null, null, null, null, 0, MOST);
        }
        var from = moment("start_date");
        var to = moment("end_date");
        var changed = moment("updated_after");
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
        } else if (changed == null) {
            from = now.minus(WINDOW);
        }
        return new PublicCases.Question(
                null, words("service_code"), statuses(), from, to, changed, (page - 1) * size, size);
    }

    int page() {
        return number("page", 1, Integer.MAX_VALUE / MOST);
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

    /** Separated by commas; null where nothing was asked. */
    private List<String> words(String name) {
        var given = parameters.getFirst(name);
        if (given == null || given.isBlank()) {
            return null;
        }
        var words = Arrays.stream(given.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.size() > MOST) {
            throw new GeoReportError(400, name + " takes at most " + MOST + " values");
        }
        return words;
    }

    private int number(String name, int otherwise, int most) {
        var given = parameters.getFirst(name);
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(given.strip());
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
        var given = parameters.getFirst(name);
        if (given == null || given.isBlank()) {
            return null;
        }
        var text = given.strip().replace(' ', '+'); // a plus sign that nobody encoded
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(Zone.SHANGHAI).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new GeoReportError(400, name + " is a date and time as 2026-11-24T08:15:30+08:00");
        }
    }
}
