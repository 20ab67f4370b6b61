package onegrid.grid.cases;

import onegrid.grid.dispatch.Unit;

/** Whose turn it is at each stop of a case: never nobody. Desks of the line are found by the place of the case. */
final class Desks {
    private static final int STREET_DIGITS = 9;

    /**
     * @param grid where the desk sits
     * @param post the head's post, known for grids only
     */
    record Desk(String unit, String grid, String post) {}

    private Desks() {}

    /** Who files a report: the community of the place, the street, or the district where no place is known. */
    static Desk filing(GridCase c) {
        if (c.gridCode == null) {
            return new Desk(Unit.CENTRE.code(), c.placeCode, null);
        }
        return c.communityCode != null ? of(c, Unit.COMMUNITY) : of(c, Unit.STREET);
    }

    /** Who has a filed case first: the head of its grid; of a place wider than a grid the community or street. */
    static Desk first(GridCase c) {
        if (c.communityCode == null) {
            return of(c, Unit.STREET);
        }
        return c.communityCode.equals(c.gridCode) ? of(c, Unit.COMMUNITY) : of(c, Unit.GRID);
    }

    /** Who rules on a return: the street; the centre where the street itself was given the case. */
    static Desk ruling(GridCase c) {
        return Unit.STREET.code().equals(c.leadUnit) ? of(c, Unit.CENTRE) : of(c, Unit.STREET);
    }

    /** Who verifies: the community, or the next desk above the one that handled it (C2). */
    static Desk verifying(GridCase c) {
        if (Unit.STREET.code().equals(c.leadUnit)) {
            return of(c, Unit.CENTRE);
        }
        var above = Unit.COMMUNITY.code().equals(c.leadUnit) || c.communityCode == null;
        return above ? of(c, Unit.STREET) : of(c, Unit.COMMUNITY);
    }

    static Desk of(GridCase c, Unit unit) {
        return switch (unit) {
            case GRID -> new Desk(unit.code(), c.gridCode, c.headPost);
            case COMMUNITY -> new Desk(unit.code(), c.communityCode != null ? c.communityCode : c.gridCode, null);
            case STREET -> new Desk(unit.code(), c.gridCode.substring(0, STREET_DIGITS), null);
            case CENTRE -> new Desk(unit.code(), c.placeCode.substring(0, 6), null);
            default -> new Desk(unit.code(), c.gridCode, null);
        };
    }
}
