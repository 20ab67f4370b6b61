package onegrid.property.orders;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import onegrid.kit.clock.Zone;
import onegrid.kit.directive.Directive;
import onegrid.kit.directive.DirectiveStatus;
import onegrid.kit.directive.Directives;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The work orders as a register: newest first, with whether they were answered in time. */
@Path("/api/property/work-orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"property", "street", "centre", "supervisor"})
@RunOnVirtualThread
class WorkOrderResource {
    private final WorkOrders orders;
    private final Directives directives;
    private final Caller caller;
    private final Clock clock;

    WorkOrderResource(WorkOrders orders, Directives directives, Caller caller, Clock clock) {
        this.orders = orders;
        this.directives = directives;
        this.caller = caller;
        this.clock = clock;
    }

    /** {@code inTime} is null while the order is unanswered and its time has not run out. */
    record OrderRow(
            String number,
            String title,
            UUID taskId,
            String caseNumber,
            String gridCode,
            String gridName,
            String compoundCode,
            String companyCode,
            int severity,
            DirectiveStatus status,
            OffsetDateTime createdAt,
            int respondWithinMinutes,
            OffsetDateTime respondedAt,
            Boolean inTime,
            OffsetDateTime completedAt) {}

    @Operation(summary = "Work orders to property companies, the newest first")
    @GET
    @Transactional
    public Page<OrderRow> list(
            @QueryParam("status") @DefaultValue("all") String status,
            @QueryParam("companyCode") @DefaultValue("") String companyCode,
            @QueryParam("gridCode") @DefaultValue("") @Pattern(regexp = "[0-9]{0,19}", message = "is not a grid code")
                    String gridCode,
            @BeanParam @Valid Paging paging) {
        var rows = orders.list(
                directives.visible(caller),
                statuses(status),
                companyCode,
                gridCode,
                paging.from("", List::getFirst),
                paging.fetch());
        return Page.of(rows, paging.limit, this::view, row -> Paging.cursor(row.order().number));
    }

    private static List<DirectiveStatus> statuses(String status) {
        return switch (status) {
            case "all" -> List.of(DirectiveStatus.values());
            case "open" ->
                Stream.of(DirectiveStatus.values())
                        .filter(DirectiveStatus::open)
                        .toList();
            case "done" ->
                Stream.of(DirectiveStatus.values()).filter(s -> !s.open()).toList();
            default -> throw Problem.invalid("status", "is one of open, done, all");
        };
    }

    private OrderRow view(WorkOrders.Row row) {
        var order = row.order();
        var task = row.task();
        var responded = responded(task);
        return new OrderRow(
                order.number,
                order.title,
                task.id,
                task.caseNumber,
                task.gridCode,
                task.gridName,
                order.compoundCode,
                order.companyCode,
                task.severity,
                task.status,
                Zone.at(order.createdAt),
                order.respondWithinMinutes,
                Zone.at(responded),
                inTime(order, responded, clock.instant()),
                Zone.at(task.completedAt));
    }

    /** A refusal is a response too. */
    private static Instant responded(Directive task) {
        return task.acceptedAt != null ? task.acceptedAt : task.declinedAt;
    }

    static Boolean inTime(WorkOrder order, Instant responded, Instant now) {
        var latest = order.createdAt.plus(Duration.ofMinutes(order.respondWithinMinutes));
        if (responded == null) {
            return now.isAfter(latest) ? false : null;
        }
        return !responded.isAfter(latest);
    }
}
