package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Cases by the beginning of their number, or by what stands anywhere in text or address, whatever its length. Rare words
 * are looked up in their index; common ones are met soon enough on the way along the due times.
 */
@ApplicationScoped
class CaseSearch {
    /** Among a million cases: fewer are read one by one, more make a page within the first 1/RARE of all. */
    private static final int RARE = 5000;

    private final EntityManager database;

    CaseSearch(EntityManager database) {
        this.database = database;
    }

    /** A condition in HQL on the alias {@code c}, and the values it needs. */
    record Found(String condition, Map<String, Object> values) {}

    Found of(String asked) {
        var words = asked.strip();
        var ids = idsOf(words);
        var inWords = ids.size() > RARE ? common(words) : rare(ids);
        return words.matches("[0-9-]+") ? orNumber(words, inWords) : inWords;
    }

    @SuppressWarnings("unchecked")
    private List<UUID> idsOf(String words) {
        // Of two characters and more only the pairs are looked up: grams has them first.
        return database.createNativeQuery(
                        "select case_id from case_words where grams(words) @> trim_array(grams(lower(:words)),"
                                + " case when length(lower(:words)) > 1 then length(lower(:words)) else 0 end)"
                                + " and strpos(words, lower(:words)) > 0 limit " + (RARE + 1),
                        UUID.class)
                .setParameter("words", words)
                .getResultList();
    }

    private static Found rare(List<UUID> ids) {
        return new Found(
                "cast(sql('? = any(?)', c.id, :found) as Boolean) = true", Map.of("found", ids.toArray(UUID[]::new)));
    }

    private static Found common(String words) {
        var part = "%" + words.replaceAll("([!%_])", "!$1") + "%";
        return new Found("(c.text ilike :part escape '!' or c.address ilike :part escape '!')", Map.of("part", part));
    }

    private static Found orNumber(String digits, Found inWords) {
        var values = new java.util.HashMap<>(inWords.values);
        values.put("start", digits + "%");
        return new Found("(c.number like :start or " + inWords.condition + ")", values);
    }
}
