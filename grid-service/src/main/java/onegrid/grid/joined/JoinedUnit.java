package onegrid.grid.joined;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A unit of the district that takes part in the work of a grid (B4), from a day on and until another. */
@Entity
@Table(name = "grid_unit")
class JoinedUnit {
    @Id
    UUID id = UUID.randomUUID();

    String gridCode;
    String unit;
    String task;
    LocalDate since;
    /** The first day on which it is not joined any more; null: it goes on. */
    LocalDate until;

    String leftWhy;

    boolean overlaps(LocalDate from, LocalDate to) {
        return (to == null || since.isBefore(to)) && (until == null || until.isAfter(from));
    }
}
