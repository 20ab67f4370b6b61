package onegrid.grid.open311;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Catalogue;
import onegrid.grid.matters.Matter;
import onegrid.kit.clock.Zone;

/** Cases in the words of GeoReport v2 (domain.md §7.4). */
final class Requests {
    private final String base;
    private final Map<UUID, List<PublicPhoto>> photos;
    /** Null where the client did not ask for more than the specification names. */
    private final Map<UUID, List<PublicStep>> steps;

    Requests(String base, Map<UUID, List<PublicPhoto>> photos, Map<UUID, List<PublicStep>> steps) {
        this.base = base;
        this.photos = photos;
        this.steps = steps;
    }

    Listing of(List<PublicCase> cases) {
        return new Listing(
                "service_requests", "request", cases.stream().map(this::fields).toList());
    }

    private Map<String, Object> fields(PublicCase c) {
        var matter = Catalogue.find(c.matterCode);
        var pictures = photos.getOrDefault(c.id, List.of()).stream()
                .map(photo -> photo.url(base))
                .toList();
        var fields = Listing.fields(
                "service_request_id",
                c.number,
                "status",
                status(c),
                "status_notes",
                notes(c),
                "service_name",
                matter.map(Matter::name).orElse("待核实"),
                "service_code",
                c.matterCode == null ? "" : c.matterCode,
                "description",
                null,
                "agency_responsible",
                Unit.title(c.ownerUnit),
                "service_notice",
                notice(c, matter),
                "requested_datetime",
                at(c.reportedAt),
                "updated_datetime",
                at(c.updatedAt()),
                "expected_datetime",
                at(c.dueAt),
                "address",
                address(c.place),
                "address_id",
                c.placeCode,
                "zipcode",
                null,
                "lat",
                c.latitude,
                "long",
                c.longitude,
                "media_url",
                pictures.isEmpty() ? null : pictures.getFirst());
        if (steps != null) {
            fields.put("media_urls", new Listing.Words("media_url", pictures));
            fields.put("extended_attributes", more(c, matter));
            fields.put("notes", notes(steps.getOrDefault(c.id, List.of())));
        }
        return fields;
    }

    private static Map<String, Object> more(PublicCase c, Optional<Matter> matter) {
        return Listing.fields(
                "status_code",
                word(c.status),
                "status_name",
                c.status.title(),
                "group",
                matter.map(Matter::className).orElse(null),
                "community_id",
                c.communityCode,
                "community_name",
                c.communityName,
                "last_changed_datetime",
                at(c.changedAt),
                "closed_datetime",
                at(c.closedAt));
    }

    /** The public history of one request. */
    static Listing notes(List<PublicStep> steps) {
        return new Listing(
                "notes",
                "note",
                steps.stream()
                        .map(step -> Listing.fields(
                                "datetime",
                                at(step.at),
                                "type",
                                word(step.status),
                                "status",
                                step.status.isOpen() ? "open" : "closed",
                                "description",
                                step.reason == null
                                        ? step.status.sentence()
                                        : refused(step.status.sentence(), step.reason, step.route)))
                        .toList());
    }

    private static String word(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String status(PublicCase c) {
        return c.status.isOpen() ? "open" : "closed";
    }

    private static String notes(PublicCase c) {
        return c.reason == null ? c.status.sentence() : refused(c.status.sentence(), c.reason, c.route);
    }

    private static String refused(String sentence, String reason, String route) {
        return sentence + "：" + reason + "。" + (route == null ? "" : route);
    }

    /** What is promised while it is open: by whom and within which limit; expected_datetime says when. */
    private static String notice(PublicCase c, Optional<Matter> matter) {
        if (!c.status.isOpen()) {
            return null;
        }
        if (c.timeLimit == null) {
            return "正在核实，核实后立案";
        }
        return "由" + Unit.title(c.ownerUnit) + "办理，时限" + c.timeLimit;
    }

    /** "城东街道 / 温泉社区" from the most specific to the most general part, as the specification wants it. */
    private static String address(String path) {
        return path == null
                ? null
                : Arrays.asList(path.split(" / ")).reversed().stream().collect(Collectors.joining(", "));
    }

    /** To the second, with its zone. */
    static String at(Instant at) {
        return at == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Zone.at(at.truncatedTo(ChronoUnit.SECONDS)));
    }
}
