package onegrid.newsector.places;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Warm stations, for everybody: also the portal asks, on behalf of people without an account. */
@Path("/api/new-sector/stations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class StationResource {
    private final Places places;
    private final Clock clock;

    StationResource(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** {@code distanceMetres} only where the question named a point. */
    record StationRow(
            String code,
            String name,
            String communityCode,
            String address,
            double longitude,
            double latitude,
            List<String> amenities,
            String opens,
            String closes,
            boolean open,
            Integer distanceMetres) {}

    /** With a point: those near it, nearest first; else all by code. */
    @Operation(summary = "Warm stations, the nearest first where a point is given")
    @GET
    @Transactional
    public Page<StationRow> list(
            @QueryParam("longitude") @DecimalMin("-180") @DecimalMax("180") Double longitude,
            @QueryParam("latitude") @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @BeanParam @Valid Paging paging) {
        if ((longitude == null) != (latitude == null)) {
            throw Problem.invalid(longitude == null ? "longitude" : "latitude", "is missing: a point has both");
        }
        if (longitude != null) {
            return new Page<>(
                    places.stationsNear(new Places.Point(longitude, latitude)).stream()
                            .map(near -> view(near.place(), near.metres()))
                            .toList(),
                    null);
        }
        var rows = places.stations(paging.from("", List::getFirst), paging.fetch());
        return Page.of(rows, paging.limit, station -> view(station, null), station -> Paging.cursor(station.code));
    }

    private StationRow view(Station s, Integer metres) {
        return new StationRow(
                s.code,
                s.name,
                s.communityCode,
                s.address,
                s.longitude,
                s.latitude,
                List.of(s.amenities),
                s.opens,
                s.closes,
                s.openAt(clock.instant()),
                metres);
    }
}
