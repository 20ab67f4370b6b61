package onegrid.grid.figures;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import onegrid.grid.cases.Complaint;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Catalogue;
import onegrid.kit.clock.Zone;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;

/** The filters of a request for figures as they came; {@link #by} checks them. */
class Asked extends Paging {
    private static final int LONGEST_DAYS = 366;
    private static final int[] DIGITS = {6, 9, 12, 15, 17, 19};

    @QueryParam("from")
    public String from;

    @QueryParam("to")
    public String to;

    @QueryParam("by")
    @DefaultValue("grid")
    public String by;

    @QueryParam("gridCode")
    public String gridCode;

    @QueryParam("unit")
    public String unit;

    @QueryParam("matterCode")
    public String matterCode;

    /** Without dates: this month until today. */
    Question by(Caller caller, Instant now) {
        var today = LocalDate.ofInstant(now, Zone.SHANGHAI);
        var last = date("to", to, today);
        var first = date("from", from, last.withDayOfMonth(1));
        if (last.isBefore(first)) {
            throw Problem.invalid("to", "is not before from");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
            throw Problem.invalid("to", "is at most " + LONGEST_DAYS + " days from the first one");
        }
        var rows = By.find(by, first, last).orElseThrow(() -> Problem.invalid("by", "is one of " + By.WORDS));
        var root = root(caller);
        return new Question(
                first,
                last,
                rows,
                root,
                below(root),
                caller.scope(),
                unit(caller),
                caller.role().equals("unit"),
                Complaint.hiddenFrom(caller),
                matter(),
                now);
    }

    private static LocalDate date(String field, String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() < 2000 || date.getYear() > 2100) {
                throw Problem.invalid(field, "is a day between 2000 and 2100");
            }
            return date;
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "is a date such as 2026-11-30");
        }
    }

    /** Where the table begins: the chosen part, or all that the post sees. */
    private String root(Caller caller) {
        if (gridCode == null || gridCode.isBlank()) {
            var prefixes = caller.scope().prefixes();
            return prefixes.isEmpty() ? "" : common(prefixes);
        }
        if (!gridCode.matches("[0-9]{6,19}") || below(gridCode) == gridCode.length() && gridCode.length() != 19) {
            throw Problem.invalid("gridCode", "is the code of a grid: 6, 9, 12, 15, 17 or 19 digits");
        }
        if (!caller.scope().touches(gridCode)) {
            throw Problem.notFound("The grid");
        }
        return gridCode;
    }

    private static String common(java.util.List<String> prefixes) {
        var first = prefixes.getFirst();
        var length = 0;
        for (var digits : DIGITS) {
            if (digits <= first.length()
                    && prefixes.stream().allMatch(one -> one.startsWith(first.substring(0, digits)))) {
                length = digits;
            }
        }
        return first.substring(0, length);
    }

    /** How many digits the codes one level below have. */
    private static int below(String code) {
        for (var i = 0; i < DIGITS.length - 1; i++) {
            if (DIGITS[i] == code.length()) {
                return DIGITS[i + 1];
            }
        }
        return code.isEmpty() ? DIGITS[0] : code.length();
    }

    /** A unit's post sees its own unit's figures, others whichever they ask for; null for all. */
    private String unit(Caller caller) {
        var given = unit == null || unit.isBlank() ? null : unit;
        if (given != null && Unit.find(given).isEmpty()) {
            throw Problem.invalid("unit", "is not the code of a unit");
        }
        if (!caller.role().equals("unit")) {
            return given;
        }
        var own = Unit.find(caller.unit()).map(Unit::code).orElseThrow(() -> Problem.notFound("The unit"));
        if (given != null && !given.equals(own)) {
            throw Problem.notFound("The unit");
        }
        return own;
    }

    /** A matter, or a class by its two digits; null for all. */
    private String matter() {
        if (matterCode == null || matterCode.isBlank()) {
            return null;
        }
        var known = Catalogue.find(matterCode).isPresent()
                || matterCode.length() == 2
                        && Catalogue.all().stream().anyMatch(one -> one.code().startsWith(matterCode));
        if (!known) {
            throw Problem.invalid("matterCode", "is not in the catalogue");
        }
        return matterCode;
    }
}
