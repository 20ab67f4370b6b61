package onegrid.grid.figures;

import static onegrid.grid.figures.Basis.*;

import java.util.Arrays;
import java.util.Optional;

/**
 * The figures (domain.md §2.6, §3.5, §3.6), each defined once: what is counted, of what, in SQL and in words. The figure
 * and the list of its cases read the same two conditions, so they cannot disagree. {@code [F…]} is a source of
 * domain.md, {@code [P]} our proposal.
 */
enum Figure {
    CLOSURE(
            "closure",
            "结案率",
            "Closure rate",
            DUE,
            "true",
            FINISHED,
            "[F15]",
            "已结案 ÷ 本期到期的案件（缓办除外）",
            "closed ÷ cases that fell due in the period (without suspended ones)"),
    CLOSED_IN_TIME(
            "closedInTime",
            "按期结案率",
            "Closed in time",
            DUE,
            "true",
            FINISHED + " and c.closed_at <= c.due_at",
            "[F15]",
            "时限内结案 ÷ 本期到期的案件（缓办除外）",
            "closed by the due time ÷ cases that fell due in the period (without suspended ones)"),
    URGENT_CLOSURE(
            "urgentClosure",
            "紧急问题结案率",
            "Urgent cases closed",
            DUE,
            "c.limit_profile in ('EMERGENCY', 'URGENT')",
            FINISHED,
            "[F15]",
            "已结案 ÷ 本期到期的紧急案件（按紧急工作时计时，缓办除外）",
            "closed ÷ urgent cases (limits that run day and night) that fell due in the period"),
    SUPERVISED(
            "supervised",
            "督办率",
            "Supervised",
            DUE,
            "true",
            "c.supervision > 0",
            "[P]",
            "被督办（一级、二级、挂牌） ÷ 本期到期的案件（缓办除外）",
            "put under supervision of any level ÷ cases that fell due in the period (without suspended ones)"),
    FILING(
            "filing",
            "立案率",
            "Filed",
            REPORTED,
            "(c.filed_at is not null or c.status in ('REJECTED', 'DIVERTED')"
                    + " or (c.status = 'REPORTED' and c.due_at <= {now}))",
            "c.filed_at is not null",
            "[P]",
            "已立案 ÷ 本期上报中已决定或立案时限已过的（立案前撤销、合并的除外）",
            "filed ÷ reports of the period that were decided on or whose filing time has passed"
                    + " (without those cancelled or merged before)"),
    REPEATED(
            "repeated",
            "重复率",
            "Repeated",
            REPORTED,
            "c.status <> 'CANCELLED'",
            "c.master_id is not null or c.diversion = 'REPEAT'",
            "[P]",
            "并入在办案件或因重复分流 ÷ 本期上报（撤销的除外）",
            "merged into a case under way, or diverted as a repeat ÷ reports of the period (without cancelled ones)"),
    DISPATCH_ACCURACY(
            "dispatchAccuracy",
            "派遣准确率",
            "First dispatch accuracy",
            GIVEN,
            "e.is_first and e.answer is not null",
            "e.answer = 'ACCEPTED'",
            "[P]",
            "首次派遣未被退回 ÷ 本期首次派遣且单位已答复的案件",
            "first dispatch not returned ÷ cases first dispatched in the period that the unit has answered"),
    RETURNED(
            "returned",
            "退回率",
            "Returned",
            GIVEN,
            "e.answer is not null",
            "e.answer = 'RETURNED'",
            "[P]",
            "被退回的派遣 ÷ 本期已答复的派遣（每次派遣计一次，归首次收件单位）",
            "dispatches returned ÷ dispatches of the period that were answered (each one counts for the unit it went to)"),
    RESPONSE(
            "response",
            "响应率",
            "Response rate",
            CONTACT,
            "c.contact_by <= {now}",
            "c.contacted_at <= c.contact_by",
            "[F7 北京 Art. 32, GK-H]",
            "按时联系反映人 ÷ 本期应联系的",
            "reporters contacted in time ÷ reporters who were to be contacted in the period"),
    SOLVED(
            "solved",
            "解决率",
            "Solved",
            CLOSED,
            "coalesce(b.solved, c.rating_solved) is not null",
            "case when b.at >= coalesce(c.rated_at, '-infinity') then b.solved else c.rating_solved end",
            "[F7 北京 Art. 32, GK-H]",
            "反映人答“已解决” ÷ 本期结案且有有效回访或评价的案件（以最近一次为准）",
            "solved, says the reporter ÷ cases closed in the period with a valid call-back or rating (the newest counts)"),
    SATISFIED(
            "satisfied",
            "满意率",
            "Satisfied",
            CLOSED,
            "coalesce(b.score, c.rating_score) is not null",
            "case when b.at >= coalesce(c.rated_at, '-infinity') then b.score else c.rating_score end >= 3",
            "[F7 北京 Art. 32, F24]",
            "评为基本满意及以上（3—5分） ÷ 本期结案且有有效回访或评价的案件（以最近一次为准）",
            "3 to 5 of 5 ÷ cases closed in the period with a valid call-back or rating (the newest counts)"),
    REWORK(
            "rework",
            "返工率",
            "Reworked",
            CLOSED,
            OWN,
            "c.reworks > 0",
            "[F15, P]",
            "核查未通过至少一次 ÷ 本期结案的案件",
            "failed a check at least once ÷ cases closed in the period"),
    GRID_CLOSURE(
            "gridClosure",
            "一格办结率",
            "Finished in one grid",
            CLOSED,
            Figure.SMALL,
            "c.lead_unit = 'grid'",
            "[P]",
            "由网格长办结 ÷ 本期结案的小事",
            "finished by the head of the grid ÷ small matters closed in the period"),
    COMMUNITY_CLOSURE(
            "communityClosure",
            "社区办结率",
            "Finished in the community",
            CLOSED,
            Figure.SMALL,
            "c.level in ('GRID', 'COMMUNITY') and c.lead_unit in ('grid', 'community', 'property-company')",
            "[S B15, P §3.5]",
            0.80,
            "由网格、社区或小区物业办结且未升级到街道 ÷ 本期结案的小事（目标≥80%，不是限制）",
            "finished by grid, community or property company without rising to the street ÷ small matters closed in the"
                    + " period (aim ≥ 80 %, never a lock)"),
    STREET_CLOSURE(
            "streetClosure",
            "街道办结率",
            "Finished in the street",
            CLOSED,
            OWN + " and c.scale is distinct from 'BIG' and not c.marked_big",
            "c.level <> 'DISTRICT'",
            "[S B15, P §3.5]",
            0.95,
            "未升级到区里 ÷ 本期结案的、大事以外的案件（目标≥95%，不是限制）",
            "closed without rising to the district ÷ cases other than big ones closed in the period (aim ≥ 95 %, never a"
                    + " lock)"),
    ARRIVED(
            "arrived",
            "报到率",
            "Answered the whistle",
            CALLED,
            "(e.arrived_at is not null or e.done_at is not null or " + FINISHED + ")",
            "e.arrived_at is not null",
            "[F7 北京 Art. 16, 33, P]",
            "到场 ÷ 本期被吹哨且已到场、办完或结案的单位",
            "arrived ÷ units called in the period whose call is over (arrived, done or closed)"),
    ACCEPT_HOURS(
            "acceptHours",
            "接单时长",
            "Time to accept",
            GIVEN,
            "e.answer is distinct from 'RETURNED' and (e.answer is not null or not " + ENDED + ")",
            "e.answer = 'ACCEPTED'",
            "[P]",
            "e.at",
            "e.answered_at",
            "从派遣到接单",
            "from dispatch to acceptance"),
    DISPATCH_HOURS(
            "dispatchHours",
            "派遣时长",
            "Time to dispatch",
            GIVEN,
            "e.is_first",
            "true",
            "[P]",
            "c.filed_at",
            "e.at",
            "从立案到首次派遣",
            "from filing to the first dispatch"),
    FIRST_CONTACT_HOURS(
            "firstContactHours",
            "首次联系时长",
            "Time to first contact",
            CONTACT,
            "true",
            "true",
            "[P]",
            "c.reported_at",
            "c.contacted_at",
            "从上报到首次联系反映人",
            "from report to first contact with the reporter"),
    HANDLING_HOURS(
            "handlingHours",
            "处置时长",
            "Handling time",
            CLOSED,
            OWN,
            "true",
            "[P]",
            "c.limit_from",
            "c.closed_at",
            "从立案（重开的从最近一次重开）到结案，挂账时间不计；按钟点时间",
            "from filing (the last reopening) to closing, without time on hold; clock hours"),
    VERIFICATION_HOURS(
            "verificationHours",
            "核查时长",
            "Verification time",
            CLOSED,
            OWN,
            "true",
            "[P]",
            "c.feedback_at",
            "c.closed_at",
            "从最后一次反馈到核查结案",
            "from the last feedback to closing"),
    CALL_HOURS(
            "callHours",
            "吹哨时长",
            "Time to the whistle",
            CALLED,
            "e.helps",
            "true",
            "[F7 北京 Art. 16, 33, P]",
            "case when c.limit_from <= e.at then c.limit_from else c.filed_at end",
            "e.at",
            "从立案到发起方吹哨（双考核：发起方）",
            "from filing to the call; the calling side of the double appraisal"),
    ARRIVAL_HOURS(
            "arrivalHours",
            "到场时长",
            "Time to arrival",
            CALLED,
            "true",
            "true",
            "[F7 北京 Art. 16, 33, P]",
            "e.at",
            "e.arrived_at",
            "从吹哨到单位到场（双考核：报到方）",
            "from the call to the unit's arrival; the called side"),
    CO_DONE_HOURS(
            "coDoneHours",
            "协办时长",
            "Helpers' time",
            CALLED,
            "e.helps",
            "true",
            "[P]",
            "e.at",
            "e.done_at",
            "从吹哨到协办单位办完",
            "from the call to the end of the helping unit's part");

