package onegrid.newsector.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import onegrid.kit.directive.Directive;
import onegrid.kit.problem.Problem;
import onegrid.newsector.assist.Assistance.Ask;
import onegrid.newsector.assist.Assistance.Kind;
import onegrid.newsector.places.Enterprise;
import onegrid.newsector.places.Places;
import onegrid.newsector.places.Places.Point;
import onegrid.newsector.places.Station;

/** Who near a matter is asked, chosen when the directive arrives and kept with it. */
@ApplicationScoped
class Assistances {
    private static final int COMMUNITY_LENGTH = 12;

    private final EntityManager database;
    private final Places places;
    private final Clock clock;

    Assistances(EntityManager database, Places places, Clock clock) {
        this.database = database;
        this.places = places;
        this.clock = clock;
    }

    void choose(Directive directive) {
        var point = directive.longitude != null && directive.latitude != null
                ? new Point(directive.longitude, directive.latitude)
                : places.middleOf(directive.gridCode);
        if (point != null) {
            askStations(directive.id, point);
            askEnterprises(directive, point);
        }
        if (directive.gridCode.length() >= COMMUNITY_LENGTH) {
            askBranches(directive.id, directive.gridCode.substring(0, COMMUNITY_LENGTH));
        }
    }

    private void askStations(UUID directive, Point point) {
        for (var near : places.stationsNear(point)) {
            var station = near.place();
            database.persist(
                    Assistance.of(directive, Kind.STATION, station.code, station.name, near.metres(), Ask.HELP));
        }
    }

    private void askEnterprises(Directive directive, Point point) {
        var helpers = places.helpers(directive.matterCode);
        for (var near : places.enterprisesNear(point)) {
            var enterprise = near.place();
            var ask = helpers.contains(enterprise.industry) ? Ask.HELP : Ask.INFORM;
            database.persist(
                    Assistance.of(directive.id, Kind.ENTERPRISE, enterprise.code, enterprise.name, near.metres(), ask));
        }
    }

    private void askBranches(UUID directive, String community) {
        for (var branch : places.branchesOf(community)) {
            database.persist(Assistance.of(directive, Kind.BRANCH, branch.code, branch.name, null, Ask.INFORM));
        }
    }

    /** Nearest first; branches, which have no distance, last. */
    List<Assistance> of(UUID directiveId) {
        return database.createQuery(
                        "from Assistance a where a.directiveId = :id order by a.distanceMetres nulls last, a.code",
                        Assistance.class)
                .setParameter("id", directiveId)
                .getResultList();
    }

    Station station(Assistance assistance) {
        return database.find(Station.class, assistance.code);
    }

    Enterprise enterprise(Assistance assistance) {
        return database.find(Enterprise.class, assistance.code);
    }

    /** Asked again later, the last answer counts. */
    void asked(Directive directive, String name, boolean answered, String note) {
        var assistance = database.createQuery(
                        "from Assistance a where a.directiveId = :id and a.name = :name", Assistance.class)
                .setParameter("id", directive.id)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.invalid("name", "is not on the list of this task"));
        assistance.askedAt = clock.instant();
        assistance.answered = answered;
        assistance.note = note;
        database.flush();
        database.lock(directive, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
}
