package onegrid.grid.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Catalogue;
import onegrid.kit.clock.WorkCalendar;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.scope.Scope;

/** Cases that start valid and read as language: {@code aCase("0602").dispatchedTo(WATER)}. */
final class ACase {
    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z"); // 10:00 in Kaifeng
    static final WorkingTime TIME = WorkingTime.of(WorkCalendar.statutory());
    static final String LEAF = "41021200100100101";

    static final Actor RESIDENT = Actor.reporter();
    static final Actor GRID_HEAD = post("grid-head", null, LEAF);
    static final Actor OTHER_HEAD = post("grid-head", null, "41021200100100102");
    static final Actor COMMUNITY = post("community", "community", "410212001001");
    static final Actor STREET = post("street", "street", "410212001");
    static final Actor CENTRE = post("centre", "centre", "410212");
    static final Actor SUPERVISOR = post("supervisor", null, "410212");
    static final Actor WATER = post("unit", "water", "410212");

    private static final Place PLACE =
            new Place(LEAF, "第1片区", "城东街道 / 温泉社区 / 温泉小区1 / 第1片区", "网格长", null, "410212001001", "温泉社区", 1);

    private ACase() {}

    static Actor post(String role, String unit, String scope) {
        return new Actor(role + "@" + scope + unit, role, role, unit, new Scope(List.of(scope)));
    }

    static GridCase reported() {
        return reported(false);
    }

    static GridCase reported(boolean injury) {
        return reported(injury, null, null);
    }

    static GridCase reported(Instant contactBy) {
        return reported(false, contactBy, null);
    }

    /** By somebody who left a phone. */
    static GridCase reachable(String matter) {
        var c = reported(MONDAY.plusSeconds(86_400));
        c.file(Catalogue.find(matter).orElseThrow(), null, PLACE, 0, COMMUNITY, MONDAY, TIME);
        return c;
    }

    static GridCase reachableAndClosed(String matter) {
        var c = reachable(matter);
        c.dispatch(Unit.WATER, List.of(), COMMUNITY, null, MONDAY);
        c.accept(WATER, null, MONDAY);
        c.start(WATER, null, MONDAY);
        c.feedback(WATER, "已修好", true, null, MONDAY, TIME);
        c.verify(COMMUNITY, true, "属实", MONDAY);
        return c;
    }

    static GridCase complainingOf(String unit, String matter) {
        var c = reported(false, null, unit);
        c.file(Catalogue.find(matter).orElseThrow(), null, PLACE, 0, STREET, MONDAY, TIME);
        return c;
    }

    private static GridCase reported(boolean injury, Instant contactBy, String complainedOf) {
        var intake = new Intake(
                UUID.randomUUID(),
                "261123-00001",
                "门口有情况",
                Channel.PORTAL,
                null,
                injury,
                null,
                null,
                null,
                PLACE,
                "410212",
                contactBy,
                complainedOf,
                "hash",
                null);
        return GridCase.report(intake, RESIDENT, MONDAY, MONDAY);
    }

    static GridCase filed(String matter) {
        var c = reported();
        c.file(Catalogue.find(matter).orElseThrow(), null, PLACE, 0, COMMUNITY, MONDAY, TIME);
        return c;
    }

    static GridCase dispatched(String matter) {
        var c = filed(matter);
        c.dispatch(Unit.WATER, List.of(), COMMUNITY, null, MONDAY);
        return c;
    }

    static GridCase inProgress(String matter) {
        var c = dispatched(matter);
        c.accept(WATER, null, MONDAY);
        c.start(WATER, null, MONDAY);
        return c;
    }

    static GridCase verifying(String matter) {
        var c = inProgress(matter);
        c.feedback(WATER, "已修好", true, null, MONDAY, TIME);
        return c;
    }

    static GridCase closed(String matter) {
        var c = verifying(matter);
        c.verify(COMMUNITY, true, "属实", MONDAY);
        return c;
    }

    /** A case that has come to this status by its verbs; null for those that no command reaches yet. */
    static GridCase in(CaseStatus status) {
        return switch (status) {
            case REPORTED -> reported();
            case FILED -> filed("0101");
            case SELF_HANDLING -> {
                var c = filed("0101");
                c.selfHandle(GRID_HEAD, MONDAY);
                yield c;
            }
            case DISPATCHED -> dispatched("0101");
            case RETURN_REQUESTED -> {
                var c = dispatched("0101");
                c.giveBack(WATER, "不是我们的", MONDAY);
                yield c;
            }
            case ACCEPTED -> {
                var c = dispatched("0101");
                c.accept(WATER, null, MONDAY);
                yield c;
            }
            case IN_PROGRESS -> inProgress("0101");
            case SUSPENDED -> {
                var c = inProgress("0101");
                c.suspend(STREET, "等配件", java.time.LocalDate.of(2026, 12, 1), MONDAY, TIME);
                yield c;
            }
            case VERIFYING -> verifying("0101");
            case CLOSED -> closed("0101");
            case EVALUATED -> {
                var c = closed("0101");
                c.rate(RESIDENT, 5, true, null, MONDAY, TIME);
                yield c;
            }
            case REJECTED -> {
                var c = reported();
                c.reject(COMMUNITY, "不属于政府职责", "请走法律途径", MONDAY);
                yield c;
            }
            case DIVERTED -> {
                var c = reported();
                c.divert(Diversion.EMERGENCY_LINE, COMMUNITY, "报警事项", "110", MONDAY);
                yield c;
            }
            case CANCELLED -> {
                var c = filed("0101");
                c.cancel(CENTRE, "误报", MONDAY);
                yield c;
            }
            case MERGED -> {
                var c = filed("0101");
                c.mergeInto(filed("0101"), COMMUNITY, "同一处垃圾", MONDAY);
                yield c;
            }
            case FEEDBACK, ARCHIVED -> null;
        };
    }
}
