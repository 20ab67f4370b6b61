package onegrid.grid.grids;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.grid.grids.DistrictFiles.Expected;

/** The district's own files, and what an upload takes from them. */
@ApplicationScoped
class GridImports {
    private static final List<String> NAMES = List.of(
            DistrictFiles.GRIDS,
            DistrictFiles.SHAPES,
            DistrictFiles.OUTLINE,
            DistrictFiles.DIVISIONS,
            DistrictFiles.OFFICES);

    private final GridRows rows;
    private final GridVersions versions;
    private final GridSettings settings;
    private final Clock clock;

    GridImports(GridRows rows, GridVersions versions, GridSettings settings, Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The first version of an empty database. Replicas that start at the same moment take turns; one imports. */
    boolean importFirst() {
        if (versions.inForce() > 0) {
            return false;
        }
        var own = ownFiles(false);
        var draft = own.on(Past.NONE);
        draft.mustPass();
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.takeTurn();
            return versions.inForce() == 0
                    && versions.publish(draft, own, null, "start", clock.instant())
                                    .number()
                            == 1;
        });
    }

    /** The bundled files, or those of {@code onegrid.grids.folder}, with the numbers that they must have. */
    Wanted.Files ownFiles(boolean acceptGaps) {
        var texts = new HashMap<String, String>();
        NAMES.forEach(name -> texts.put(name, ownText(name)));
        return new Wanted.Files(
                texts, expected(), acceptGaps, settings.folder().isPresent() ? "folder" : "bundled sample");
    }

    /** @param given content of an uploaded file by its name */
    Wanted.Files upload(Map<String, String> given, Expected expected, boolean acceptGaps) {
        var texts = new HashMap<>(given);
        texts.computeIfAbsent(DistrictFiles.DIVISIONS, this::ownText);
        if (versions.inForce() == 0) {
            NAMES.forEach(name -> texts.computeIfAbsent(name, this::ownText));
        }
        return new Wanted.Files(texts, expected, acceptGaps, "upload");
    }

    private Expected expected() {
        var expected = settings.expected();
        return new Expected(
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
}
