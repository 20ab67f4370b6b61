package onegrid.brain.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import onegrid.brain.linkage.LinkageView.ClockView;
import onegrid.brain.linkage.LinkageView.LogRow;
import onegrid.brain.linkage.LinkageView.Part;
import onegrid.brain.linkage.LinkageView.Unit;
import onegrid.brain.policy.Level;
import onegrid.brain.situation.Sight;
import onegrid.kit.clock.Zone;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;

/** Reads linkages as boards, only those that the caller sees; a list costs four queries, whatever its length. */
@ApplicationScoped
class Boards {
    private final EntityManager database;
    private final Caller caller;
    private final Clock clock;

    Boards(EntityManager database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    private String seen() {
        return Sight.of(caller).condition("l", "true");
    }

    /** The linkage, when this caller sees it, else 404. */
    Linkage visible(UUID id) {
        List<?> found = database.createNativeQuery(
                        "select l.* from linkage l where l.id = :id and " + seen(), Linkage.class)
                .setParameter("id", id)
                .getResultList();
        if (found.isEmpty()) {
            throw Problem.notFound("Linkage " + id);
        }
        return (Linkage) found.getFirst();
    }

    @SuppressWarnings("unchecked")
    List<Linkage> newest(List<String> statuses, Instant before, UUID id, int limit) {
        return database.createNativeQuery(
                        "select l.* from linkage l where l.status in (:statuses) and (l.opened_at, l.id) < (:at, :id)"
                                + " and " + seen() + " order by l.opened_at desc, l.id desc",
                        Linkage.class)
                .setParameter("statuses", statuses)
                .setParameter("at", before)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    List<LinkageView> views(List<Linkage> linkages) {
        if (linkages.isEmpty()) {
            return List.of();
        }
        var ids = linkages.stream().map(linkage -> linkage.id).toList();
        var parts = database.createQuery("from LinkagePart p where p.linkageId in :ids", LinkagePart.class)
                .setParameter("ids", ids)
                .getResultStream()
                .sorted(Comparator.comparingInt(part -> Service.order(part.service)))
                .collect(Collectors.groupingBy(part -> part.linkageId));
        var marks = marks(ids);
        var logs = logs(ids);
        return linkages.stream()
                .map(linkage -> view(
                        linkage,
                        parts.getOrDefault(linkage.id, List.of()),
                        marks.getOrDefault(linkage.id, List.of()),
                        logs.getOrDefault(linkage.id, List.of())))
                .toList();
    }

    private Map<UUID, List<Integer>> marks(List<UUID> ids) {
        var marks = new HashMap<UUID, List<Integer>>();
        rows("select linkage_id, share from linkage_mark where linkage_id in (:ids) order by share", ids)
                .forEach(row -> marks.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                        .add((Integer) row[1]));
        return marks;
    }

    private Map<UUID, List<LogRow>> logs(List<UUID> ids) {
        var logs = new HashMap<UUID, List<LogRow>>();
        rows("select linkage_id, at, kind, text from linkage_log where linkage_id in (:ids) order by id", ids)
                .forEach(row -> logs.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                        .add(new LogRow(Zone.at((Instant) row[1]), (String) row[2], (String) row[3])));
        return logs;
    }

    private List<Object[]> rows(String sql, List<UUID> ids) {
        return database.createNativeQuery(sql, Object[].class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private LinkageView view(Linkage linkage, List<LinkagePart> parts, List<Integer> marks, List<LogRow> log) {
        var until = linkage.closedAt != null ? linkage.closedAt : clock.instant();
        var share = linkage.clock().share(until);
        return new LinkageView(
                linkage.id,
                linkage.caseId,
                linkage.caseNumber,
                linkage.matterName,
                linkage.severity,
                linkage.gridCode,
                linkage.gridName,
                linkage.communityName,
                linkage.status,
                linkage.level,
                linkage.supervised,
                Unit.of(linkage.leadUnit),
                linkage.coUnits().stream().map(Unit::of).toList(),
                linkage.caseStatus,
                Zone.at(linkage.openedAt),
                Zone.at(linkage.dueAt),
                Zone.at(linkage.closedAt),
                ClockView.of(share, marks, linkage.supervised, linkage.stoppedAt != null),
                linkage.sentence,
                linkage.rule,
                parts.stream().map(Part::of).toList(),
                log,
                allowed(linkage, parts),
                linkage.version);
    }

    private List<String> allowed(Linkage linkage, List<LinkagePart> parts) {
        var commands = new ArrayList<String>();
        if (linkage.open() && caller.is("centre", "street")) {
            if (parts.stream().anyMatch(part -> !part.status.answered())) {
                commands.add("urge");
            }
            if (linkage.level != Level.DISTRICT) {
                commands.add("escalate");
            }
            if (parts.stream().anyMatch(part -> part.status == PartStatus.DECLINED)) {
                commands.add("waive");
                commands.add("reissue");
            }
        }
        return commands;
    }
}
