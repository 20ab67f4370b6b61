package onegrid.grid.cases;

/** What lies within 150 m of a point; flat, true to a few centimetres over such distances. */
record Around(Report.Point point) {
    static final double METRES = 150;
    private static final double METRES_PER_DEGREE = 111_195;
    /** What is this near is at the same spot: phones do not measure better. */
    private static final double SAME_SPOT = 30;

    private static final double AT_THE_EDGE = 0.6;
    private static final double SOMEWHERE_IN_THE_GRID = 0.9;

    static Around of(Report.Point point) {
        return point == null ? null : new Around(point);
    }

    double south() {
        return point.latitude() - high();
    }

    double north() {
        return point.latitude() + high();
    }

    double west() {
        return point.longitude() - wide();
    }

    double east() {
        return point.longitude() + wide();
    }

    private static double high() {
        return METRES / METRES_PER_DEGREE;
    }

    private double wide() {
        return high() / Math.cos(Math.toRadians(point.latitude()));
    }

    /** Null for a case without a point. */
    Double metres(GridCase c) {
        if (c.latitude == null) {
            return null;
        }
        var north = c.latitude - point.latitude();
        var east = (c.longitude - point.longitude()) * Math.cos(Math.toRadians(point.latitude()));
        return Math.hypot(north, east) * METRES_PER_DEGREE;
    }

    /** 1 at the same spot, less further away, never 0: what is compared lies near by anyway. */
    static double nearness(Double metres) {
        if (metres == null) {
            return SOMEWHERE_IN_THE_GRID;
        }
        var share = Math.clamp((metres - SAME_SPOT) / (METRES - SAME_SPOT), 0, 1);
        return 1 - share * (1 - AT_THE_EDGE);
    }
}
