package onegrid.grid.cases;

import onegrid.grid.dispatch.Unit;

/** Whose turn it is at each stop of a case: never nobody. Desks of the line are found by the place of the case. */
final class Desks {
    private static final int STREET_DIGITS = 9;

    private Desks() {}

    /** Who files a report: the community of the place, the street, or the district where no place is known. */
    static Desk filing(GridCase c) {
        if (c.place == null) {
            return new Desk(Unit.CENTRE.code(), c.placeCode, null);
        }
        return c.place.communityCode() != null ? of(c, Unit.COMMUNITY) : of(c, Unit.STREET);
    }

    /** Who has a filed case first: the head of its grid; of a place wider than a grid the community or street. */
    static Desk first(CaseRecord c) {
        if (c.place.communityCode() == null) {
            return of(c, Unit.STREET);
        }
        return c.place.communityCode().equals(c.place.code()) ? of(c, Unit.COMMUNITY) : of(c, Unit.GRID);
    }

    /** Who rules on a return: the street; the centre where the street was given the case or two units returned it. */
    static Desk ruling(GridCase c) {
        return c.assignment.isLedBy(Unit.STREET) || c.assignment.isBounced() ? of(c, Unit.CENTRE) : of(c, Unit.STREET);
    }

    /** Who verifies: the community, or the next desk above the one that handled it (C2). */
    static Desk verifying(GridCase c) {
        if (c.assignment.isLedBy(Unit.STREET)) {
            return of(c, Unit.CENTRE);
        }
        var above = c.assignment.isLedBy(Unit.COMMUNITY) || c.place.communityCode() == null;
        return above ? of(c, Unit.STREET) : of(c, Unit.COMMUNITY);
    }

    /** A complaint about a desk goes to the one above it. */
    static Desk of(CaseRecord c, Unit asked) {
        var unit = Complaint.above(c.complainedOf, asked);
        return switch (unit) {
            case GRID -> new Desk(unit.code(), c.place.code(), c.place.headPost());
            case COMMUNITY ->
                new Desk(unit.code(), c.place.communityCode() != null ? c.place.communityCode() : c.place.code(), null);
            case STREET -> new Desk(unit.code(), c.place.code().substring(0, STREET_DIGITS), null);
            case CENTRE -> new Desk(unit.code(), c.placeCode.substring(0, 6), null);
            default -> new Desk(unit.code(), c.place.code(), null);
        };
    }
}
