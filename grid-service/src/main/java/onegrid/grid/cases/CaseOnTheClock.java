package onegrid.grid.cases;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import onegrid.grid.clock.Mark;
import onegrid.kit.clock.WorkingTime;

/** How the clocks press a case: its limit, the answer of whoever has it, and the first contact with the reporter. */
@MappedSuperclass
abstract class CaseOnTheClock extends CaseRecord {
    /** What the clock asks for by now, each once: an answer of whoever has it, and the marks of its limit. */
    void press(Instant now, WorkingTime time) {
        if (answerDue() != null && !answerDue().isAfter(now)) {
            answerPressed = true;
            noted("press", "reminded", Actor.clock(), "到时还没有答复，请尽快处理", null, now);
        }
        if (contactDue() != null && !contactDue().isAfter(now)) {
            contactPressed = true;
            noted("press", "reminded", Actor.clock(), "还没有联系反映人，请尽快联系", null, now);
        }
        if (limitRuns()) {
            for (var mark : clock.comeBy(now, time)) {
                clock.pressed = mark.share;
                reach(mark, now);
            }
        }
    }

    private void reach(Mark mark, Instant now) {
        switch (mark) {
            case REMINDED -> noted("press", "reminded", Actor.clock(), "时限已过一半", null, now);
            case WARNED -> noted("press", "warned", Actor.clock(), "时限已过八成，黄色预警", null, now);
            case OVERDUE -> {
                level = level.up();
                noted("press", "overdue", Actor.clock(), "时限已到，升一级督促", level.name(), now);
            }
            case SUPERVISED_BY_STREET -> supervise(1, "超时一个时限，街道督办", now);
            case SUPERVISED_BY_DISTRICT -> supervise(2, "超时两个时限，区里督办", now);
            case LISTED -> supervise(3, "超时三个时限，挂牌督办", now);
        }
    }

    private void supervise(int by, String words, Instant now) {
        supervision = Math.max(supervision, by);
        noted("press", "supervised", Actor.clock(), words, null, now);
    }

    /** When the clock has to look at this case next; null for never. */
    Instant nextMark(WorkingTime time) {
        return Stream.of(limitRuns() ? clock.nextMark(time) : null, answerDue(), contactDue())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A suspended case is 缓办: its limit stands still. */
    private boolean limitRuns() {
        return status.isOpen() && status != CaseStatus.SUSPENDED && clock.profile != null;
    }

    /** Until when whoever has it has to file, accept, verify or review it; null when nothing like it is due. */
    private Instant answerDue() {
        if (answerPressed) {
            return null;
        }
        return switch (status) {
            case REPORTED -> clock.dueAt;
            case SUSPENDED -> clock.reviewAt();
            case DISPATCHED -> assignment.acceptBy;
            case VERIFYING -> verifyBy;
            default -> null;
        };
    }

    /** Until when the reporter is to be contacted; null when nobody can be, or was, or was reminded of it. */
    private Instant contactDue() {
        return contactPressed || contactedAt != null || !status.isOpen() ? null : contactBy;
    }

    /** Once the profile is known, the reporter of an urgent matter is contacted sooner. */
    final void contactSooner(Instant from, WorkingTime time) {
        if (contactBy != null && contactedAt == null) {
            contactBy = clock.profile.contactBy(from, time);
            contactPressed = false;
        }
    }
}
