package onegrid.grid.open311;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Catalogue;
import onegrid.kit.clock.Zone;

/** A case in the words of GeoReport v2 (domain.md §7.4). */
final class Requests {
    private Requests() {}

    static Listing of(List<PublicCase> cases) {
        return new Listing(
                "service_requests",
                "request",
                cases.stream().map(Requests::fields).toList());
    }

    private static Map<String, Object> fields(PublicCase c) {
        var matter = Catalogue.find(c.matterCode);
        var exact = matter.filter(m -> m.isPartOrEvent()).isPresent(); // a dispute is not pinned to somebody's door
        return Listing.fields(
                "service_request_id",
                c.number,
                "status",
                c.status.isOpen() ? "open" : "closed",
                "status_notes",
                notes(c),
                "service_name",
                matter.map(m -> m.name()).orElse(c.matterCode),
                "service_code",
                c.matterCode,
                "description",
                null,
                "agency_responsible",
                Unit.title(c.ownerUnit),
                "service_notice",
                null,
                "requested_datetime",
                at(c.reportedAt),
                "updated_datetime",
                at(c.changedAt),
                "expected_datetime",
                at(c.dueAt),
                "address",
                exact ? c.gridPath : c.communityName,
                "address_id",
                exact ? c.gridCode : c.communityCode,
                "zipcode",
                null,
                "lat",
                exact ? rounded(c.latitude) : null,
                "long",
                exact ? rounded(c.longitude) : null,
                "media_url",
                null);
    }

    private static String notes(PublicCase c) {
        return c.reason == null ? c.status.sentence() : c.status.sentence() + "：" + c.reason + "。" + c.route;
    }

    /** To the second, with its zone. */
    private static String at(Instant at) {
        return at == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Zone.at(at.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** About a hundred metres. */
    private static Double rounded(Double degrees) {
        return degrees == null ? null : Math.round(degrees * 1000) / 1000.0;
    }
}
