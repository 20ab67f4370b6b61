package onegrid.grid.open311;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.regex.Pattern;
import onegrid.grid.cases.ForeignReports.Foreign;
import onegrid.grid.matters.Catalogue;

/** The form of POST requests. Contact data is taken and never returned; {@code device_id} is refused (domain.md §7.4). */
final class Posted {
    private static final Pattern LINK = Pattern.compile("https?://\\S{1,300}");

    private final MultivaluedMap<String, String> form;

    Posted(MultivaluedMap<String, String> form) {
        this.form = form;
    }

    Foreign report() {
        if (word("device_id") != null) {
            throw new GeoReportError(400, "device_id is not accepted: devices of people are not kept here");
        }
        var code = word("service_code");
        if (code == null) {
            throw new GeoReportError(400, "service_code was not provided");
        }
        var matter = Catalogue.find(code).orElseThrow(() -> new GeoReportError(404, "service_code was not found"));
        var latitude = degrees("lat");
        var longitude = degrees("long");
        if ((latitude == null) != (longitude == null)) {
            throw new GeoReportError(400, "lat and long go together");
        }
        var grid = word("address_id");
        if (latitude == null && grid == null) {
            throw new GeoReportError(400, "lat and long, or address_id (a grid code), is needed");
        }
        return new Foreign(
                text(matter.name()),
                code,
                longitude,
                latitude,
                latitude == null ? grid : null,
                word("address_string"),
                people(),
                "yes".equals(word("attribute[" + ServiceList.INJURY + "]")),
                name(),
                word("phone"));
    }

    /** The link to a picture is kept as words: nothing is fetched from outside. */
    private String text(String otherwise) {
        var text = word("description") == null ? otherwise : word("description");
        var link = word("media_url");
        if (link == null) {
            return text;
        }
        if (!LINK.matcher(link).matches()) {
            throw new GeoReportError(400, "media_url is a link that begins with http");
        }
        return text + "（图片：" + link + "）";
    }

    private String name() {
        var first = word("first_name");
        var last = word("last_name");
        return first == null ? last : last == null ? first : last + first;
    }

    private Integer people() {
        var given = word("attribute[" + ServiceList.PEOPLE + "]");
        if (given == null) {
            return null;
        }
        try {
            return Integer.valueOf(given);
        } catch (NumberFormatException e) {
            throw new GeoReportError(400, "attribute[" + ServiceList.PEOPLE + "] is a whole number");
        }
    }

    private Double degrees(String name) {
        var given = word(name);
        if (given == null) {
            return null;
        }
        try {
            return Double.valueOf(given);
        } catch (NumberFormatException e) {
            throw new GeoReportError(400, name + " is a number of degrees (WGS-84)");
        }
    }

    String word(String name) {
        var given = form.getFirst(name);
        return given == null || given.isBlank() ? null : given.strip();
    }
}
