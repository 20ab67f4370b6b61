package onegrid.grid.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onegrid.grid.clock.LimitProfile;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.photos.Photos;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/**
 * One case as docs/api.md shows it to staff.
 *
 * @param matterConfidence how sure the words were that suggested the matter (0 … 1); null since a person has decided it
 */
record CaseView(
        UUID id,
        String number,
        long version,
        CaseStatus status,
        String statusName,
        String matterCode,
        String matterName,
        String className,
        String platform,
        Double matterConfidence,
        Integer severity,
        LimitProfile limitProfile,
        String limit,
        String text,
        Channel channel,
        Integer peopleAffected,
        boolean injury,
        GridView grid,
        Point point,
        String address,
        Scale scale,
        Decision decision,
        UUID linkageId,
        Linked master,
        List<Linked> duplicates,
        Level level,
        Owner owner,
        String leadUnit,
        List<CoUnit> coUnits,
        OffsetDateTime reportedAt,
        OffsetDateTime filedAt,
        OffsetDateTime contactBy,
        OffsetDateTime contactedAt,
        OffsetDateTime dispatchedAt,
        OffsetDateTime arrivedAt,
        OffsetDateTime acceptBy,
        OffsetDateTime dueAt,
        OffsetDateTime verifyBy,
        OffsetDateTime closedAt,
        boolean overdue,
        int supervision,
        int extensions,
        List<Promise> promises,
        int urgedByReporter,
        int returns,
        int reworks,
        boolean markedBig,
        String reason,
        String route,
        Diversion diversion,
        String complainedOf,
        int badRatings,
        OffsetDateTime reviewSince,
        int callsLeft,
        String handler,
        Feedback feedback,
        Rating rating,
        List<PhotoView> photos,
        MaskedReporter reporter,
        List<Step> history,
        List<String> allowed)
        implements Versioned {

    /** As the grid was in the version under which the case was filed (G6). */
    record GridView(String code, String name, String path, Integer version) {
        static GridView of(GridCase c) {
            return c.place == null
                    ? null
                    : new GridView(c.place.code(), c.place.name(), c.place.path(), c.place.version());
        }
    }

    /** WGS-84 degrees. */
    record Point(double longitude, double latitude) {
        static Point of(GridCase c) {
            return c.longitude == null ? null : new Point(c.longitude, c.latitude);
        }
    }

    record Decision(String rule, String sentence, OffsetDateTime at) {
        static Decision of(GridCase c) {
            return c.verdict == null
                    ? null
                    : new Decision(c.verdict.rule(), c.verdict.sentence(), Zone.at(c.verdict.at()));
        }
    }

    record Owner(String unit, String unitName, String gridCode, String post, String phone) {
        static Owner of(GridCase c) {
            var unit = c.owner.unit();
            var community = Unit.COMMUNITY.code().equals(unit) && c.place.communityName() != null;
            var head = Unit.GRID.code().equals(unit);
            return new Owner(
                    unit,
                    community ? c.place.communityName() : Unit.title(unit),
                    c.owner.grid(),
                    c.owner.post(),
                    head ? c.place.phone() : null);
        }
    }

    /** Called in (吹哨), arrived (报到), done. */
    record CoUnit(
            String unit,
            String unitName,
            OffsetDateTime askedAt,
            OffsetDateTime arrivedAt,
            OffsetDateTime doneAt,
            String note) {
        static CoUnit of(Map.Entry<String, CoPart> entry) {
            var part = entry.getValue();
            return new CoUnit(
                    entry.getKey(),
                    Unit.title(entry.getKey()),
                    Zone.at(part.askedAt),
                    Zone.at(part.arrivedAt),
                    Zone.at(part.doneAt),
                    part.note);
        }
    }

    record Feedback(String text, String noPhotoReason, OffsetDateTime at, String by) {
        static Feedback of(GridCase c) {
            var given = c.feedback;
            return given == null
                    ? null
                    : new Feedback(given.text(), given.noPhotoReason(), Zone.at(given.at()), given.by());
        }
    }

    record Rating(int score, boolean solved, String text, OffsetDateTime at) {
        static Rating of(GridCase c) {
            var given = c.rating;
            return given == null ? null : new Rating(given.score(), given.solved(), given.text(), Zone.at(given.at()));
        }
    }

    /** @param why reported, filed, reclassified, extended, suspended, resumed or reopened */
    record Promise(OffsetDateTime at, OffsetDateTime dueAt, String why, String reason, String by) {
        static List<Promise> of(List<CasePromise> promises) {
            return promises.stream()
                    .map(p -> new Promise(Zone.at(p.at), Zone.at(p.dueAt), p.why, p.reason, p.byPost))
                    .toList();
        }
    }

    /**
     * The master of a case, or one of its duplicates.
     *
     * @param text of a duplicate's report, as masked as every text; null of a master, which may lie outside the reader's scope
     */
    record Linked(
            UUID id, String number, CaseStatus status, String statusName, OffsetDateTime reportedAt, String text) {
        static Linked of(GridCase c) {
            return new Linked(c.id, c.number, c.status, c.status.title(), Zone.at(c.reportedAt), c.text);
        }

        static Linked withoutText(GridCase c) {
            return new Linked(c.id, c.number, c.status, c.status.title(), Zone.at(c.reportedAt), null);
        }
    }

    /** @param published whether everybody may see it */
    record PhotoView(UUID id, String kind, String url, boolean published) {
        static PhotoView of(Photos.Attached photo) {
            return new PhotoView(photo.id(), photo.kind(), "/api/photos/" + photo.id(), photo.published());
        }
    }

    record MaskedReporter(String name, String phone, boolean confidential, boolean present) {
        /** @param known false for who handles what was reported in confidence: not even the masked name */
        static MaskedReporter of(Reporters.Plain plain, boolean known) {
            if (plain == null) {
                return new MaskedReporter(null, null, false, false);
            }
            return !known
                    ? new MaskedReporter(null, null, plain.confidential(), true)
                    : new MaskedReporter(
                            Masking.name(plain.name()), Masking.phone(plain.phone()), plain.confidential(), true);
        }
    }

    record Step(
            int seq,
            OffsetDateTime at,
            CaseStatus from,
            CaseStatus to,
            String command,
            String actor,
            String role,
            String reason,
            String note) {
        static Step of(CaseStep s) {
            return new Step(
                    s.seq, Zone.at(s.at), s.fromStatus, s.toStatus, s.command, s.actor, s.role, s.reason, s.note);
        }
    }

    static CaseView of(
            GridCase c,
            Optional<GridCase> master,
            List<GridCase> duplicates,
            List<CaseStep> history,
            List<CasePromise> promises,
            List<Photos.Attached> photos,
            Reporters.Plain reporter,
            boolean known,
            List<String> allowed,
            Instant now) {
        var matter = c.matter;
        return new CaseView(
                c.id,
                c.number,
                c.version,
                c.status,
                c.status.title(),
                matter == null ? null : matter.code(),
                matter == null ? null : matter.name(),
                matter == null ? null : matter.className(),
                matter == null ? null : matter.platform(),
                c.matterConfidence,
                c.severity,
                c.clock.profile,
                c.clock.limit == null ? null : c.clock.limit.toString(),
                c.text,
                c.channel,
                c.peopleAffected,
                c.injury,
                GridView.of(c),
                Point.of(c),
                c.address,
                c.scale,
                Decision.of(c),
                c.linkageId,
                master.map(Linked::withoutText).orElse(null),
                duplicates.stream().map(Linked::of).toList(),
                c.level,
                Owner.of(c),
                c.assignment.leadUnit,
                c.assignment.coUnits.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(CoUnit::of)
                        .toList(),
                Zone.at(c.reportedAt),
                Zone.at(c.filedAt),
                Zone.at(c.contactBy),
                Zone.at(c.contactedAt),
                Zone.at(c.assignment.dispatchedAt),
                Zone.at(c.assignment.arrivedAt),
                Zone.at(c.assignment.acceptBy),
                Zone.at(c.clock.dueAt),
                Zone.at(c.verifyBy),
                Zone.at(c.closedAt),
                c.overdue(now),
                c.supervision,
                c.clock.extensions,
                Promise.of(promises),
                c.urgedByReporter,
                c.assignment.returns,
                c.reworks,
                c.markedBig,
                c.reason,
                c.route,
                c.diversion,
                c.complainedOf,
                c.badRatings,
                Zone.at(c.reviewSince),
                c.callsLeft,
                c.handler == null ? null : c.handler.name(),
                Feedback.of(c),
                Rating.of(c),
                photos.stream().map(PhotoView::of).toList(),
                MaskedReporter.of(reporter, known),
                history.stream().map(Step::of).toList(),
                allowed);
    }
}
