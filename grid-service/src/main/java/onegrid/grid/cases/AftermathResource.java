package onegrid.grid.cases;

import static onegrid.grid.cases.Masking.mask;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import onegrid.grid.cases.CaseCommands.Reason;
import onegrid.grid.dispatch.Posts;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.command.Command;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Commands after the closing: asking the reporter, looking at a refused result, doing it once more. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Posts.WORKING_ON_CASES)
class AftermathResource {
    private final CaseCommands commands;
    private final Duplicates duplicates;
    private final WorkingTime time;

    AftermathResource(CaseCommands commands, Duplicates duplicates, WorkingTime time) {
        this.commands = commands;
        this.duplicates = duplicates;
        this.time = time;
    }

    /** @param solved and score are told by an answered call, and by no other */
    record Call(
            @NotNull CallBack.Result result,
            Boolean solved,
            @Min(1) @Max(5) Integer score,
            @Size(max = 500) String text) {
        CallBack checked() {
            var answered = result == CallBack.Result.VALID;
            if (answered != (solved != null)) {
                throw Problem.invalid("solved", answered ? "is needed for an answered call" : "needs an answered call");
            }
            if (answered != (score != null)) {
                throw Problem.invalid("score", answered ? "is needed for an answered call" : "needs an answered call");
            }
            return new CallBack(result, solved, score, mask(text));
        }
    }

    @Operation(summary = "Record a call to the reporter of a closed case")
    @POST
    @Path("{id}/call-back")
    @Transactional
    @Command("case.call-back")
    public CaseView callBack(UUID id, @Valid @NotNull Call request, @HeaderParam("If-Match") String ifMatch) {
        var call = request.checked();
        return commands.send(CaseCommand.CALL_BACK, id, ifMatch, (c, actor, at) -> {
            c.callBack(call, actor, at, time);
            duplicates.follow(c, actor, at);
        });
    }

    record Review(
            @NotNull Boolean stands,
            @NotBlank @Size(min = 2, max = 500) String text) {}

    @Operation(summary = "Judge a result that its reporter has refused twice")
    @POST
    @Path("{id}/review")
    @Transactional
    @Command("case.review")
    public CaseView review(UUID id, @Valid @NotNull Review request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.REVIEW, id, ifMatch, (c, actor, at) -> {
            c.review(request.stands, actor, mask(request.text), at, time);
            duplicates.follow(c, actor, at);
        });
    }

    @Operation(summary = "Open a closed case again")
    @POST
    @Path("{id}/reopen")
    @Transactional
    @Command("case.reopen")
    public CaseView reopen(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.REOPEN, id, ifMatch, (c, actor, at) -> {
            c.reopen(actor, request.masked(), at, time);
            duplicates.follow(c, actor, at);
        });
    }
}
