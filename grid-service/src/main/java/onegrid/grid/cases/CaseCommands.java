package onegrid.grid.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import onegrid.grid.dispatch.Unit;
import onegrid.kit.command.Versioned;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;

/** How every command reaches its case: in sight, locked, as fresh as stated, allowed to this post; then it is kept. */
@RequestScoped
class CaseCommands {
    private final GridCases cases;
    private final CaseViews views;
    private final Caller caller;
    private final Clock clock;

    CaseCommands(GridCases cases, CaseViews views, Caller caller, Clock clock) {
        this.cases = cases;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a command does to a case. */
    interface Verb {
        void on(GridCase gridCase, Actor actor, Instant at);
    }

    record Note(@Size(max = 500) String note) {
        static String of(Note given) {
            return given == null ? null : Masking.mask(given.note);
        }
    }

    record Reason(@NotBlank @Size(min = 2, max = 500) String reason) {
        String masked() {
            return Masking.mask(reason);
        }
    }

    Actor actor() {
        return Actor.of(caller);
    }

    CaseView send(CaseCommand command, UUID id, String ifMatch, Verb verb) {
        var actor = Actor.of(caller);
        var gridCase = cases.change(id, actor);
        try {
            Versioned.check(ifMatch, gridCase.version);
            command.demand(actor, gridCase);
            verb.on(gridCase, actor, clock.instant());
        } catch (Problem refusal) {
            throw refusal.status() == 409 || refusal.status() == 412 ? withPresent(refusal, gridCase, actor) : refusal;
        }
        cases.keep(gridCase);
        return views.of(gridCase, actor);
    }

    /** Who came second learns what the first one made of the case; a verb may have got halfway before it refused. */
    private Problem withPresent(Problem refusal, GridCase gridCase, Actor actor) {
        return Versioned.fresh(refusal, views.of(cases.asStored(gridCase), actor));
    }

    /** A unit by its code, else 400 for the field that named it. */
    static Unit unit(String field, String code) {
        return Unit.find(code)
                .filter(Unit::takesDispatch)
                .orElseThrow(() -> Problem.invalid(field, "names a unit that cases are not dispatched to"));
    }
}
