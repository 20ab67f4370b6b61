package onegrid.grid.teams;

/** What a volunteer team does; a party team (党员志愿者队伍) is the "N" of 3+2+N. */
public enum TeamKind {
    PARTY("党员志愿者队伍"),
    MEDIATION("调解志愿队"),
    PATROL("平安巡防队"),
    CARE("助老助残队"),
    ENVIRONMENT("环境卫生队"),
    CULTURE("文体宣讲队"),
    EMERGENCY("应急救援队"),
    OTHER("其他志愿队");

    private final String title;

    TeamKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
