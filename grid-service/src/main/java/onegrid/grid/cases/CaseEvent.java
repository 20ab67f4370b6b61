package onegrid.grid.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import onegrid.kit.outbox.Event;

/**
 * Something that happened to a case. Every type carries the whole public state, so a reader may keep just the newest by
 * version; see {@link CaseState}.
 *
 * @param name the word between {@code grid.case.} and {@code .v1}
 */
record CaseEvent(String name, CaseState state) implements Event {
    @Override
    public String type() {
        return "grid.case." + name + ".v1";
    }

    @Override
    public String topic() {
        return "onegrid.cases";
    }

    @Override
    public String subject() {
        return state.caseId().toString();
    }

    @JsonValue
    public CaseState state() {
        return state;
    }
}
