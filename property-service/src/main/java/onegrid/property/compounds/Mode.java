package onegrid.property.compounds;

/** The paths to property service, domain.md §5.4. */
public enum Mode {
    OWN_CHOICE("自主引进"),
    SELF_MANAGED("自建自管"),
    PACKAGED("合区整包"),
    GOVERNMENT("政府代管"),
    STATE_PLATFORM("国企+物业平台");

    public final String chinese;

    Mode(String chinese) {
        this.chinese = chinese;
    }
}
