package onegrid.grid.matters;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onegrid.grid.clock.Limit;
import onegrid.grid.clock.LimitProfile;
import onegrid.grid.dispatch.Unit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The 75 matters the product ships ({@code district/catalogue.csv}); wrong data fails the start, not a case. */
public final class Catalogue {
    private static final Map<String, Matter> MATTERS = read();

    private Catalogue() {}

    public static Collection<Matter> all() {
        return MATTERS.values();
    }

    public static Optional<Matter> find(String code) {
        return Optional.ofNullable(code).map(MATTERS::get);
    }

    public static Stream<CSVRecord> records(String resource) {
        try (Reader lines =
                new InputStreamReader(Catalogue.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(lines)
                    .getRecords()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Matter> read() {
        var matters = new LinkedHashMap<String, Matter>();
        records("/district/catalogue.csv").map(Catalogue::matter).forEach(matter -> matters.put(matter.code(), matter));
        return matters;
    }

    private static Matter matter(CSVRecord line) {
        var profile = LimitProfile.valueOf(line.get("limit_profile"));
        return new Matter(
                line.get("code"),
                line.get("class_name"),
                line.get("name"),
                line.get("platform"),
                Integer.parseInt(line.get("severity")),
                profile,
                limit(line, profile),
                Boolean.parseBoolean(line.get("grid_handles")),
                Boolean.parseBoolean(line.get("needs_enforcement")),
                Unit.named(line.get("lead_unit")).code(),
                list(line.get("co_units")).map(name -> Unit.named(name).code()).toList(),
                list(line.get("services")).toList(),
                list(line.get("keywords")).toList());
    }

    /** The column {@code limit} is an operator's own (8紧急工作时); without it the profile's limit holds. */
    static Limit limit(CSVRecord line, LimitProfile profile) {
        return line.isSet("limit") && !line.get("limit").isBlank() ? Limit.of(line.get("limit")) : profile.limit();
    }

    private static Stream<String> list(String cell) {
        return cell.isBlank() ? Stream.empty() : List.of(cell.split(";")).stream();
    }
}
