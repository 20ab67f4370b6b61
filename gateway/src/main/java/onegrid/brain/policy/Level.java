package onegrid.brain.policy;

/** Who coordinates; it rises freely (C6). */
public enum Level {
    GRID("网格", "the grid"),
    COMMUNITY("社区", "the community"),
    STREET("街道", "the street office"),
    DISTRICT("区指挥中心", "the district centre");

    private final String chinese;
    private final String english;

    Level(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    /** One level up; the district has nothing above it here. */
    public Level up() {
        return this == DISTRICT ? DISTRICT : values()[ordinal() + 1];
    }
}
