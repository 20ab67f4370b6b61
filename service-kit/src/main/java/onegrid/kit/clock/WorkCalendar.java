package onegrid.kit.clock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import onegrid.kit.problem.Problem;

/**
 * The statutory calendar: holidays and make-up workdays (调休) by the State Council's yearly notice. A year without
 * data is an error that says so, never a guess: {@code calendar-missing}.
 */
public final class WorkCalendar {
    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    private final Set<Integer> years = new HashSet<>();

    /** Lines {@code date,kind,name}; kind is HOLIDAY or WORKDAY. */
    public static WorkCalendar read(BufferedReader lines) throws IOException {
        var calendar = new WorkCalendar();
        lines.readLine();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var cells = line.split(",");
            var date = LocalDate.parse(cells[0]);
            calendar.years.add(date.getYear());
            calendar.exceptions.put(date, cells[1].equals("WORKDAY"));
        }
        return calendar;
    }

    /** What the product ships: {@code workdays.csv}. */
    public static WorkCalendar statutory() {
        try (var lines = new BufferedReader(new InputStreamReader(
                WorkCalendar.class.getResourceAsStream("/workdays.csv"), StandardCharsets.UTF_8))) {
            return read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isWorkday(LocalDate date) {
        if (!years.contains(date.getYear())) {
            throw new Problem(
                            503,
                            "calendar-missing",
                            "The statutory calendar of " + date.getYear()
                                    + " is not loaded, so no working time can be promised in it; the operator adds it to"
                                    + " workdays.csv")
                    .with("year", date.getYear());
        }
        var exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
