package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import onegrid.grid.clock.LimitProfile;
import onegrid.grid.grids.Grid;
import onegrid.grid.grids.GridLocator;
import onegrid.grid.grids.Grids;
import onegrid.grid.matters.Catalogue;
import onegrid.grid.matters.Matter;
import onegrid.grid.matters.Suggestions;
import onegrid.grid.matters.Suggestions.Suggestion;
import onegrid.grid.photos.Photos;
import onegrid.grid.tracking.TrackingToken;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From a report to a case: find the place, find the matter, file at once where both are sure. */
@ApplicationScoped
class CaseIntake {
    private final GridCases cases;
    private final CaseNumbers numbers;
    private final Reporters reporters;
    private final Photos photos;
    private final Grids grids;
    private final GridLocator locator;
    private final Suggestions suggestions;
    private final WorkingTime time;
    private final Clock clock;
    private final String district;

    CaseIntake(
            GridCases cases,
            CaseNumbers numbers,
            Reporters reporters,
            Photos photos,
            Grids grids,
            GridLocator locator,
            Suggestions suggestions,
            WorkingTime time,
            Clock clock,
            @ConfigProperty(name = "onegrid.district", defaultValue = "410212") String district) {
        this.cases = cases;
        this.numbers = numbers;
        this.reporters = reporters;
        this.photos = photos;
        this.grids = grids;
        this.locator = locator;
        this.suggestions = suggestions;
        this.time = time;
        this.clock = clock;
        this.district = district;
    }

    Receipt take(Report report, Actor actor, String idempotencyKey) {
        var at = clock.instant();
        var channel = channel(report, actor);
        var severity = severity(report, actor);
        var place = place(report, channel, actor);
        var text = Masking.mask(report.text());
        var suggested = report.matterCode() == null ? suggested(text) : Optional.<Suggestion>empty();
        var matter = report.matterCode() == null
                ? suggested.map(Suggestion::matter).orElse(null)
                : matter(report.matterCode());
        var id = UUID.randomUUID();
        var token = TrackingToken.fresh();
        var atOnce = place != null && matter != null;
        var intake = new Intake(
                id,
                numbers.next(at),
                text,
                channel,
                report.peopleAffected(),
                report.injury(),
                report.point() == null ? null : report.point().longitude(),
                report.point() == null ? null : report.point().latitude(),
                Masking.mask(report.address()),
                place,
                district,
                contactBy(report.reporter(), at),
                Complaint.about(report.complainedOf()),
                token.hash(),
                key(actor, idempotencyKey));
        var gridCase = GridCase.report(intake, actor, at, atOnce ? null : LimitProfile.fileBy(at, time));
        if (atOnce) {
            var confidence = suggested.map(Suggestion::confidence).orElse(null);
            gridCase.file(
                    matter,
                    confidence,
                    severity,
                    place,
                    cases.before(matter, place, intake.complainedOf(), at, id),
                    actor,
                    at,
                    time);
        }
        cases.add(gridCase);
        keep(gridCase, report.reporter());
        photos.attach(report.photos(), id, "REPORT");
        return Receipt.of(gridCase, token, at);
    }

    /** What the same submission made before. */
    Optional<GridCase> before(Actor actor, String idempotencyKey) {
        return cases.submittedAs(key(actor, idempotencyKey));
    }

    /** "Me too": a case of its own that follows the master from the start, with what its reporter has told already. */
    Receipt join(GridCase master, SameMatterResource.Joining joining, Actor actor, String idempotencyKey) {
        var at = clock.instant();
        var reporter = joining.reporter();
        var words = joining.text() == null || joining.text().isBlank()
                ? "同一问题：" + master.matter.name()
                : Masking.mask(joining.text());
        var token = TrackingToken.fresh();
        var intake = new Intake(
                UUID.randomUUID(),
                numbers.next(at),
                words,
                Channel.of(actor),
                null,
                false,
                null,
                null,
                null,
                master.place,
                district,
                contactBy(reporter, at),
                master.complainedOf,
                token.hash(),
                key(actor, idempotencyKey));
        var gridCase = GridCase.report(intake, actor, at, null);
        gridCase.joins(master, actor, at, time);
        cases.add(gridCase);
        keep(gridCase, reporter);
        photos.attach(joining.photos(), gridCase.id, "REPORT");
        return Receipt.joined(gridCase, master, token, at);
    }

