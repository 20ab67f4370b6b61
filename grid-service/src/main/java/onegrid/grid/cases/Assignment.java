package onegrid.grid.cases;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.grid.dispatch.Unit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who handles a case: one lead, its co-units and their parts, and who has given it back (C1, C5). */
@Embeddable
class Assignment {
    private static final int BOUNCE_LIMIT = 2;

    String leadUnit;

    @ElementCollection
    @CollectionTable(name = "case_co_unit", joinColumns = @JoinColumn(name = "case_id"))
    @MapKeyColumn(name = "unit")
    Map<String, CoPart> coUnits = new HashMap<>();

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> returnedBy = new ArrayList<>();

    int returns;
    boolean ruled;
    Instant dispatchedAt;
    Instant acceptBy;

    /** Of the lead; each co-unit has its own. */
    Instant arrivedAt;

    /** A co-unit that stays keeps what it has done. */
    void give(Unit lead, List<Unit> helpers, Instant at, Instant answerBy) {
        leadUnit = lead.code();
        var asked = helpers.stream().map(Unit::code).toList();
        coUnits.keySet().retainAll(asked);
        asked.forEach(code -> coUnits.computeIfAbsent(code, any -> CoPart.asked(at)));
        dispatchedAt = at;
        acceptBy = answerBy;
        arrivedAt = null;
    }

    void arrived(String unit, Instant at) {
        if (unit.equals(leadUnit)) {
            arrivedAt = at;
        } else {
            coUnits.get(unit).arrivedAt = at;
        }
    }

    /** Of the lead or a co-unit; null while on the way. */
    Instant arrival(String unit) {
        return unit.equals(leadUnit) ? arrivedAt : coUnits.get(unit).arrivedAt;
    }

    boolean includes(String unit) {
        return unit.equals(leadUnit) || coUnits.containsKey(unit);
    }

    void giveBack() {
        returnedBy = new ArrayList<>(returnedBy);
        returnedBy.add(leadUnit);
        returns++;
    }

    /** The bounce limit (§3.7): the next word of the centre is the last. */
    boolean isBounced() {
        return returns >= BOUNCE_LIMIT;
    }

    void withdraw() {
        leadUnit = null;
        coUnits.clear();
        dispatchedAt = null;
        acceptBy = null;
        arrivedAt = null;
    }

    /** The co-units that stay when this unit takes the lead. */
    List<Unit> helpersOf(Unit lead) {
        return coUnits.keySet().stream()
                .filter(code -> !code.equals(lead.code()))
                .flatMap(code -> Unit.find(code).stream())
                .toList();
    }

    /** Codes of the co-units whose part is not done. */
    List<String> open() {
        return coUnits.entrySet().stream()
                .filter(part -> part.getValue().isOpen())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    boolean isLedBy(Unit unit) {
        return unit.code().equals(leadUnit);
    }
}
