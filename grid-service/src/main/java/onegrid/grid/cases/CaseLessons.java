package onegrid.grid.cases;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onegrid.grid.matters.Catalogue;
import onegrid.grid.matters.Lesson;
import onegrid.grid.matters.Suggestions;

/**
 * Lets the suggestions learn what people decided: the matter that a desk filed, corrected or confirmed, at once and
 * heavily; the final matter of closed cases, now and then. What a resident chose teaches nothing before it is closed.
 * Texts are masked, and stay where they are: in their cases. Every replica learns by itself.
 */
@ApplicationScoped
class CaseLessons {
    /** Bounds what training costs in memory and time, whatever the district has seen. */
    private static final int MOST_DECIDED = 500;

    private static final int MOST_CLOSED = 1_000;
    /** So often a correction counts: it says what the model had got wrong. */
    private static final int WEIGHT_OF_A_DECISION = 3;

    /** After training it rests so many times as long as that took: a busy desk does not keep a core busy. */
    private static final int REST = 3;

    private static final Duration CLOSED_EVERY = Duration.ofMinutes(15);
    private static final String OF_ITS_OWN = " and c.matter_code is not null and c.master_id is null";
    private static final String BY_A_DESK = "select s.at from case_step s where s.command in ('file', 'reclassify',"
            + " 'confirm-matter') and s.role in ('community', 'street', 'centre') order by s.at desc limit 1";
    private static final String DECIDED = "select c.text, c.matter_code from (select s.case_id, s.at from case_step s"
            + " where s.command in ('file', 'reclassify', 'confirm-matter') and s.role in ('community', 'street',"
            + " 'centre') order by s.at desc limit " + MOST_DECIDED + ") decided join grid_case c"
            + " on c.id = decided.case_id where true" + OF_ITS_OWN + " order by decided.at desc";
    private static final String CLOSED = "select c.text, c.matter_code from grid_case c where c.closed_at is not null"
            + OF_ITS_OWN + " order by c.closed_at desc limit " + MOST_CLOSED;

    private final EntityManager database;
    private final Suggestions suggestions;
    private final Clock clock;

    private Instant newest = Instant.EPOCH;
    private Instant learnedAt = Instant.EPOCH;
    private List<Lesson> learned = List.of();
    private long restUntil = System.nanoTime();

    CaseLessons(EntityManager database, Suggestions suggestions, Clock clock) {
        this.database = database;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (System.nanoTime() - restUntil < 0) {
            return;
        }
        var decidedAt = newestDecision();
        var now = clock.instant();
        if (decidedAt.equals(newest) && now.isBefore(learnedAt.plus(CLOSED_EVERY))) {
            return;
        }
        var lessons = lessons();
        if (!lessons.equals(learned)) {
            var begun = System.nanoTime();
            suggestions.learn(lessons);
            restUntil = System.nanoTime() + REST * (System.nanoTime() - begun);
        }
        newest = decidedAt;
        learnedAt = now;
        learned = lessons;
    }

    @Transactional
    Instant newestDecision() {
        return (Instant) database.createNativeQuery(BY_A_DESK, Instant.class)
                .getResultStream()
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    @Transactional
    List<Lesson> lessons() {
        var decided = distinct(DECIDED);
        var closed = distinct(CLOSED);
        closed.keySet().removeAll(decided.keySet());
        var lessons = new ArrayList<Lesson>();
        decided.forEach(
                (text, matter) -> lessons.addAll(Collections.nCopies(WEIGHT_OF_A_DECISION, new Lesson(text, matter))));
        closed.forEach((text, matter) -> lessons.add(new Lesson(text, matter)));
        return List.copyOf(lessons);
    }

    /** Of the same words the newest decision counts, and only once. */
    private Map<String, String> distinct(String query) {
        var found = new LinkedHashMap<String, String>();
        database.createNativeQuery(query, Object[].class).getResultStream().forEach(row -> {
            var columns = (Object[]) row;
            Catalogue.find((String) columns[1])
                    .ifPresent(matter -> found.putIfAbsent((String) columns[0], matter.code()));
        });
        return found;
    }
}
