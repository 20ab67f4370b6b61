package onegrid.grid.figures;

import jakarta.enterprise.context.ApplicationScoped;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.grids.Grids;
import onegrid.grid.matters.Catalogue;
import onegrid.grid.matters.Matter;

/** What people call the rows of a table. */
@ApplicationScoped
class RowNames {
    private final Grids grids;

    RowNames(Grids grids) {
        this.grids = grids;
    }

    String of(String key, Question question) {
        return switch (question.by()) {
            case GRID -> grid(key, question.root());
            case UNIT -> key.isEmpty() ? "还没有责任单位" : Unit.title(key);
            case MATTER ->
                key.isEmpty() ? "还没有定事项" : Catalogue.find(key).map(Matter::name).orElse(key);
            case CLASS ->
                key.isEmpty()
                        ? "还没有定事项"
                        : Catalogue.all().stream()
                                .filter(matter -> matter.code().startsWith(key))
                                .findFirst()
                                .map(Matter::className)
                                .orElse(key);
            case WEEK -> key + " 起一周";
            case DAY, MONTH -> key;
        };
    }

    /** The root itself stands for what lies in no part of it; a building without an area is under its compound. */
    private String grid(String key, String root) {
        var name = grids.find(key).map(grid -> grid.name());
        if (key.equals(root)) {
            return name.orElse(root) + "（未落到下级网格）";
        }
        return name.orElseGet(() -> key.length() == 17
                ? grids.find(key.substring(0, 15))
                        .map(grid -> grid.name() + "（楼栋直属）")
                        .orElse(key)
                : key);
    }
}
