package onegrid.grid.cases;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The life of a case as one table of moves (domain.md §9.1). Level and supervision are attributes, not states. */
public enum CaseStatus {
    REPORTED("待立案", "已收到您的反映，正在核实"),
    FILED("已立案", "已立案，正在安排处理"),
    SELF_HANDLING("网格自办", "网格长正在处理"),
    DISPATCHED("已派遣", "已派给责任单位"),
    RETURN_REQUESTED("申请退回", "责任单位提出异议，街道正在裁定由谁办理"),
    ACCEPTED("已接单", "责任单位已接单"),
    IN_PROGRESS("处理中", "责任单位正在处理"),
    SUSPENDED("挂账", "暂不具备处理条件，已挂账并定期复核"),
    FEEDBACK("已反馈", "已反馈处理结果"),
    VERIFYING("待核查", "已反馈处理结果，正在由他人核查"),
    CLOSED("已结案", "已核查结案，请您评价"),
    EVALUATED("已评价", "已评价，感谢您的反映"),
    ARCHIVED("已归档", "已归档"),
    REJECTED("不予受理", "不予受理"),
    DIVERTED("已分流", "已转其他渠道办理"),
    MERGED("已合并", "已与同一事项合并办理"),
    CANCELLED("已撤销", "已撤销");

    private static final Map<CaseStatus, Set<CaseStatus>> MOVES = new EnumMap<>(Map.ofEntries(
            Map.entry(REPORTED, EnumSet.of(FILED, REJECTED, DIVERTED, MERGED, CANCELLED)),
            Map.entry(FILED, EnumSet.of(SELF_HANDLING, DISPATCHED, MERGED, CANCELLED)),
            Map.entry(SELF_HANDLING, EnumSet.of(FEEDBACK)),
            Map.entry(DISPATCHED, EnumSet.of(ACCEPTED, RETURN_REQUESTED, MERGED, CANCELLED)),
            Map.entry(RETURN_REQUESTED, EnumSet.of(DISPATCHED, FILED, MERGED, CANCELLED)),
            Map.entry(ACCEPTED, EnumSet.of(IN_PROGRESS)),
            Map.entry(IN_PROGRESS, EnumSet.of(SUSPENDED, FEEDBACK)),
            Map.entry(SUSPENDED, EnumSet.of(IN_PROGRESS)),
            Map.entry(FEEDBACK, EnumSet.of(VERIFYING)),
            Map.entry(VERIFYING, EnumSet.of(CLOSED, IN_PROGRESS)), // rework: the result did not hold
            // reopened within 30 days, new facts; MERGED where that happened to the master
            Map.entry(CLOSED, EnumSet.of(EVALUATED, FILED, MERGED)),
            // back to where it was merged from, or closed with its master
            Map.entry(MERGED, EnumSet.of(REPORTED, FILED, DISPATCHED, RETURN_REQUESTED, CLOSED)),
            Map.entry(EVALUATED, EnumSet.of(ARCHIVED, FILED, MERGED))));

    static final Set<CaseStatus> OPEN = EnumSet.range(REPORTED, VERIFYING);

    /** Open and filed: what others may be merged into. */
    static final Set<CaseStatus> ON_ITS_WAY = EnumSet.range(FILED, VERIFYING);

    /** Nobody has taken it yet: what may be merged into another. */
    static final Set<CaseStatus> NOT_TAKEN = EnumSet.of(REPORTED, FILED, DISPATCHED, RETURN_REQUESTED);

    private final String title;
    private final String sentence;

    CaseStatus(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    public String title() {
        return title;
    }

    /** What the reporter reads. */
    public String sentence() {
        return sentence;
    }

    public Set<CaseStatus> next() {
        return MOVES.getOrDefault(this, Set.of());
    }

    /** A condition in HQL on the alias {@code c}. */
    static String among(Set<CaseStatus> some) {
        return some.stream()
                .map(status -> CaseStatus.class.getName() + "." + status)
                .collect(Collectors.joining(", ", "c.status in (", ")"));
    }

    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
