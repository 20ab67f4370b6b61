package onegrid.newsector.assist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import onegrid.kit.clock.Zone;
import onegrid.kit.directive.Directive;
import onegrid.kit.directive.DirectivePart;
import onegrid.newsector.assist.Assistance.Ask;
import onegrid.newsector.assist.Assistance.Kind;

/** For a directive, new-sector-service finds who is near and asks them to help or lets them know. */
@ApplicationScoped
class NewSectorPart implements DirectivePart {
    private final Assistances assistances;
    private final Clock clock;

    NewSectorPart(Assistances assistances, Clock clock) {
        this.assistances = assistances;
        this.clock = clock;
    }

    record Detail(List<StationView> stations, List<EnterpriseView> enterprises, List<BranchView> branches) {}

    /** {@code open}: at the moment of asking, not of the directive. {@code askedAt} is null until somebody has asked. */
    record StationView(
            String name,
            String address,
            Integer distanceMetres,
            boolean open,
            double longitude,
            double latitude,
            List<String> amenities,
            OffsetDateTime askedAt,
            Boolean answered,
            String note) {}

    record EnterpriseView(
            String name,
            String industry,
            Integer distanceMetres,
            Ask ask,
            double longitude,
            double latitude,
            OffsetDateTime askedAt,
            Boolean answered,
            String note) {}

    record BranchView(String name, Ask ask, OffsetDateTime askedAt, Boolean answered, String note) {}

    @Override
    public void received(Directive directive) {
        assistances.choose(directive);
    }

    @Override
    public Detail detail(Directive directive) {
        var all = assistances.of(directive.id);
        return new Detail(
                of(all, Kind.STATION, this::station),
                of(all, Kind.ENTERPRISE, this::enterprise),
                of(all, Kind.BRANCH, NewSectorPart::branch));
    }

    private static <T> List<T> of(List<Assistance> all, Kind kind, Function<Assistance, T> view) {
        return all.stream().filter(one -> one.kind == kind).map(view).toList();
    }

    private StationView station(Assistance a) {
        var s = assistances.station(a);
        return new StationView(
                s.name,
                s.address,
                a.distanceMetres,
                s.openAt(clock.instant()),
                s.longitude,
                s.latitude,
                List.of(s.amenities),
                Zone.at(a.askedAt),
                a.answered,
                a.note);
    }

    private EnterpriseView enterprise(Assistance a) {
        var e = assistances.enterprise(a);
        return new EnterpriseView(
                e.name,
                e.industry,
                a.distanceMetres,
                a.ask,
                e.longitude,
                e.latitude,
                Zone.at(a.askedAt),
                a.answered,
                a.note);
    }

    private static BranchView branch(Assistance a) {
        return new BranchView(a.name, a.ask, Zone.at(a.askedAt), a.answered, a.note);
    }
}
