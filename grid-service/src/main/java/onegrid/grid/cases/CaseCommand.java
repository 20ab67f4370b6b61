package onegrid.grid.cases;

import static onegrid.grid.cases.CaseStatus.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import onegrid.grid.dispatch.Unit;
import onegrid.kit.problem.Problem;

/** Who may send which command from which status; {@code allowed} and the refusals are read from the same row. */
enum CaseCommand {
    FILE("file", EnumSet.of(REPORTED), Who.DESK),
    REJECT("reject", EnumSet.of(REPORTED), Who.DESK),
    DIVERT("divert", EnumSet.of(REPORTED), Who.DESK),
    RECLASSIFY("reclassify", EnumSet.of(FILED, RETURN_REQUESTED), Who.DESK),
    CONFIRM_MATTER(
            "confirm-matter", EnumSet.of(FILED, RETURN_REQUESTED), Who.DESK, (a, c, t) -> CaseRules.suggestedMatter(c)),
    MERGE("merge", CaseStatus.NOT_TAKEN, Who.DESK),
    UNMERGE("unmerge", EnumSet.of(MERGED), Who.DESK),
    SELF_HANDLE(
            "self-handle", EnumSet.of(FILED), (a, c) -> a.is("grid-head", "building-head", "community"), (a, c, t) -> {
                CaseRules.smallEnough(c);
                CaseRules.ownGrid(c, a);
                if (a.is("community")) {
                    CaseRules.communityMayLead(c);
                }
            }),
    DISPATCH("dispatch", EnumSet.of(FILED), Who.DESK),
    ACCEPT("accept", EnumSet.of(DISPATCHED), Who.LEAD_OR_CENTRE),
    RETURN("return", EnumSet.of(DISPATCHED), CaseCommand::leads, (a, c, t) -> CaseRules.mayReturn(c, t)),
    RULE(
            "rule",
            EnumSet.of(RETURN_REQUESTED),
            (a, c) -> a.is("centre") || (a.is("street") && !c.assignment.isBounced())),
    ARRIVE(
            "arrive",
            EnumSet.of(DISPATCHED, ACCEPTED, IN_PROGRESS, SUSPENDED),
            (a, c) -> leads(a, c) || helps(a, c) || a.is("centre"),
            (a, c, t) -> {
                if (!a.is("centre")) {
                    CaseRules.mayArrive(c, a.unit());
                }
            }),
    CONTACT(
            "contact",
            CaseStatus.ON_ITS_WAY,
            (a, c) -> leads(a, c) || a.isDesk() || isHead(a, c),
            (a, c, t) -> CaseRules.mayContact(c)),
    START("start", EnumSet.of(ACCEPTED), Who.LEAD_OR_CENTRE),
    CO_DONE(
            "co-done",
            EnumSet.of(DISPATCHED, ACCEPTED, IN_PROGRESS, SUSPENDED),
            (a, c) -> !c.assignment.coUnits.isEmpty() && (a.is("centre") || helps(a, c)),
            (a, c, t) -> {
                var mine = a.is("centre")
                        ? !c.assignment.open().isEmpty()
                        : c.assignment.coUnits.get(a.unit()).isOpen();
                if (!mine) {
                    throw Problem.rule("C1", "This part is done already");
                }
            }),
    EXTEND("extend", GridCase.EXTENDABLE, Who.LEAD_OR_CENTRE, (a, c, t) -> CaseRules.mayExtend(c, a, t)),
    SUSPEND("suspend", EnumSet.of(IN_PROGRESS), (a, c) -> a.is("centre", "street"), (a, c, t) -> {
        if (c.clock.isEmergency()) {
            throw Problem.rule("C4", "An emergency is never suspended");
        }
    }),
    RESUME("resume", EnumSet.of(SUSPENDED), (a, c) -> a.is("centre", "street") || leads(a, c)),
    FEEDBACK("feedback", EnumSet.of(IN_PROGRESS, SELF_HANDLING), CaseCommand::leads, (a, c, t) -> {
        if (!c.assignment.open().isEmpty()) {
            throw Problem.rule("C1", "Co-units have not finished");
        }
    }),
    VERIFY(
            "verify",
            EnumSet.of(VERIFYING),
            (a, c) -> a.isDesk() || a.is("supervisor"),
            (a, c, t) -> CaseRules.mayVerify(c, a)),
    CANCEL("cancel", EnumSet.of(REPORTED, FILED, DISPATCHED, RETURN_REQUESTED), (a, c) -> a.is("centre")),
    CALL_BACK(
            "call-back",
            EnumSet.of(CLOSED),
            (a, c) -> a.isDesk() || a.is("supervisor"),
            (a, c, t) -> CaseRules.mayCallBack(c, a)),
    REVIEW(
            "review",
            EnumSet.of(CLOSED, EVALUATED),
            (a, c) -> a.is("supervisor", "centre"),
            (a, c, t) -> CaseRules.isUnderReview(c)),
    REOPEN(
            "reopen",
            EnumSet.of(CLOSED, EVALUATED),
            (a, c) -> a.is("centre", "supervisor"),
            (a, c, t) -> CaseRules.mayReopen(c, t)),
    MARK_BIG("mark-big", EnumSet.range(FILED, VERIFYING), (a, c) -> a.is("centre", "street"), (a, c, t) -> {
        if (c.markedBig) {
            throw Problem.rule("SMALL_ONLY", "The case is marked big already");
        }
    });

