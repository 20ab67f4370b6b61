package onegrid.grid.grids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import onegrid.grid.grids.GridRows.Version;
import onegrid.kit.outbox.Outbox;

/** Brings a version of the grids into force: checked as a whole, written as a whole, told grid by grid. */
@ApplicationScoped
class GridImports {
    private record Published(int version) {}

    private final GridRows rows;
    private final Grids grids;
    private final GridSettings settings;
    private final Outbox outbox;
    private final Clock clock;
    private final ObjectMapper json;
    private final Event<Published> published;

    GridImports(
            GridRows rows,
            Grids grids,
            GridSettings settings,
            Outbox outbox,
            Clock clock,
            ObjectMapper json,
            Event<Published> published) {
        this.rows = rows;
        this.grids = grids;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
        this.published = published;
    }

    /** The first version of an empty database. Replicas that start at the same moment take turns; one imports. */
    boolean importFirst() {
        if (rows.versionInForce().isPresent()) {
            return false;
        }
        var checked = GridChecks.of(DistrictFiles.read(this::ownText, expected()));
        checked.mustPass();
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.takeTurn();
            return rows.versionInForce().isEmpty()
                    && write(checked, source(), "start").number() == 1;
        });
    }

    /**
     * Joins the caller's transaction.
     *
     * @param given content of an uploaded file by its name; what is not given comes from the district's own files
     */
    Version publish(Function<String, Optional<String>> given, DistrictFiles.Expected expected, String by) {
        var checked =
                GridChecks.of(DistrictFiles.read(name -> given.apply(name).orElseGet(() -> ownText(name)), expected));
        checked.mustPass();
        rows.takeTurn();
        var uploaded = given.apply("grids.csv").isPresent()
                || given.apply("grids.geojson").isPresent();
        return write(checked, uploaded ? "upload" : source(), by);
    }

    private Version write(GridChecks checked, String source, String by) {
        var version = new Version(
                rows.versionInForce().map(Version::number).orElse(0) + 1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                by,
                source,
                checked.rows().size() - 1, // the outline of the district is not a grid
                text(checked.results()));
        rows.replace(version, checked.rows());
        outbox.append(checked.rows().stream()
                .filter(row -> row.level() > 0)
                .map(row -> GridPublished.of(row, version.importedAt()))
                .toList());
        published.fire(new Published(version.number()));
        return version;
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Published version) {
        grids.published(version.version());
    }

    DistrictFiles.Expected expected() {
        var expected = settings.expected();
        return new DistrictFiles.Expected(
                expected.communities(),
                expected.compounds(),
                expected.areas(),
                expected.buildings(),
                expected.scattered());
    }

    private String ownText(String name) {
        return settings.folder()
                .map(folder -> DistrictFiles.text(folder.resolve(name)))
                .orElseGet(() -> DistrictFiles.bundledText(name));
    }

    private String source() {
        return settings.folder().isPresent() ? "folder" : "bundled sample";
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
