package onegrid.grid.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import onegrid.grid.cases.CaseList;
import onegrid.grid.dispatch.Posts;
import onegrid.grid.dispatch.Unit;
import onegrid.kit.clock.Zone;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The figures by grid, unit, type and period, and the cases behind each. Of organisations and places only: there is no
 * way to ask for a reporter's or a person's.
 */
@Path("/api/cases/figures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Posts.READING_FIGURES)
class FigureResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Figures figures;
    private final RowNames names;
    private final CaseList cases;
    private final Caller caller;
    private final Clock clock;

    FigureResource(Figures figures, RowNames names, CaseList cases, Caller caller, Clock clock) {
        this.figures = figures;
        this.names = names;
        this.cases = cases;
        this.caller = caller;
        this.clock = clock;
    }

    /** As JSON, or as a file for whoever asks for text/csv first. */
    @Operation(summary = "Figures of a period: closure, timeliness, satisfaction and the others")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FigureTable.class)))
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Transactional
    public Response table(@BeanParam @Valid Asked asked, @Context HttpHeaders headers) {
        var question = asked.by(caller, clock.instant());
        var table = table(question);
        var first = headers.getAcceptableMediaTypes().getFirst();
        if (!first.getSubtype().equals("csv")) {
            return Response.ok(table, MediaType.APPLICATION_JSON_TYPE).build();
        }
        var name = "figures-" + question.by().word() + "-" + question.from() + "-" + question.to() + ".csv";
        return Response.ok(FigureCsv.of(table), MediaType.valueOf(CSV))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private FigureTable table(Question question) {
        var counted = figures.count(question);
        return new FigureTable(
                Zone.at(question.now()),
                new FigureTable.Period(question.from(), question.to()),
                question.by().word(),
                question.root(),
                question.unit(),
                question.matter(),
                new FigureTable.Row("", "合计", byCode(counted.total())),
                counted.rows().entrySet().stream()
                        .map(row -> new FigureTable.Row(
                                row.getKey(), names.of(row.getKey(), question), byCode(row.getValue())))
                        .toList(),
                FigureTable.Definition.ALL);
    }

    private static Map<String, FigureTable.Value> byCode(Map<Figure, FigureTable.Value> values) {
        var byCode = new LinkedHashMap<String, FigureTable.Value>();
        Arrays.stream(Figure.values()).forEach(figure -> byCode.put(figure.code, values.get(figure)));
        return byCode;
    }

    static class Behind extends Asked {
        @QueryParam("part")
        @DefaultValue("denominator")
        public String part;

        /** Of a row of the table; none for all rows. */
        @QueryParam("key")
        public String key;

        Figures.Part part() {
            try {
                return Figures.Part.valueOf(part.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("part", "is numerator, denominator or missing");
            }
        }

        Figures.Found last() {
            return from(
                    null,
                    parts -> new Figures.Found(
                            UUID.fromString(parts.get(1)),
                            null,
                            Instant.parse(parts.get(0)),
                            parts.get(2),
                            null,
                            true));
        }
    }

    /**
     * A case as in the desk's list, and what was counted of it.
     *
     * @param at what put it into the period
     * @param countedUnit the unit that it was counted for
     * @param hours of a time; null for a rate
     */
    record CountedCase(
            @JsonUnwrapped CaseList.Row row,
            java.time.OffsetDateTime at,
            String countedUnit,
            String countedUnitName,
            Double hours,
            boolean opens) {}

    @Operation(summary = "The cases that a figure counts")
    @GET
    @Path("{figure}/cases")
    @Transactional
    public Page<CountedCase> behind(String figure, @BeanParam @Valid Behind asked) {
        var counted = Figure.find(figure).orElseThrow(() -> Problem.notFound("The figure"));
        var found = figures.find(
                counted, asked.part(), asked.by(caller, clock.instant()), asked.key, asked.last(), asked.fetch());
        var rows =
                cases.rows(found.stream().map(Figures.Found::caseId).distinct().toList());
        return Page.of(
                found,
                asked.limit,
                one -> new CountedCase(
                        rows.get(one.caseId()),
                        Zone.at(one.at()),
                        one.unit(),
                        Unit.title(one.unit()),
                        one.hours() == null ? null : Math.round(one.hours() * 100) / 100.0,
                        one.opens()),
                one -> Paging.cursor(one.at(), one.caseId(), one.line()));
    }
}
