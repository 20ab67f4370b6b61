package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.List;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Scope;

/** Reports of systems that speak another language than docs/api.md; the same rules hold for them. */
@ApplicationScoped
public class ForeignReports {
    private final CaseIntake intake;
    private final Validator validator;

    ForeignReports(CaseIntake intake, Validator validator) {
        this.intake = intake;
        this.validator = validator;
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
            String phone) {}

    /** @param promise who has it and until when, in words */
    public record Filed(String number, String promise) {}

    /**
     * @param client whose report it is, as histories show it
     * @param scope where the client may report
     * @throws Problem 400 with the field, 403 outside the scope, 422 outside the district
     */
    @Transactional
    public Filed file(Foreign foreign, String client, Scope scope) {
        var report = report(foreign);
        var broken = validator.validate(report);
        if (!broken.isEmpty()) {
            var first = broken.iterator().next();
            throw Problem.invalid(first.getPropertyPath().toString(), first.getMessage());
        }
        var actor = new Actor("client:" + client, "district-system", client, null, scope);
        var receipt = intake.take(report, actor, null);
        if (receipt.grid() != null && !scope.covers(receipt.grid().code())) {
            throw Problem.forbidden("This client may not report there"); // and what was filed is rolled back
        }
        return new Filed(receipt.number(), receipt.promise());
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
                List.of());
    }
}
