package onegrid.property.orders;

import jakarta.enterprise.context.ApplicationScoped;
import onegrid.kit.directive.Directive;
import onegrid.kit.directive.DirectivePart;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import onegrid.property.compounds.Company;
import onegrid.property.compounds.Compound;
import onegrid.property.compounds.Compounds;
import onegrid.property.compounds.Concern;
import onegrid.property.compounds.Mode;
import onegrid.property.compounds.Office;

/** For a directive, property-service opens a work order to whoever is in charge of the place. */
@ApplicationScoped
class PropertyPart implements DirectivePart {
    private final WorkOrders orders;
    private final Compounds compounds;

    PropertyPart(WorkOrders orders, Compounds compounds) {
        this.orders = orders;
        this.compounds = compounds;
    }

    record Detail(CompoundView compound, Contact company, Contact office, OrderView workOrder) {}

    record CompoundView(String code, String name, Mode mode, String modeName) {}

    record Contact(String name, String phone) {}

    record OrderView(String number, int respondWithinMinutes, String title) {}

    @Override
    public void received(Directive directive) {
        orders.open(directive);
    }

    @Override
    public void completing(Directive directive, String note) {
        if (note == null || note.isBlank()) {
            throw Problem.invalid("note", "says what was done");
        }
    }

    @Override
    public Detail detail(Directive directive) {
        var order = orders.of(directive.id);
        return new Detail(
                view(compounds.compound(order.compoundCode)),
                view(compounds.company(order.companyCode)),
                view(compounds.office(order.officeCode)),
                new OrderView(order.number, order.respondWithinMinutes, order.title));
    }

    @Override
    public String visible(Caller caller) {
        return caller.scope().condition("d.gridCode")
                + " and exists (select 1 from WorkOrder o where o.directiveId = d.id and "
                + Concern.condition(caller, "o.companyCode") + ")";
    }

    private static CompoundView view(Compound c) {
        return c == null ? null : new CompoundView(c.code, c.name, c.mode, c.mode.chinese);
    }

    private static Contact view(Company c) {
        return c == null ? null : new Contact(c.name, c.phone);
    }

    private static Contact view(Office o) {
        return new Contact(o.name, o.phone);
    }
}
