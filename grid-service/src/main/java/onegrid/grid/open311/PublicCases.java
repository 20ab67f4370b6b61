package onegrid.grid.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import onegrid.grid.cases.CaseStatus;

/** Cases as everybody may read them. Each read is a transaction of its own: what fails is told in GeoReport's words. */
@ApplicationScoped
class PublicCases {
    private final EntityManager database;

    PublicCases(EntityManager database) {
        this.database = database;
    }

    /**
     * What a client asks for; null means "any". {@code numbers} excludes all else.
     *
     * @param limit one more is read, to know whether there is a page after
     */
    record Question(
            List<String> numbers,
            List<String> matters,
            Set<CaseStatus> statuses,
            Instant from,
            Instant to,
            Instant changedAfter,
            Instant changedBefore,
            Area area,
            Sort sort,
            int offset,
            int limit) {
        static Question about(List<String> numbers, int limit) {
            return new Question(numbers, null, null, null, null, null, null, null, Sort.NEWEST_FIRST, 0, limit);
        }
    }

    /** The order of a list; the id decides between equals, so that pages do not overlap. */
    enum Sort {
        NEWEST_FIRST("-requested_datetime", "c.reportedAt desc, c.id"),
        OLDEST_FIRST("requested_datetime", "c.reportedAt, c.id"),
        LAST_CHANGED_FIRST("-updated_datetime", "c.changedAt desc, c.id"),
        FIRST_CHANGED_FIRST("updated_datetime", "c.changedAt, c.id");

        final String word;
        private final String order;

        Sort(String word, String order) {
            this.word = word;
            this.order = order;
        }
    }

    @Transactional
    List<PublicCase> find(Question question) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        condition("c.number in :numbers", "numbers", question.numbers, where, values);
        condition("c.matterCode in :matters", "matters", question.matters, where, values);
        condition("c.status in :statuses", "statuses", question.statuses, where, values);
        condition("c.reportedAt >= :from", "from", question.from, where, values);
        condition("c.reportedAt <= :to", "to", question.to, where, values);
        condition("c.changedAt > :after", "after", question.changedAfter, where, values);
        condition("c.changedAt < :before", "before", question.changedBefore, where, values);
        if (question.area != null) {
            where.add(question.area.condition());
            values.putAll(question.area.values());
        }
        var query = database.createQuery(
                "select c from PublicCase c" + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by " + question.sort.order,
                PublicCase.class);
        values.forEach(query::setParameter);
        return query.setFirstResult(question.offset)
                .setMaxResults(question.limit + 1)
                .getResultList();
    }

    private static void condition(
            String words, String name, Object value, List<String> where, HashMap<String, Object> values) {
        if (value != null) {
            where.add(words);
            values.put(name, value);
        }
    }

    @Transactional
    Map<UUID, List<PublicStep>> steps(Collection<PublicCase> cases) {
        return database
                .createQuery(
                        "select s from PublicStep s where s.caseId in :cases order by s.caseId, s.seq",
                        PublicStep.class)
                .setParameter("cases", ids(cases))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(step -> step.caseId));
    }

    @Transactional
    List<PublicComment> comments(PublicCase about) {
        return database.createQuery(
                        "select s from PublicComment s where s.caseId = :case order by s.seq", PublicComment.class)
                .setParameter("case", about.id)
                .getResultList();
    }

    @Transactional
    Map<UUID, List<PublicPhoto>> photos(Collection<PublicCase> cases) {
        return database
                .createQuery(
                        "select p from PublicPhoto p where p.caseId in :cases order by p.publishedAt, p.id",
                        PublicPhoto.class)
                .setParameter("cases", ids(cases))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(photo -> photo.caseId));
    }

    @Transactional
    Optional<PublicPhoto> photo(UUID id) {
        return Optional.ofNullable(database.find(PublicPhoto.class, id));
    }

    private static List<UUID> ids(Collection<PublicCase> cases) {
        return cases.stream().map(c -> c.id).toList();
    }
}