    /** Stands in for "by post": the case itself is already known to lie in the actor's scope. */
    private interface Who {
        boolean may(Actor actor, GridCase c);

        Who DESK = (actor, c) -> actor.isDesk();
        Who LEAD_OR_CENTRE = (actor, c) -> leads(actor, c) || actor.is("centre");
    }

    private interface Rules {
        void check(Actor actor, GridCase c, Instant now);
    }

    private final String wire;
    private final Set<CaseStatus> from;
    private final Who who;
    private final Rules rules;

    CaseCommand(String wire, Set<CaseStatus> from, Who who) {
        this(wire, from, who, (actor, c, now) -> {});
    }

    CaseCommand(String wire, Set<CaseStatus> from, Who who, Rules rules) {
        this.wire = wire;
        this.from = from;
        this.who = who;
        this.rules = rules;
    }

    /** 409 from a status that does not take it, 403 for a post that may not send it. */
    void demand(Actor actor, GridCase c) {
        if (!from.contains(c.status)) {
            throw new IllegalMove(c, wire);
        }
        if (!who.may(actor, c)) {
            throw Problem.forbidden("Your post may not send '" + wire + "' to this case");
        }
    }

    static List<String> allowed(Actor actor, GridCase c, Instant now) {
        return Arrays.stream(values())
                .filter(command -> command.from.contains(c.status) && command.who.may(actor, c))
                .filter(command -> command.holds(actor, c, now))
                .map(command -> command.wire)
                .toList();
    }

    private boolean holds(Actor actor, GridCase c, Instant now) {
        try {
            rules.check(actor, c, now);
            return true;
        } catch (Problem broken) {
            return false;
        }
    }

    static boolean leads(Actor actor, GridCase c) {
        return c.assignment.leadUnit != null && acts(actor, c.assignment.leadUnit);
    }

    /** Before anybody leads: the head who has it. */
    private static boolean isHead(Actor actor, GridCase c) {
        return Unit.GRID.code().equals(c.owner.unit()) && actor.is("grid-head", "building-head");
    }

    static boolean helps(Actor actor, GridCase c) {
        return actor.unit() != null && c.assignment.coUnits.containsKey(actor.unit()) && acts(actor, actor.unit());
    }

    private static boolean acts(Actor actor, String unit) {
        if (Unit.GRID.code().equals(unit)) {
            return actor.is("grid-head", "building-head");
        }
        return actor.is("unit", "property", "community", "street", "centre") && unit.equals(actor.unit());
    }
}
