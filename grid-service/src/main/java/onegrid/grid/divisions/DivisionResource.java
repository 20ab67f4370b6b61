package onegrid.grid.divisions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import onegrid.grid.divisions.DivisionImport.Result;
import onegrid.grid.divisions.Divisions.Division;
import onegrid.kit.command.Command;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The administrative tree of the nation, public: provinces, cities, counties, streets, communities and villages. */
@Path("/api/divisions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class DivisionResource {
    private static final String DIGITS = "[0-9]{0,12}";

    private final Divisions divisions;
    private final DivisionImport imports;

    DivisionResource(Divisions divisions, DivisionImport imports) {
        this.divisions = divisions;
        this.imports = imports;
    }

    /** The children of {@code parent}, or of the nation; with {@code query} all below whose name or code begins so. */
    @Operation(summary = "Administrative divisions below a parent, or by name or code")
    @GET
    public Page<Division> list(
            @QueryParam("parent") @DefaultValue("") @Pattern(regexp = DIGITS, message = "is a division code")
                    String parent,
            @QueryParam("query") @DefaultValue("") @Size(max = 100) String query,
            @BeanParam @Valid Paging paging) {
        var text = query.strip();
        if (!text.isEmpty() && !text.matches(DIGITS)) {
            record Cursor(String name, String code) {}
            var after = paging.from(new Cursor("", ""), parts -> new Cursor(parts.get(0), parts.get(1)));
            return Page.of(
                    divisions.named(text, parent, after.name, after.code, paging.fetch()),
                    paging.limit,
                    division -> division,
                    division -> Paging.cursor(division.name(), division.code()));
        }
        var after = paging.from("", List::getFirst);
        return Page.of(
                parent.isEmpty() ? divisions.roots(after, paging.fetch()) : divisions.in(parent, after, paging.fetch()),
                paging.limit,
                division -> division,
                division -> Paging.cursor(division.code()));
    }

    public record DivisionView(@JsonUnwrapped Division division, List<Division> ancestors) {}

    @Operation(summary = "One administrative division with those above it")
    @GET
    @Path("{code: [0-9]+}")
    public DivisionView one(String code) {
        var division = divisions.find(code).orElseThrow(() -> Problem.notFound("Division " + code));
        return new DivisionView(division, divisions.above(code));
    }

    @Operation(summary = "Administrative divisions as a CSV file")
    @GET
    @Path("export.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response export(
            @QueryParam("within") @DefaultValue("") @Pattern(regexp = DIGITS, message = "is a division code")
                    String within) {
        StreamingOutput rows = out -> divisions.write(within, out);
        return Response.ok(rows)
                .header("Content-Disposition", "attachment; filename=\"divisions.csv\"")
                .build();
    }

    /** The body is the CSV itself, plain or packed with gzip. */
    @Operation(summary = "Import administrative divisions from a CSV file, or try it")
    @POST
    @Path("imports")
    @Consumes({"text/csv", "application/gzip", "application/octet-stream"})
    @Transactional
    @TransactionConfiguration(timeout = 600)
    @Command("divisions.import")
    @RolesAllowed({"centre", "system-admin"})
    public Result importTree(
            @QueryParam("dryRun") @DefaultValue("false") @Pattern(regexp = "true|false", message = "is true or false")
                    String dryRun,
            InputStream body) {
        var result = imports.run(body, dryRun.equals("true"));
        if (!result.passed() && !result.dryRun()) {
            var first = result.badRows().getFirst();
            throw new Problem(
                            400,
                            "validation",
                            "Nothing is changed: " + result.badRows().size() + " bad rows, the first is line "
                                    + first.line() + " (" + first.code() + "): " + first.reason())
                    .with("badRows", result.badRows());
        }
        return result;
    }
}