    private static final String SMALL = OWN + " and c.scale = 'SMALL' and not c.marked_big";

    final String code;
    final String title;
    final String english;
    final Basis basis;
    /** Conditions in SQL; a row counts above only if it counts below. */
    final String below;

    final String above;
    final String source;
    /** An aim, not a limit; null for none. */
    final Double aim;
    /** Hours of a row in SQL; null for a rate. */
    final String hours;

    final String words;
    final String englishWords;

    Figure(
            String code,
            String title,
            String english,
            Basis basis,
            String below,
            String above,
            String source,
            String words,
            String englishWords) {
        this(code, title, english, basis, below, above, source, (Double) null, words, englishWords);
    }

    Figure(
            String code,
            String title,
            String english,
            Basis basis,
            String below,
            String above,
            String source,
            Double aim,
            String words,
            String englishWords) {
        this.code = code;
        this.title = title;
        this.english = english;
        this.basis = basis;
        this.below = below;
        this.above = above;
        this.source = source;
        this.aim = aim;
        this.hours = null;
        this.words = words;
        this.englishWords = englishWords;
    }

    Figure(
            String code,
            String title,
            String english,
            Basis basis,
            String below,
            String above,
            String source,
            String start,
            String end,
            String words,
            String englishWords) {
        this.code = code;
        this.title = title;
        this.english = english;
        this.basis = basis;
        this.below = below;
        this.above = "(" + above + ") and " + start + " is not null and " + end + " is not null";
        this.source = source;
        this.aim = null;
        this.hours = "extract(epoch from (" + end + ") - (" + start + ")) / 3600.0";
        this.words = words;
        this.englishWords = englishWords;
    }

    boolean isRate() {
        return hours == null;
    }

    static Optional<Figure> find(String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code.equals(code))
                .findFirst();
    }
}
