package onegrid.grid.posts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import onegrid.grid.grids.Grid;
import onegrid.grid.posts.PostTerm.Ending;
import onegrid.grid.posts.PostTerm.Manner;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/**
 * A post as staff see it, with everything that was ever recorded about it, the newest first.
 *
 * @param vacantSince since when nobody acts, neither holder nor stand-in; null while somebody does
 * @param alarmDue when the alarm will be, or was, due as things stand; null while nobody has announced to leave
 * @param openCases cases that belong to this post now and stay with it whoever holds it
 */
record PostView(
        String gridCode,
        String gridName,
        PostKind kind,
        String title,
        State state,
        Term holder,
        Term standIn,
        OffsetDateTime vacantSince,
        OffsetDateTime alarmDue,
        OffsetDateTime alarmedAt,
        long openCases,
        List<Term> terms,
        List<String> allowed,
        long version)
        implements Versioned {

    /** Who acts now. */
    enum State {
        HELD,
        STAND_IN,
        VACANT,
        CLOSED
    }

    enum When {
        PAST,
        NOW,
        COMING,
        WITHDRAWN
    }

    /** @param mine whether the account that asks is the holder */
    record Term(
            UUID id,
            Manner manner,
            String holder,
            boolean mine,
            OffsetDateTime from,
            OffsetDateTime until,
            When when,
            String note,
            OffsetDateTime recordedAt,
            String recordedBy,
            Ending ending,
            String endReason,
            OffsetDateTime endedAt,
            String endedBy) {
        static Term of(PostTerm term, String account, Instant now) {
            return new Term(
                    term.id,
                    term.manner,
                    term.holder,
                    term.holder.equals(account),
                    Zone.at(term.validFrom),
                    Zone.at(term.validTo),
                    when(term, now),
                    term.note,
                    Zone.at(term.recordedAt),
                    term.recordedBy,
                    term.ending,
                    term.endReason,
                    Zone.at(term.endedAt),
                    term.endedBy);
        }

        private static When when(PostTerm term, Instant now) {
            return term.withdrawn
                    ? When.WITHDRAWN
                    : term.validFrom.isAfter(now) ? When.COMING : term.holds(now) ? When.NOW : When.PAST;
        }
    }

    static State state(GridPost post, Instant now) {
        return post.closedAt != null
                ? State.CLOSED
                : post.standingIn(now).isPresent()
                        ? State.STAND_IN
                        : post.held(now).isPresent() ? State.HELD : State.VACANT;
    }

    static PostView of(
            GridPost post,
            Grid grid,
            String account,
            boolean appoints,
            long openCases,
            PostSettings settings,
            Instant now) {
        return new PostView(
                post.gridCode,
                grid.name(),
                post.kind,
                post.kind.titleAt(grid),
                state(post, now),
                post.held(now).map(term -> Term.of(term, account, now)).orElse(null),
                post.standingIn(now).map(term -> Term.of(term, account, now)).orElse(null),
                Zone.at(post.vacantSince(now).orElse(null)),
                Zone.at(post.alarmDue(settings.vacantAfter(), now).orElse(null)),
                Zone.at(post.alarmOn(now).orElse(null)),
                openCases,
                post.terms.stream()
                        .sorted(Comparator.comparing((PostTerm term) -> term.validFrom)
                                .thenComparing(term -> term.recordedAt)
                                .reversed())
                        .map(term -> Term.of(term, account, now))
                        .toList(),
                appoints ? allowed(post, now) : List.of(),
                post.version);
    }

    private static List<String> allowed(GridPost post, Instant now) {
        var allowed = new ArrayList<String>();
        if (post.closedAt != null) {
            return allowed;
        }
        allowed.add(post.held(now).isPresent() ? "hand-over" : "appoint");
        if (post.standingIn(now).isPresent()) {
            allowed.add("end-stand-in");
        } else {
            allowed.add("stand-in");
        }
        if (post.held(now).isPresent()) {
            allowed.add("vacate");
        }
        if (post.terms.stream().anyMatch(term -> !term.withdrawn && term.validFrom.isAfter(now))) {
            allowed.add("withdraw");
        }
        return allowed;
    }
}
