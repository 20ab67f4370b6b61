package onegrid.grid.cases;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import onegrid.kit.clock.WorkingTime;

/**
 * What follows the closing: the reporter rates, or is called back; a refused result is reworked once, then the
 * supervisor looks at it (domain.md §3.7, 好差评 §7.2); and with new facts a case is reopened.
 */
@MappedSuperclass
abstract class CaseAftermath extends CaseOnTheClock {
    /** Of a call-back (回访). */
    static final int TRIES = 3;

    /** The reporter's word on the result; a bad one opens rework. */
    void rate(Actor actor, int score, boolean solved, String words, Instant at, WorkingTime time) {
        check(CaseStatus.EVALUATED, "rate");
        judged(new Rating(score, solved, words, at), "rate", actor, null, time);
    }

    /** 回访 by another than the handler: an answer counts as the reporter's rating. */
    void callBack(CallBack call, Actor actor, Instant at, WorkingTime time) {
        only(CaseStatus.CLOSED, "call-back");
        CaseRules.mayCallBack(this, actor);
        callsLeft = call.result() == CallBack.Result.NO_ANSWER ? callsLeft - 1 : 0;
        if (call.result() == CallBack.Result.VALID) {
            judged(new Rating(call.score(), call.solved(), call.words(), at), "call-back", actor, call, time);
        } else {
            noted("call-back", "called-back", actor, null, call.inWords(callsLeft), at);
            journal.add(new CaseCallBack(id, version, at, call, actor));
        }
    }

    private void judged(Rating by, String command, Actor actor, CallBack call, WorkingTime time) {
        var at = by.at();
        rating = by;
        callsLeft = 0;
        moveTo(CaseStatus.EVALUATED, command, "evaluated", actor, null, call == null ? null : call.inWords(0), at);
        if (call != null) {
            journal.add(new CaseCallBack(id, version, at, call, actor));
        }
        if (by.isBad()) {
            badRatings++;
            refused(at, time);
        }
    }

    /** Once it is done again; the second time, or where there is nothing to do again, the supervisor looks at it. */
    private void refused(Instant at, WorkingTime time) {
        if (badRatings == 1 && filedAt != null) {
            reworks++;
            again("rework", "reopened", Actor.clock(), "反映人不满意，返工", at, time);
        } else {
            reviewSince = at;
            noted("review", "review-requested", Actor.clock(), "反映人再次不满意，转监督复核", null, at);
        }
    }

    /** The supervisor's word: the result stands, or the case is done once more. */
    void review(boolean stands, Actor actor, String words, Instant at, WorkingTime time) {
        CaseRules.isUnderReview(this);
        if (!stands) {
            CaseRules.reopensOnItsOwn(this);
        }
        reviewSince = null;
        noted("review", "reviewed", actor, words, stands ? "结果成立" : "结果不成立", at);
        if (!stands) {
            reworks++;
            again("review", "reopened", actor, words, at, time);
        }
    }

    void reopen(Actor actor, String why, Instant at, WorkingTime time) {
        if (closedAt == null) {
            throw new IllegalMove(this, "reopen");
        }
        check(CaseStatus.FILED, "reopen");
        CaseRules.mayReopen(this, at);
        CaseRules.reopensOnItsOwn(this);
        again("reopen", "reopened", actor, why, at, time);
    }

    private void again(String command, String event, Actor actor, String why, Instant at, WorkingTime time) {
        clock.startAgain(at, time);
        masterId = null;
        mergedFrom = null;
        closedAt = null;
        reviewSince = null;
        callsLeft = TRIES;
        contactedAt = null;
        contactSooner(at, time);
        assignment.ruled = false;
        assignment.withdraw();
        owner = Desks.first(this);
        moveTo(CaseStatus.FILED, command, event, actor, why, null, at);
        promised("reopened", actor, why, at);
    }
}
