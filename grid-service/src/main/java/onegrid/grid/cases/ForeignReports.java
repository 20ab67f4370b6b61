package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Scope;

/** Reports of systems that speak another language than docs/api.md; the same rules hold for them. */
@ApplicationScoped
public class ForeignReports {
    private static final int LONGEST = 4000;

    private final CaseIntake intake;
    private final GridCases cases;
    private final Validator validator;
    private final Clock clock;

    ForeignReports(CaseIntake intake, GridCases cases, Validator validator, Clock clock) {
        this.intake = intake;
        this.cases = cases;
        this.validator = validator;
        this.clock = clock;
    }

    /** WGS-84 degrees, both or none; everything but text and matter may be null. */
    public record Foreign(
            String text,
            String matterCode,
            Double longitude,
            Double latitude,
            String gridCode,
            String address,
            Integer peopleAffected,
            boolean injury,
            String name,
            String phone,
            List<UUID> photos) {
        public Foreign with(List<UUID> taken) {
            return new Foreign(
                    text,
                    matterCode,
                    longitude,
                    latitude,
                    gridCode,
                    address,
                    peopleAffected,
                    injury,
                    name,
                    phone,
                    taken);
        }
    }

    /**
     * @param promise who has it and until when, in words
     * @param before true when the same submission was filed before
     */
    public record Filed(String number, String promise, boolean before) {}

    /**
     * A report with an address alone goes to the district desk, which looks for its place; so the client must be one that
     * may report in the whole district.
     *
     * @param client whose report it is, as histories show it
     * @param scope where the client may report
     * @param key the same one never makes two cases (C12); null for none
     * @throws Problem 400 with the field, 403 outside the scope, 422 outside the district
     */
    @Transactional
    public Filed file(Foreign foreign, String client, Scope scope, String key) {
        var report = report(foreign);
        demandValid(report);
        var actor = actor(client, scope);
        var before = key == null || key.isBlank() ? Optional.<GridCase>empty() : intake.before(actor, key);
        if (before.isPresent()) {
            return new Filed(before.get().number, Receipt.promise(before.get(), clock.instant()), true);
        }
        var receipt = intake.take(report, actor, key);
        if (!scope.covers(
                receipt.grid() == null
                        ? receipt.owner().gridCode()
                        : receipt.grid().code())) {
            throw Problem.forbidden("This client may not report there"); // and what was filed is rolled back
        }
        return new Filed(receipt.number(), receipt.promise(), false);
    }

    private void demandValid(Report report) {
        var errors = validator.validate(report).stream()
                .map(broken -> new Problem.FieldError(broken.getPropertyPath().toString(), broken.getMessage()))
                .filter(error -> !error.field().equals("text"))
                .sorted(Comparator.comparing(Problem.FieldError::field))
                .toList();
        if (!errors.isEmpty()) {
            throw new Problem(400, "validation", errors.getFirst().field()).with("errors", errors);
        }
        // GeoReport v2 allows more than our pages do; masking may make a text a little longer.
        var length = Masking.mask(report.text()).length();
        if (length < 2 || length > LONGEST) {
            throw Problem.invalid("text", "has 2 to " + LONGEST + " characters");
        }
    }

    /**
     * Adds new facts to an open case; who has it reads them in the history.
     *
     * @return the number of the history row
     * @throws Problem 403 outside the scope, 404 for a case that stays inside, 409 for one that is closed
     */
    @Transactional
    public int comment(String number, String words, String client, Scope scope) {
        var gridCase = cases.track(number, true)
                .filter(c -> c.complainedOf == null)
                .orElseThrow(() -> Problem.notFound("The case"));
        if (!scope.covers(gridCase.placeCode)) {
            throw Problem.forbidden("This client may not report there");
        }
        gridCase.comment(actor(client, scope), Masking.mask(words), clock.instant());
        cases.keep(gridCase);
        return gridCase.version;
    }

    private static Actor actor(String client, Scope scope) {
        return new Actor("client:" + client, "district-system", client, null, scope);
    }

    private static Report report(Foreign f) {
        return new Report(
                f.text,
                f.matterCode,
                f.longitude == null ? null : new Report.Point(f.longitude, f.latitude),
                f.gridCode,
                f.address,
                f.peopleAffected,
                f.injury,
                null,
                null,
                Channel.SYSTEM,
                f.name == null && f.phone == null ? null : new Report.Person(f.name, f.phone, false),
                f.photos);
    }
}
