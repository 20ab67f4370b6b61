package onegrid.grid.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rows of a table of figures stand for. */
enum By {
    GRID,
    UNIT,
    MATTER,
    CLASS,
    DAY,
    WEEK,
    MONTH;

    static final String WORDS = Arrays.stream(values()).map(By::word).collect(Collectors.joining(", ")) + ", period";

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** {@code period} takes the step that fits its length. */
    static Optional<By> find(String word, LocalDate from, LocalDate to) {
        if ("period".equals(word)) {
            var days = ChronoUnit.DAYS.between(from, to);
            return Optional.of(days <= 31 ? DAY : days <= 183 ? WEEK : MONTH);
        }
        return Arrays.stream(values()).filter(by -> by.word().equals(word)).findFirst();
    }

    /** The key of a row in SQL; never null. */
    String key(Basis basis, int gridDigits) {
        return switch (this) {
            case GRID -> "left(c.place_code, " + gridDigits + ")";
            case UNIT -> "coalesce(" + basis.unit + ", '')";
            case MATTER -> "coalesce(c.matter_code, '')";
            case CLASS -> "coalesce(left(c.matter_code, 2), '')";
            case DAY -> day(basis);
            case WEEK -> "cast(cast(date_trunc('week', " + local(basis) + ") as date) as text)";
            case MONTH -> "left(" + day(basis) + ", 7)";
        };
    }

    private static String day(Basis basis) {
        return "cast(cast(" + local(basis) + " as date) as text)";
    }

    private static String local(Basis basis) {
        return basis.at + " at time zone 'Asia/Shanghai'";
    }

    boolean isTime() {
        return this == DAY || this == WEEK || this == MONTH;
    }

    /** Every step of the period, also one without cases; a week's key is its Monday. Empty where keys are no times. */
    List<String> steps(LocalDate from, LocalDate to) {
        if (!isTime()) {
            return List.of();
        }
        return from.datesUntil(to.plusDays(1))
                .map(day -> switch (this) {
                    case WEEK ->
                        day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY))
                                .toString();
                    case MONTH -> day.toString().substring(0, 7);
                    default -> day.toString();
                })
                .distinct()
                .toList();
    }
}
