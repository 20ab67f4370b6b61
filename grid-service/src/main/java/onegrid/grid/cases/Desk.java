package onegrid.grid.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who has a case now.
 *
 * @param unit code of the unit
 * @param grid where the desk sits
 * @param post the head's post, known for grids only
 */
@Embeddable
record Desk(
        @Column(name = "owner_unit") String unit,
        @Column(name = "owner_grid") String grid,
        @Column(name = "owner_post") String post) {}
