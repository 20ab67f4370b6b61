package onegrid.grid.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import onegrid.grid.clock.Limit;
import onegrid.grid.clock.LimitProfile;
import onegrid.grid.clock.Mark;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.clock.Zone;

/** The clock of a case: how its time counts, until when it runs, and what was left when it was stopped (挂账). */
@Embeddable
class DueClock {
    private static final LocalTime END_OF_OFFICE = LocalTime.of(18, 0);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("M月d日HH:mm");

    @Enumerated(EnumType.STRING)
    @Column(name = "limit_profile")
    LimitProfile profile;

    /** The matter's own, else the profile's; as it was when the clock started. */
    @Convert(converter = LimitText.class)
    @Column(name = "time_limit")
    Limit limit;

    /** When the limit began to count: the filing, or the last reopening; later by the time that the case was suspended. */
    @Column(name = "limit_from")
    Instant startedAt;

    Instant dueAt;
    /** The highest share of the limit at which the case was pressed; see {@link Mark}. */
    int pressed;

    int extensions;
    Instant stoppedAt;
    Long leftSeconds;
    LocalDate reviewOn;

    /** Before a profile is known: until when a desk has to have filed the report. */
    static DueClock until(Instant fileBy) {
        var clock = new DueClock();
        clock.dueAt = fileBy;
        return clock;
    }

    void start(LimitProfile as, Limit within, Instant at, WorkingTime time) {
        dueAt = within.due(at, time);
        profile = as;
        limit = within;
        startedAt = at;
        pressed = 0;
        extensions = 0;
    }

    /** Once more from the beginning, with the limit it had. */
    void startAgain(Instant at, WorkingTime time) {
        start(profile, limit, at, time);
    }

    void extend(Instant until) {
        dueAt = until;
        extensions++;
    }

    /** Until the review the review itself is what is due; false for a case that is late, it stays late. */
    boolean stop(LocalDate review, Instant at, WorkingTime time) {
        reviewOn = review;
        stoppedAt = at;
        var inTime = at.isBefore(dueAt);
        if (inTime) {
            leftSeconds = limit.left(at, dueAt, time).toSeconds();
            dueAt = reviewAt();
        }
        return inTime;
    }

    /** With what was left; false where nothing was kept. */
    boolean goOn(Instant at, WorkingTime time) {
        var kept = leftSeconds != null;
        if (kept) {
            dueAt = limit.plus(at, Duration.ofSeconds(leftSeconds), time);
            startedAt = startedAt.plus(Duration.between(stoppedAt, at));
        }
        stoppedAt = null;
        leftSeconds = null;
        reviewOn = null;
        return kept;
    }

    /** The end of the day on which a suspended case is to be looked at again. */
    Instant reviewAt() {
        return reviewOn.atTime(END_OF_OFFICE).atZone(Zone.SHANGHAI).toInstant();
    }

    /** The marks that have come since the case was last pressed, in their order. */
    List<Mark> comeBy(Instant now, WorkingTime time) {
        var come = new ArrayList<Mark>();
        for (var next = Mark.after(pressed); next.isPresent(); next = Mark.after(next.get().share)) {
            if (at(next.get(), time).isAfter(now)) {
                break;
            }
            come.add(next.get());
        }
        return come;
    }

    /** When the next mark comes; null after the last one and where no limit runs. */
    Instant nextMark(WorkingTime time) {
        return profile == null
                ? null
                : Mark.after(pressed).map(mark -> at(mark, time)).orElse(null);
    }

    private Instant at(Mark mark, WorkingTime time) {
        return mark.at(startedAt, dueAt, limit, time);
    }

    /** As people read it: 11月23日10:00. */
    String shown() {
        return SHOWN.format(dueAt.atZone(Zone.SHANGHAI));
    }

    boolean passed(Instant now) {
        return dueAt != null && now.isAfter(dueAt);
    }

    boolean isEmergency() {
        return profile == LimitProfile.EMERGENCY;
    }
}
