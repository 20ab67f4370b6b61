package onegrid.grid.grids;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The grids of the version in force, kept in memory in every replica and read again when the version changes. */
@ApplicationScoped
public class Grids {
    private static final double BESIDE_METRES = 60;
    private static final int MOST_NEIGHBOURS = 8;

    private final GridRows rows;
    private volatile GridSet inForce;
    /** The newest version that this replica has published itself: whoever asks next sees at least that one. */
    private volatile int published;

    Grids(GridRows rows) {
        this.rows = rows;
    }

    public Optional<Grid> find(String code) {
        return inForce().tree.find(code);
    }

    /** The grids that have the land of this code today: itself while it is in force, else its successors. */
    public List<Grid> today(String code) {
        var set = inForce();
        return set.tree
                .find(code)
                .map(List::of)
                .orElseGet(() -> set.lineage.successors(code, set.tree::contains).stream()
                        .flatMap(successor -> set.tree.find(successor).stream())
                        .toList());
    }

    /** Prefixes of codes of the past whose land lies in this prefix today: cases of theirs belong here too. */
    public List<String> before(String prefix) {
        return inForce().lineage.before(prefix);
    }

    /** As {@link #find}, and the district itself. */
    public Optional<Grid> node(String code) {
        var tree = inForce().tree;
        return tree.find(code)
                .or(() -> Optional.of(tree.district()).filter(all -> all.code().equals(code)));
    }

    /** The codes of this node and of all above it, the district's too. */
    public Set<String> upFrom(Grid node) {
        var codes = new HashSet<>(List.of(node.code(), inForce().tree.district().code()));
        node.ancestors().forEach(above -> codes.add(above.code()));
        return codes;
    }

    public Limits limits(Grid grid) {
        var set = inForce();
        return set.neighbours.limits(grid, set.tree.all(), BESIDE_METRES);
    }

    /** Patrolled grids that touch this one or lie within 60 m, the nearest first, at most 8. */
    public List<Grid> beside(Grid grid) {
        return inForce().neighbours.of(grid, BESIDE_METRES, MOST_NEIGHBOURS).stream()
                .map(Neighbours.Near::grid)
                .toList();
    }

    /** Loads when nothing is loaded yet; a database that is away shows as 503. */
    GridSet inForce() {
        var set = inForce;
        return set != null && set.version >= published ? set : refresh().orElseThrow(NoGridsYet::new);
    }

    void published(int version) {
        published = version;
    }

    /** Reads the version in force when it is not the one in memory; empty when none was ever imported. */
    synchronized Optional<GridSet> refresh() {
        var version = rows.versionInForce();
        if (version.isPresent()
                && (inForce == null || inForce.version != version.get().number())) {
            inForce = new GridSet(
                    version.get().number(),
                    rows.since(version.get().number()),
                    rows.of(version.get().number()),
                    new Lineage(rows.links()));
        }
        return Optional.ofNullable(inForce);
    }

    boolean loaded() {
        return inForce != null;
    }

    private static final class NoGridsYet extends onegrid.kit.problem.Problem {
        NoGridsYet() {
            super(503, "unavailable", "The grids of the district are not imported yet");
        }
    }
}
