package onegrid.property.orders;

/** How soon somebody must have answered a work order, by severity (1 very grave … 4 minor). */
enum ResponseTime {
    VERY_GRAVE(15),
    GRAVE(30),
    ORDINARY(120),
    MINOR(240);

    final int minutes;

    ResponseTime(int minutes) {
        this.minutes = minutes;
    }

    static ResponseTime of(int severity) {
        return values()[Math.clamp(severity, 1, values().length) - 1];
    }
}
