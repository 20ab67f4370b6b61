package onegrid.brain.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import onegrid.brain.linkage.Linkages.LogKind;
import onegrid.brain.policy.Level;
import onegrid.kit.outbox.Outbox;

/** Urging, warning, raising: by the clock at 50, 80 and 100 percent, once each, or by a person at any time. */
@ApplicationScoped
class Pressure {
    private final EntityManager database;
    private final Linkages linkages;
    private final Outbox outbox;
    private final Clock clock;

    Pressure(EntityManager database, Linkages linkages, Outbox outbox, Clock clock) {
        this.database = database;
        this.linkages = linkages;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Does what the clock asks for now; the caller holds the linkage's lock. */
    void byTheClock(Linkage linkage) {
        var now = clock.instant();
        for (var share : LinkageClock.SHARES) {
            if (linkage.clock().reached(share, now) && firstTime(linkage.id, share)) {
                reach(linkage, share);
            }
        }
        linkages.changed(linkage);
    }

    /** The key, not a read, decides who was first. */
    private boolean firstTime(UUID linkage, int share) {
        return database.createNativeQuery("""
                                insert into linkage_mark (linkage_id, share, at) values (:id, :share, :at)
                                on conflict do nothing""")
                        .setParameter("id", linkage)
                        .setParameter("share", share)
                        .setParameter("at", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private void reach(Linkage linkage, int share) {
        var waiting = waiting(linkage);
        switch (share) {
            case 50 -> {
                linkages.log(linkage, LogKind.URGED, "时限已过一半" + who(waiting));
                outbox.append(LinkageTold.urged(linkage, share, null));
            }
            case 80 -> {
                linkages.log(linkage, LogKind.WARNED, "时限已过八成，黄色预警" + who(waiting));
                outbox.append(LinkageTold.warned(linkage, share));
            }
            default -> overdue(linkage, share, who(waiting));
        }
        urge(linkage, waiting, share, null);
    }

    private void overdue(Linkage linkage, int share, String who) {
        if (linkage.level == Level.DISTRICT) {
            linkage.supervised = true;
            linkages.log(linkage, LogKind.SUPERVISED, "时限已到，区指挥中心挂牌督办" + who);
            outbox.append(LinkageTold.escalated(linkage, share, "时限已到，区指挥中心督办"));
        } else {
            raise(linkage, share, "时限已到" + who);
        }
    }

    /** One level up. */
    void raise(Linkage linkage, int share, String reason) {
        linkage.raise();
        linkages.log(linkage, LogKind.ESCALATED, "升至" + linkage.level.chinese() + "：" + reason);
        outbox.append(LinkageTold.escalated(linkage, share, reason));
    }

    /** By a person: counts as the highest share that the clock has reached. */
    void urgeByHand(Linkage linkage, String post, String note) {
        var waiting = waiting(linkage);
        var reached = linkages.marks(linkage.id);
        var share = reached.isEmpty() ? 0 : reached.getLast();
        linkages.log(linkage, LogKind.URGED, post + "催办" + who(waiting) + (note == null ? "" : "：" + note));
        outbox.append(LinkageTold.urged(linkage, share, note));
        urge(linkage, waiting, share, note);
    }

    private void urge(Linkage linkage, List<LinkagePart> waiting, int share, String note) {
        for (var part : waiting) {
            outbox.append(new DirectiveTold.Urged(
                    part.directiveId, linkage.id, linkage.caseId, part.service, share, linkage.level, note));
        }
    }

    List<LinkagePart> waiting(Linkage linkage) {
        return linkages.parts(linkage.id).stream()
                .filter(part -> !part.status.answered())
                .toList();
    }

    private static String who(List<LinkagePart> waiting) {
        return waiting.isEmpty()
                ? "，各方均已答复，案件未结"
                : "，尚未完成："
                        + waiting.stream()
                                .map(part -> Service.chinese(part.service))
                                .collect(Collectors.joining("、"));
    }
}
