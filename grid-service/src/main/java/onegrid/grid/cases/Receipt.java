package onegrid.grid.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import onegrid.grid.tracking.TrackingToken;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/** What the reporter takes away: who has it, until when, and the token to follow it without an account. */
record Receipt(
        UUID id,
        String number,
        long version,
        CaseStatus status,
        String statusName,
        String matterCode,
        String matterName,
        CaseView.GridView grid,
        CaseView.Owner owner,
        OffsetDateTime dueAt,
        String trackingToken,
        String promise)
        implements Versioned {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日HH:mm");

    static Receipt of(GridCase c, TrackingToken token, Instant now) {
        return new Receipt(
                c.id,
                c.number,
                c.version,
                c.status,
                c.status.title(),
                c.matter == null ? null : c.matter.code(),
                c.matter == null ? null : c.matter.name(),
                CaseView.GridView.of(c),
                CaseView.Owner.of(c),
                Zone.at(c.clock.dueAt),
                token.text(),
                promise(c, now));
    }

    /** Of somebody who joined: an own number, and what was promised for the master. */
    static Receipt joined(GridCase c, GridCase master, TrackingToken token, Instant now) {
        var owner = CaseView.Owner.of(master);
        return new Receipt(
                c.id,
                c.number,
                c.version,
                c.status,
                c.status.title(),
                c.matter.code(),
                c.matter.name(),
                CaseView.GridView.of(master),
                owner,
                Zone.at(master.clock.dueAt),
                token.text(),
                "已与同一事项合并，由" + owner.unitName() + "办理，"
                        + until(master.clock.dueAt, now.atZone(Zone.SHANGHAI).toLocalDate()) + "前答复");
    }

    /** Who has it and until when, in words. */
    static String promise(GridCase c, Instant now) {
        var owner = CaseView.Owner.of(c);
        var until = until(c.clock.dueAt, now.atZone(Zone.SHANGHAI).toLocalDate());
        return c.status == CaseStatus.FILED
                ? "已派给" + (owner.unit().equals("grid") ? c.place.name() : owner.unitName()) + "，" + until + "前答复"
                : "已交" + owner.unitName() + "核实，" + until + "前立案";
    }

    private static String until(Instant due, LocalDate today) {
        var at = due.atZone(Zone.SHANGHAI);
        if (at.toLocalDate().equals(today)) {
            return "今天" + TIME.format(at);
        }
        return at.toLocalDate().equals(today.plusDays(1)) ? "明天" + TIME.format(at) : DAY.format(at);
    }
}
