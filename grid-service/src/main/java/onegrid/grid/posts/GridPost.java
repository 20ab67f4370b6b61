package onegrid.grid.posts;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import onegrid.grid.posts.PostTerm.Act;
import onegrid.grid.posts.PostTerm.Ending;
import onegrid.grid.posts.PostTerm.Manner;
import onegrid.kit.clock.Zone;
import onegrid.kit.problem.Problem;

/**
 * The post of a grid's head. It opens with the grid and closes with it. In between one account at a time holds it
 * (G5): appointed, handed over in one instant, or vacated; beside or instead of the holder one stand-in at a time acts
 * for a stated while. Who acts is the stand-in, else the holder; where nobody does for longer than the district allows,
 * an alarm is raised, once a vacancy. The cases of a grid belong to its post, so they stay when the holder goes.
 */
@Entity
class GridPost {
    @Id
    UUID id;

    String gridCode;

    @Enumerated(EnumType.STRING)
    PostKind kind;

    Instant openedAt;
    Instant closedAt;
    Instant alarmedFor;
    Instant alarmedAt;
    Instant nextMarkAt;

    /** Counted by hand under the row's lock: a term is a change of its post. */
    long version;

    @OneToMany(mappedBy = "post", cascade = CascadeType.PERSIST)
    @OrderBy("validFrom, recordedAt")
    List<PostTerm> terms = new ArrayList<>();

    protected GridPost() {}

    GridPost(UUID id, String gridCode, PostKind kind, Instant openedAt) {
        this.id = id;
        this.gridCode = gridCode;
        this.kind = kind;
        this.openedAt = openedAt;
    }

    void appoint(String holder, Instant from, Act act) {
        beFree(Manner.HOLDER, from, null);
        take(holder, from, act);
    }

    /** Ends one term and begins the next in the same instant. */
    void handOver(String to, Instant at, Act act) {
        var leaving = held(at.minusNanos(1000)) // who takes it at this instant hands it over later
                .orElseThrow(() -> Problem.rule("NO_HOLDER", "Nobody holds the post at that time: appoint instead"));
        if (leaving.holder.equals(to)) {
            throw Problem.invalid("to", "holds the post already");
        }
        later(leaving).findFirst().ifPresent(GridPost::refuse);
        leaving.end(at, Ending.HANDED_OVER, act);
        take(to, at, act);
    }

    private void take(String holder, Instant from, Act act) {
        terms.add(new PostTerm(this, Manner.HOLDER, holder, from, act));
        relieve(from.isAfter(act.at()) ? from : act.at(), act);
        version++;
    }

    /** A head who takes the post ends the time of the stand-in. */
    private void relieve(Instant at, Act act) {
        for (var standIn :
                of(Manner.STAND_IN).filter(term -> term.overlaps(at, null)).toList()) {
            if (standIn.validFrom.isBefore(at)) {
                standIn.end(at, Ending.RELIEVED, act);
            } else {
                standIn.withdraw(act);
            }
        }
    }

    void standIn(String holder, Instant from, Instant until, Act act) {
        if (of(Manner.HOLDER).anyMatch(term -> term.holder.equals(holder) && term.overlaps(from, until))) {
            throw Problem.invalid("holder", "holds the post itself at that time");
        }
        beFree(Manner.STAND_IN, from, until);
        var term = new PostTerm(this, Manner.STAND_IN, holder, from, act);
        term.validTo = until;
        term.ending = Ending.UNTIL;
        terms.add(term);
        version++;
    }

    void endStandIn(Instant at, Act act) {
        var term = standingIn(at.minusNanos(1000))
                .orElseThrow(() -> Problem.rule("NO_HOLDER", "Nobody stands in at that time"));
        term.end(at, Ending.VACATED, act);
        version++;
    }

    void vacate(Instant at, Act act) {
        var term = held(at.minusNanos(1000))
                .orElseThrow(() -> Problem.rule("NO_HOLDER", "Nobody holds the post at that time"));
        term.end(at, Ending.VACATED, act);
        version++;
    }

    /** Takes back a term that has not begun; the one that would have been handed over goes on. */
    void withdraw(UUID termId, Act act) {
        var term = terms.stream()
                .filter(one -> one.id.equals(termId) && !one.withdrawn)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The term"));
        if (!term.validFrom.isAfter(act.at())) {
            throw Problem.rule("TERM_BEGUN", "What has begun is not taken back: hand over, vacate or end it");
        }
        term.withdraw(act);
        of(Manner.HOLDER)
                .filter(before -> term.manner == Manner.HOLDER
                        && before.ending == Ending.HANDED_OVER
                        && term.validFrom.equals(before.validTo))
                .forEach(PostTerm::goOn);
        version++;
    }

    private void beFree(Manner manner, Instant from, Instant to) {
        of(manner).filter(term -> term.overlaps(from, to)).findFirst().ifPresent(GridPost::refuse);
    }

    private static void refuse(PostTerm taken) {
        throw Problem.rule("G5", "Terms of a post do not overlap: another one lies in that time")
                .with("heldFrom", Zone.at(taken.validFrom))
                .with("heldUntil", Zone.at(taken.validTo));
    }

    private Stream<PostTerm> later(PostTerm than) {
        return of(Manner.HOLDER).filter(term -> term.validFrom.isAfter(than.validFrom));
    }

    private Stream<PostTerm> of(Manner manner) {
        return terms.stream().filter(term -> term.manner == manner && !term.withdrawn);
    }

    Optional<PostTerm> held(Instant at) {
        return of(Manner.HOLDER).filter(term -> term.holds(at)).findFirst();
    }

    Optional<PostTerm> standingIn(Instant at) {
        return of(Manner.STAND_IN).filter(term -> term.holds(at)).findFirst();
    }

    /** Since when nobody acts; empty while somebody does. */
    Optional<Instant> vacantSince(Instant now) {
        return closedAt != null ? Optional.empty() : Vacancy.since(beginning(), acted(), now);
    }

    /** When the alarm will be raised, as things stand. */
    Optional<Instant> alarmDue(Duration after, Instant now) {
        return closedAt != null
                ? Optional.empty()
                : Vacancy.alarming(beginning(), acted(), after, alarmedFor, now)
                        .map(vacancy -> vacancy.from().plus(after));
    }

    /** Looks at the clock: raises the alarm that is due, and sets when to look again. */
    Optional<Instant> press(Duration after, Instant now) {
        var raised = alarmDue(after, now).filter(due -> !due.isAfter(now)).map(due -> due.minus(after));
        raised.ifPresent(since -> {
            alarmedFor = since;
            alarmedAt = now;
        });
        nextMarkAt = alarmDue(after, now).orElse(null);
        return raised;
    }

    /** The alarm of the vacancy that is on. */
    Optional<Instant> alarmOn(Instant now) {
        return vacantSince(now).filter(since -> since.equals(alarmedFor)).map(since -> alarmedAt);
    }

    /** A term that was recorded later on may have begun before the grid was imported. */
    private Instant beginning() {
        return terms.stream()
                .filter(term -> !term.withdrawn && !term.recordedAt.isBefore(openedAt))
                .map(term -> term.validFrom)
                .filter(from -> from.isBefore(openedAt))
                .min(Instant::compareTo)
                .orElse(openedAt);
    }

    private List<Vacancy.Span> acted() {
        return terms.stream()
                .filter(term -> !term.withdrawn)
                .map(PostTerm::span)
                .toList();
    }
}
