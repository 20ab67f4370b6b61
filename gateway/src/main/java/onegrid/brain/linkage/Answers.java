package onegrid.brain.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onegrid.brain.linkage.Linkages.LogKind;
import onegrid.kit.inbox.Heard;

/** The services' answers to directives: {@code <service>.directive.<step>.v1}. */
@ApplicationScoped
public class Answers {
    private static final Map<String, PartStatus> STEPS = Map.of(
            "received", PartStatus.RECEIVED,
            "accepted", PartStatus.ACCEPTED,
            "declined", PartStatus.DECLINED,
            "progressed", PartStatus.IN_PROGRESS,
            "completed", PartStatus.COMPLETED);
    private static final Map<PartStatus, String> WORDS = Map.of(
            PartStatus.ACCEPTED, "已接受",
            PartStatus.DECLINED, "不能办理",
            PartStatus.IN_PROGRESS, "进展",
            PartStatus.COMPLETED, "已完成");

    private final EntityManager database;
    private final Linkages linkages;
    private final Clock clock;

    Answers(EntityManager database, Linkages linkages, Clock clock) {
        this.database = database;
        this.linkages = linkages;
        this.clock = clock;
    }

    private record Answer(UUID directiveId, String note, String reason, OffsetDateTime at) {}

    /** Ignores everything that is not an answer, or is an answer to a directive that is not ours. */
    public void hear(Heard heard) {
        step(heard.type()).ifPresent(step -> take(step, heard.as(Answer.class)));
    }

    private static Optional<PartStatus> step(String type) {
        var words = type.split("\\.");
        return words.length == 4 && words[1].equals("directive") && words[3].equals("v1")
                ? Optional.ofNullable(STEPS.get(words[2]))
                : Optional.empty();
    }

    private void take(PartStatus step, Answer answer) {
        var id = database.createQuery("select p.linkageId from LinkagePart p where p.directiveId = :id", UUID.class)
                .setParameter("id", answer.directiveId)
                .getResultStream()
                .findFirst();
        if (id.isEmpty()) {
            return;
        }
        var linkage = linkages.locked(id.get());
        var part = database.find(LinkagePart.class, answer.directiveId);
        var at = answer.at == null ? clock.instant() : answer.at.toInstant();
        if (part.heard(step, answer.note, answer.reason, at)) {
            tell(linkage, part, answer);
            linkages.changed(linkage);
        }
    }

    private void tell(Linkage linkage, LinkagePart part, Answer answer) {
        var word = WORDS.get(part.status);
        if (word != null) {
            var said = answer.reason != null ? answer.reason : answer.note;
            linkages.log(
                    linkage, LogKind.ANSWERED, Service.chinese(part.service) + word + (said == null ? "" : "：" + said));
        }
    }
}
