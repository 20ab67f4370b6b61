package onegrid.grid.open311;

import java.util.List;
import java.util.Map;
import onegrid.grid.matters.Catalogue;
import onegrid.grid.matters.Matter;

/** The catalogue of matters in the words of GeoReport v2: services, and what is asked for each. */
final class ServiceList {
    static final String PEOPLE = "people_affected";
    static final String INJURY = "injury";

    private ServiceList() {}

    static Listing all() {
        return new Listing(
                "services",
                "service",
                Catalogue.all().stream().map(ServiceList::fields).toList());
    }

    private static Map<String, Object> fields(Matter matter) {
        return Listing.fields(
                "service_code", matter.code(),
                "service_name", matter.name(),
                "description", matter.className() + "：" + matter.name() + "，时限" + matter.limit(),
                "metadata", true,
                "type", "realtime",
                "keywords", String.join(",", matter.keywords()),
                "group", matter.className());
    }

    /** The same two questions for each matter. */
    static Map<String, Object> definition(String code) {
        Catalogue.find(code).orElseThrow(() -> new GeoReportError(404, "service_code was not found"));
        return Listing.fields(
                "service_code",
                code,
                "attributes",
                new Listing(
                        "attributes",
                        "attribute",
                        List.of(
                                Listing.fields(
                                        "variable",
                                        true,
                                        "code",
                                        PEOPLE,
                                        "datatype",
                                        "number",
                                        "required",
                                        false,
                                        "datatype_description",
                                        "整数",
                                        "order",
                                        1,
                                        "description",
                                        "大约影响多少人"),
                                Listing.fields(
                                        "variable",
                                        true,
                                        "code",
                                        INJURY,
                                        "datatype",
                                        "singlevaluelist",
                                        "required",
                                        false,
                                        "datatype_description",
                                        null,
                                        "order",
                                        2,
                                        "description",
                                        "有没有人受伤",
                                        "values",
                                        new Listing(
                                                "values",
                                                "value",
                                                List.of(
                                                        Listing.fields("key", "no", "name", "没有"),
                                                        Listing.fields("key", "yes", "name", "有")))))));
    }
}
