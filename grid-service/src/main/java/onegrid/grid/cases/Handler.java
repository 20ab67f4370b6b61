package onegrid.grid.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The post that handled a case, for "verifier ≠ handler".
 *
 * @param name what is shown: a grid's post, or the unit
 * @param grid where a post of the line begins; null for a department
 */
@Embeddable
record Handler(
        @Column(name = "handler_account") String account,
        @Column(name = "handler_name") String name,
        @Column(name = "handler_unit") String unit,
        @Column(name = "handler_grid") String grid) {}
