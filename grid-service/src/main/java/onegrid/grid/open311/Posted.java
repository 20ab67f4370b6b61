package onegrid.grid.open311;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import onegrid.grid.cases.ForeignReports.Foreign;
import onegrid.grid.matters.Catalogue;
import onegrid.grid.matters.Matter;
import onegrid.grid.open311.GeoReportError.Fault;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * The form of POST requests. Contact data is taken and never returned; {@code device_id} is refused (domain.md §7.4). All
 * that is wrong is told at once. What we do not know, an attribute of another city or a link to a picture, is kept as
 * words of the report: nothing a client sends is lost, and nothing is fetched from outside.
 */
final class Posted {
    private static final Pattern LINK = Pattern.compile("https?://\\S{1,300}");
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]{1,40})](\\[])?");
    private static final int LONGEST = 4000;
    private static final int MOST_MEDIA = 9;

    private final MultivaluedMap<String, String> form;
    private final List<byte[]> photos;
    private final List<Fault> faults = new ArrayList<>();

    private Posted(MultivaluedMap<String, String> form, List<byte[]> photos) {
        if (form.toString().indexOf('\0') >= 0) {
            throw new GeoReportError(400, "A NUL is not text");
        }
        this.form = form;
        this.photos = photos;
    }

    /** Always UTF-8, as the specification has it, whatever the client says. */
    static Posted of(byte[] encoded) {
        var form = new MultivaluedHashMap<String, String>();
        for (var field : new String(encoded == null ? new byte[0] : encoded, StandardCharsets.UTF_8).split("&")) {
            var equals = field.indexOf('=');
            if (equals > 0) {
                form.add(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return new Posted(form, List.of());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new GeoReportError(400, "The form is not encoded as application/x-www-form-urlencoded");
        }
    }

    /** Parts with a file are photos, whatever they are called; all others are fields. */
    static Posted of(MultipartFormDataInput parts) {
        var form = new MultivaluedHashMap<String, String>();
        var photos = new ArrayList<byte[]>();
        parts.getValues().forEach((name, values) -> {
            for (var value : values) {
                if (value.isFileItem()) {
                    photos.add(bytes(value));
                } else {
                    form.add(name, value.getValue());
                }
            }
        });
        return new Posted(form, photos);
    }

    private static byte[] bytes(FormValue value) {
        try (var in = value.getFileItem().getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MultivaluedMap<String, String> form() {
        return form;
    }

    List<byte[]> photos() {
        return photos;
    }

    void refuseDevice() {
        if (word("device_id") != null) {
            throw new GeoReportError(400, "device_id is not accepted: devices of people are not kept here");
        }
    }

    /** @throws GeoReportError with everything that is wrong */
    Foreign report() {
        tried(() -> {
            refuseDevice();
            return null;
        });
        var matter = tried(this::matter);
        var latitude = tried(() -> Asked.decimal("lat", word("lat")));
        var longitude = tried(() -> Asked.decimal("long", word("long")));
        var grid = word("address_id");
        tried(() -> location(grid));
        var people = tried(this::people);
        var injury = tried(this::injury);
        var links = tried(this::links);
        if (photos.size() > MOST_MEDIA) {
            faults.add(new Fault(400, "media: at most " + MOST_MEDIA + " photos"));
        }
        if (!faults.isEmpty()) {
            throw new GeoReportError(faults);
        }
        var placed = latitude != null || grid != null;
        return new Foreign(
                text(matter, links, placed),
                matter.code(),
                longitude,
                latitude,
                latitude == null ? grid : null,
                word("address_string"),
                people,
                Boolean.TRUE.equals(injury),
                name(),
                word("phone"),
                List.of());
    }

    private interface Reading<T> {
        T read();
    }

    private <T> T tried(Reading<T> reading) {
        try {
            return reading.read();
        } catch (GeoReportError wrong) {
            faults.addAll(wrong.faults());
            return null;
        }
    }

    private Matter matter() {
        var code = word("service_code");
        if (code == null) {
            throw new GeoReportError(400, "service_code was not provided");
        }
        return Catalogue.find(code).orElseThrow(() -> new GeoReportError(404, "service_code was not found"));
    }

    private Void location(String grid) {
        if ((word("lat") == null) != (word("long") == null)) {
            throw new GeoReportError(400, "lat and long go together");
        }
        if (word("lat") == null && grid == null && word("address_string") == null) {
            throw new GeoReportError(
                    400, "A location was not provided: lat and long, or address_id (a grid code), or address_string");
        }
        return null;
    }

    private Integer people() {
        return attribute(ServiceList.PEOPLE)
                .map(given -> {
                    try {
                        return Integer.valueOf(given);
                    } catch (NumberFormatException e) {
                        throw new GeoReportError(400, "attribute[" + ServiceList.PEOPLE + "] is a whole number");
                    }
                })
                .orElse(null);
    }

    private Boolean injury() {
        return attribute(ServiceList.INJURY)
                .map(given -> switch (given) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> throw new GeoReportError(400, "attribute[" + ServiceList.INJURY + "] is yes or no");
                })
                .orElse(null);
    }

    private Optional<String> attribute(String code) {
        return Optional.ofNullable(word("attribute[" + code + "]"))
                .or(() -> Optional.ofNullable(word("attribute[" + code + "][]")));
    }

    private List<String> links() {
        var links = all("media_url");
        if (links.size() > MOST_MEDIA) {
            throw new GeoReportError(400, "media_url: at most " + MOST_MEDIA);
        }
        if (!links.stream().allMatch(link -> LINK.matcher(link).matches())) {
            throw new GeoReportError(400, "media_url is a link that begins with http");
        }
        return links;
    }

    /** Without a place a desk has to look for it, and files the case: what the client took it for stands in the words. */
    private String text(Matter matter, List<String> links, boolean placed) {
        var text = new StringBuilder(word("description") == null ? matter.name() : word("description"));
        if (!placed) {
            text.append("（事项：").append(matter.name()).append("）");
        }
        links.forEach(link -> text.append("（图片：").append(link).append("）"));
        form.keySet().stream().sorted().forEach(name -> unknown(name).ifPresent(code -> text.append("（")
                .append(code)
                .append("：")
                .append(String.join("、", all(name)))
                .append("）")));
        if (text.length() > LONGEST) {
            throw new GeoReportError(
                    400, "description has at most 4000 characters, with media_url and attributes in it");
        }
        return text.toString();
    }

    private Optional<String> unknown(String name) {
        var attribute = ATTRIBUTE.matcher(name);
        return attribute.matches()
                        && !attribute.group(1).equals(ServiceList.PEOPLE)
                        && !attribute.group(1).equals(ServiceList.INJURY)
                        && !all(name).isEmpty()
                ? Optional.of(attribute.group(1))
                : Optional.empty();
    }

    private String name() {
        var first = word("first_name");
        var last = word("last_name");
        return first == null ? last : last == null ? first : last + first;
    }

    private List<String> all(String name) {
        return form.getOrDefault(name, List.of()).stream()
                .filter(given -> given != null && !given.isBlank())
                .map(String::strip)
                .toList();
    }

    /** An empty field is none. */
    String word(String name) {
        return all(name).stream().findFirst().orElse(null);
    }
}
