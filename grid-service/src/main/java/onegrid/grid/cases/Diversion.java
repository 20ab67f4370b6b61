package onegrid.grid.cases;

import java.util.Arrays;
import onegrid.kit.problem.Problem;

/** The six ways in which a report leaves the hotline at intake (北京市接诉即办工作条例 Art. 11), each with its route. */
enum Diversion {
    EMERGENCY_LINE("紧急求助转专线", "请立即拨打110、119、120或122"),
    LEGAL_CHANNEL("已进入法律或信访程序", "请向正在办理的法院、仲裁、复议或信访机构了解进展"),
    /** The route names the earlier report: only the caller knows its number. */
    REPEAT("重复反映且无新事实", null),
    SECRET_OR_PRIVACY("涉及秘密或个人隐私", "请向有保密职责的主管机关当面反映"),
    /** The route names who has the authority. */
    OUTSIDE_AUTHORITY("不属于政府职责范围", null),
    UNLAWFUL("诉求违反法律法规", "如有异议，可依法申请行政复议或提起诉讼");

    private final String title;
    private final String usualRoute;

    Diversion(String title, String usualRoute) {
        this.title = title;
        this.usualRoute = usualRoute;
    }

    String title() {
        return title;
    }

    /** Where the reporter is shown to (C11). */
    String route(String named) {
        if (named != null && !named.isBlank()) {
            return named;
        }
        if (usualRoute == null) {
            throw Problem.invalid("route", "is needed for " + this + ": say which report, or who is responsible");
        }
        return usualRoute;
    }

    static Diversion named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "is one of " + Arrays.toString(values())));
    }
}
