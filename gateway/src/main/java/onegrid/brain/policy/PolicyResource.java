package onegrid.brain.policy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Command;
import onegrid.kit.paging.Page;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Escalation policies: read by the posts that steer, drafted, tried and put in force by the centre. */
@Path("/api/brain/policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"grid-head", "building-head", "community", "street", "centre", "supervisor"})
class PolicyResource {
    private final Policies policies;
    private final Trials trials;
    private final Caller caller;

    PolicyResource(Policies policies, Trials trials, Caller caller) {
        this.policies = policies;
        this.trials = trials;
        this.caller = caller;
    }

    /** A rule; {@code order} counts from 1, and in a draft the order of the list is what counts. */
    public record RuleView(
            @NotBlank @Size(max = 20) String number,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 2000) String condition,
            @NotNull Scale scale,
            @NotNull Level level,
            @NotBlank @Size(max = 500) String sentence,
            @Size(max = 500) String sentenceEn,
            Integer order) {
        Rule rule() {
            return new Rule(number, name, condition, scale, level, sentence, sentenceEn);
        }
    }

    public record Draft(
            @NotBlank @Size(max = 500) String note,
            @NotEmpty @Size(max = 100) List<@Valid @NotNull RuleView> rules) {}

    public record Try(@Min(1) @Max(3650) Integer days) {}

    public record PolicyView(
            int version,
            PolicyVersion.Status status,
            String note,
            OffsetDateTime createdAt,
            OffsetDateTime inForceAt,
            List<RuleView> rules) {
        static PolicyView of(PolicyVersion policy) {
            var rules = new ArrayList<RuleView>();
            for (var rule : policy.rules) {
                rules.add(new RuleView(
                        rule.number(),
                        rule.name(),
                        rule.condition(),
                        rule.scale(),
                        rule.level(),
                        rule.sentence(),
                        rule.sentenceEn(),
                        rules.size() + 1));
            }
            return new PolicyView(
                    policy.version,
                    policy.status,
                    policy.note,
                    Zone.at(policy.createdAt),
                    Zone.at(policy.inForceAt),
                    rules);
        }
    }

    @Operation(summary = "Versions of the escalation policy, the newest first")
    @GET
    @Transactional
    public Page<PolicyView> list() {
        return new Page<>(policies.newestFirst().stream().map(PolicyView::of).toList(), null);
    }

    @Operation(summary = "One version of the escalation policy with its rules")
    @GET
    @Path("{version}")
    @Transactional
    public PolicyView read(int version) {
        return PolicyView.of(policies.get(version));
    }

    @Operation(summary = "Draft a new version of the escalation policy")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PolicyView.class)))
    @POST
    @RolesAllowed("centre")
    @Transactional
    @Command("policy.draft")
    public Response draft(@Valid @NotNull Draft request) {
        var rules = request.rules.stream().map(RuleView::rule).toList();
        var policy = policies.draft(request.note, rules, caller.post());
        return Response.created(URI.create("/api/brain/policies/" + policy.version))
                .entity(PolicyView.of(policy))
                .build();
    }

    /** What this version would have decided otherwise; changes nothing. */
    @Operation(summary = "Try a version on past cases; nothing changes")
    @POST
    @Path("{version}/try")
    @RolesAllowed("centre")
    @Transactional
    public Trials.Trial tryOn(int version, @Valid Try request) {
        var days = request == null || request.days == null ? 30 : request.days;
        return trials.run(policies.compiled(policies.get(version)), days, caller.scope());
    }

    @Operation(summary = "Put a version of the escalation policy in force")
    @POST
    @Path("{version}/enforce")
    @RolesAllowed("centre")
    @Transactional
    @Command("policy.enforce")
    public PolicyView enforce(int version) {
        return PolicyView.of(policies.enforce(policies.get(version)));
    }
}