    /** Who left no phone is not contacted. */
    private Instant contactBy(Report.Person reporter, Instant at) {
        var reachable = reporter != null
                && reporter.phone() != null
                && !reporter.phone().isBlank();
        return reachable ? LimitProfile.contactBeforeFiled(at, time) : null;
    }

    private void keep(GridCase gridCase, Report.Person reporter) {
        if (reporter != null && !reporter.isEmpty()) {
            reporters.keep(gridCase.id, reporter.name(), reporter.phone(), reporter.confidential());
        }
    }

    private static Channel channel(Report report, Actor actor) {
        var usual = Channel.of(actor);
        if (report.channel() == null || report.channel() == usual) {
            return usual;
        }
        if (actor.is("resident")) {
            throw Problem.invalid("channel", "is PORTAL for a report without a staff account");
        }
        return report.channel();
    }

    private Place place(Report report, Channel channel, Actor actor) {
        if (report.point() != null && report.gridCode() != null) {
            throw Problem.invalid("gridCode", "and point exclude each other: name one place");
        }
        if (report.point() != null) {
            return at(report.point());
        }
        if (report.gridCode() != null) {
            return place(report.gridCode());
        }
        var described = actor.is("district-system")
                && report.address() != null
                && !report.address().isBlank(); // a desk finds the address
        if (!channel.mayLackPlace() && !described) {
            throw Problem.invalid("point", "or gridCode is needed");
        }
        return null;
    }

    /** Outside the district: 422. Inside, where no grid is drawn: the community if known, else the district desk. */
    Place at(Report.Point point) {
        return locator.locate(point.longitude(), point.latitude())
                .or(() -> locator.community(point.longitude(), point.latitude()))
                .map(Place::of)
                .orElse(null);
    }

    Place place(String gridCode) {
        return grids.find(gridCode)
                .map(Place::of)
                .orElseThrow(() -> Problem.invalid("gridCode", reasonAgainst(gridCode)));
    }

    private String reasonAgainst(String gridCode) {
        var successors = grids.today(gridCode);
        return successors.isEmpty()
                ? "is not a grid of this district"
                : "was retired; its land belongs to "
                        + String.join(", ", successors.stream().map(Grid::code).toList());
    }

    /** Where a report lies in the version in force now; between two successors its point decides. */
    Place today(Place reported, Double longitude, Double latitude) {
        var grids = this.grids.today(reported.code());
        if (grids.size() == 1) {
            return Place.of(grids.getFirst());
        }
        return longitude == null || grids.isEmpty() ? reported : at(new Report.Point(longitude, latitude));
    }

    Matter matter(String code) {
        return Catalogue.find(code).orElseThrow(() -> Problem.invalid("matterCode", "is not in the catalogue"));
    }

    /** The matter named, else the one that the text suggests with confidence, else null. */
    Matter matter(String code, String text) {
        if (code != null) {
            return matter(code);
        }
        return text == null ? null : suggested(text).map(Suggestion::matter).orElse(null);
    }

    private Optional<Suggestion> suggested(String text) {
        return suggestions.of(text).stream().findFirst().filter(Suggestion::sure);
    }

    private static Integer severity(Report report, Actor actor) {
        if (report.severity() != null && !actor.isStaff()) {
            throw Problem.invalid("severity", "is set by staff");
        }
        return report.severity();
    }

    private static String key(Actor actor, String idempotencyKey) {
        return idempotencyKey == null || idempotencyKey.isBlank()
                ? null
                : UUID.nameUUIDFromBytes((actor.account() + "|" + idempotencyKey).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    WorkingTime time() {
        return time;
    }

    int before(Matter matter, Place place, GridCase c, Instant at) {
        return cases.before(matter, place, c.complainedOf, at, c.id);
    }
}
