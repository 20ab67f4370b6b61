package onegrid.grid.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import onegrid.grid.cases.CaseStatus;

/** Cases as everybody may read them, the newest first. */
@ApplicationScoped
class PublicCases {
    private final EntityManager database;

    PublicCases(EntityManager database) {
        this.database = database;
    }

    /** What a client asks for; null means "any". {@code numbers} excludes all else. */
    record Question(
            List<String> numbers,
            List<String> matters,
            Set<CaseStatus> statuses,
            Instant from,
            Instant to,
            Instant changedAfter,
            int offset,
            int limit) {}

    List<PublicCase> find(Question question) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        condition("c.number in :numbers", "numbers", question.numbers, where, values);
        condition("c.matterCode in :matters", "matters", question.matters, where, values);
        condition("c.status in :statuses", "statuses", question.statuses, where, values);
        condition("c.reportedAt >= :from", "from", question.from, where, values);
        condition("c.reportedAt <= :to", "to", question.to, where, values);
        condition("c.changedAt > :changed", "changed", question.changedAfter, where, values);
        var query = database.createQuery(
                "select c from PublicCase c" + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by c.reportedAt desc, c.id",
                PublicCase.class);
        values.forEach(query::setParameter);
        return query.setFirstResult(question.offset)
                .setMaxResults(question.limit)
                .getResultList();
    }

    private static void condition(
            String words, String name, Object value, List<String> where, HashMap<String, Object> values) {
        if (value != null) {
            where.add(words);
            values.put(name, value);
        }
    }
}
