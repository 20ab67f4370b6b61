package onegrid.grid.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onegrid.grid.cases.CaseDispatch;
import onegrid.grid.cases.Complaint;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.grids.Grids;
import onegrid.kit.clock.Zone;
import onegrid.kit.directive.Directive;
import onegrid.kit.directive.DirectivePart;
import onegrid.kit.scope.Caller;

/**
 * The grid side of a linkage: the case goes to the lead unit and its co-units, and the heads of the grids beside it are
 * told, so that they can warn, cordon off and pass on.
 */
@ApplicationScoped
class NeighbourGrids implements DirectivePart {
    private final EntityManager database;
    private final Grids grids;
    private final CaseDispatch dispatch;

    NeighbourGrids(EntityManager database, Grids grids, CaseDispatch dispatch) {
        this.database = database;
        this.grids = grids;
        this.dispatch = dispatch;
    }

    @Override
    public void received(Directive directive) {
        if (!Complaint.concerns(directive.complainedOf, Unit.GRID.code())) {
            tellNeighbours(directive);
        }
        send(directive);
    }

    private void tellNeighbours(Directive directive) {
        grids.today(directive.gridCode).stream().findFirst().ifPresent(grid -> {
            var place = 0;
            for (var near : grids.beside(grid)) {
                database.persist(new Neighbour(directive.id, near.code(), near.path(), near.headPost(), ++place));
            }
        });
    }

    @Override
    public void receivedAgain(Directive directive) {
        send(directive);
    }

    private void send(Directive directive) {
        if (directive.leadUnit != null) {
            dispatch.forLinkage(
                    directive.caseId,
                    directive.matterCode,
                    directive.leadUnit,
                    directive.coUnits(),
                    directive.instruction);
        }
    }

    /** {@code seenAt} is null until the head of that grid has seen the task. */
    record Told(String gridCode, String gridName, String post, OffsetDateTime seenAt) {}

    record Detail(
            String leadUnit,
            String leadUnitName,
            List<String> coUnits,
            List<String> coUnitNames,
            List<Told> neighbours) {}

    @Override
    public Detail detail(Directive directive) {
        return new Detail(
                directive.leadUnit,
                Unit.title(directive.leadUnit),
                directive.coUnits(),
                directive.coUnits().stream().map(Unit::title).toList(),
                neighbours(directive.id).stream()
                        .map(near -> new Told(near.gridCode, near.gridName, near.post, Zone.at(near.seenAt)))
                        .toList());
    }

    /** The nearest first. */
    List<Neighbour> neighbours(UUID directiveId) {
        return database.createQuery("from Neighbour n where n.directiveId = :id order by n.place", Neighbour.class)
                .setParameter("id", directiveId)
                .getResultList();
    }

    /** Offices by grid scope; heads of grids also where theirs is a neighbour; units where they lead or take part. */
    @Override
    public String visible(Caller caller) {
        var conditions = new ArrayList<String>();
        var inScope = caller.scope().condition("d.gridCode");
        if (caller.is("community", "street", "centre")) {
            conditions.add(inScope);
        }
        if (caller.is("grid-head")) {
            conditions.add(inScope);
            conditions.add("exists (select 1 from Neighbour n where n.directiveId = d.id and "
                    + caller.scope().condition("n.gridCode") + ")");
        }
        // Only a known code gets into the query's text.
        if (caller.is("unit") && Unit.find(caller.unit()).isPresent()) {
            conditions.add("(" + inScope + " and (d.leadUnit = '" + caller.unit()
                    + "' or concat(',', d.coUnitList, ',') like '%," + caller.unit() + ",%'))");
        }
        return conditions.isEmpty() ? "(1 = 0)" : "(" + String.join(" or ", conditions) + ")";
    }
}
