package onegrid.grid.opendata;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import onegrid.grid.opendata.Releases.Release;
import onegrid.grid.opendata.Releases.Sum;
import onegrid.kit.clock.Zone;

/** What there is: in DCAT 3 (application profile DCAT-AP) for data portals, and as plain JSON for our own page. */
final class OpenCatalogue {
    private static final String VOCABULARY = "http://publications.europa.eu/resource/authority/";
    private static final Duration DAY = Duration.ofDays(1);

    private final OpenDataSettings settings;
    private final String base;
    private final String district;
    private final Release newest;
    private final List<Sum> sums;
    private final UnaryOperator<String> names;
    private final List<String> periods;

    /**
     * @param sums by period, the earliest first
     * @param names of places by their codes
     */
    OpenCatalogue(
            OpenDataSettings settings,
            String base,
            String district,
            Release newest,
            List<Sum> sums,
            UnaryOperator<String> names) {
        this.settings = settings;
        this.base = base;
        this.district = district;
        this.newest = newest;
        this.sums = sums;
        this.names = names;
        this.periods = sums.stream().map(Sum::period).distinct().toList();
    }

    Map<String, Object> overview() {
        var overview = new LinkedHashMap<String, Object>();
        overview.put("publisher", settings.publisher());
        overview.put("englishPublisher", settings.englishPublisher());
        overview.put("licence", settings.licence());
        overview.put("licenceName", settings.licenceName());
        overview.put("catalogue", "/api/open-data/catalog.jsonld");
        overview.put("release", newest.number());
        overview.put("releasedAt", Zone.at(newest.madeAt()));
        overview.put("renewedEverySeconds", settings.renewEvery().toSeconds());
        overview.put("cases", newest.cases());
        overview.put("leastCases", Partition.LEAST);
        overview.put("from", periods.isEmpty() ? null : periods.getFirst());
        overview.put("to", periods.isEmpty() ? null : periods.getLast());
        overview.put("places", places());
        overview.put("periods", byPeriod());
        overview.put(
                "datasets",
                Arrays.stream(DataSet.values()).map(OpenCatalogue::described).toList());
        return overview;
    }

    /** @param level COMMUNITY; STREET and DISTRICT stand for what is pooled there */
    record PlaceSum(String level, String code, String name, int cases) {}

    private List<PlaceSum> places() {
        var places = new LinkedHashMap<String, PlaceSum>();
        sums.forEach(sum -> places.merge(
                sum.placeLevel() + sum.place(),
                new PlaceSum(sum.placeLevel(), sum.place(), names.apply(sum.place()), sum.cases()),
                (one, other) -> new PlaceSum(one.level, one.code, one.name, one.cases + other.cases)));
        return List.copyOf(places.values());
    }

    record PeriodSum(String period, int cases) {}

    private List<PeriodSum> byPeriod() {
        return periods.stream()
                .map(period -> new PeriodSum(
                        period,
                        sums.stream()
                                .filter(sum -> sum.period().equals(period))
                                .mapToInt(Sum::cases)
                                .sum()))
                .toList();
    }

    record File(String format, String url) {}

    record Described(
            String id,
            String title,
            String englishTitle,
            String meaning,
            String englishMeaning,
            boolean released,
            List<File> files,
            List<Column> columns) {}

    private static Described described(DataSet set) {
        return new Described(
                set.word,
                set.title,
                set.englishTitle,
                set.meaning,
                set.englishMeaning,
                set.isReleased(),
                List.of(
                        new File("csv", set.address() + ".csv"),
                        new File("excel", set.address() + ".csv?for=excel"),
                        new File("geojson", set.address() + ".geojson"),
                        new File("schema", "/api/open-data/" + set.word + ".schema.json"),
                        new File("dictionary", "/api/open-data/" + set.word + ".dictionary.csv")),
                set.columns);
    }

    Map<String, Object> jsonLd() {
        var catalogue = new LinkedHashMap<String, Object>();
        catalogue.put("@context", context());
        catalogue.put("@id", base + "/api/open-data/catalog.jsonld");
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("dct:title", said("祥符区开放数据", "Open data of Xiangfu District"));
        catalogue.put(
                "dct:description",
                said("不含个人信息；少于 5 件的单元不公开。", "Without personal data; cells below five are not published."));
        catalogue.put("dct:publisher", publisher());
        catalogue.put("dct:license", id(settings.licence()));
        catalogue.put("dct:language", List.of(id(VOCABULARY + "language/ZHO"), id(VOCABULARY + "language/ENG")));
        catalogue.put("dct:spatial", place());
        catalogue.put("dct:modified", time());
        catalogue.put("foaf:homepage", id(base + "/open-data"));
        catalogue.put(
                "dcat:dataset",
                Arrays.stream(DataSet.values()).map(this::dataset).toList());
        return catalogue;
    }

    private static Map<String, Object> context() {
        var context = new LinkedHashMap<String, Object>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("locn", "http://www.w3.org/ns/locn#");
        context.put("skos", "http://www.w3.org/2004/02/skos/core#");
        context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return context;
    }

    private Map<String, Object> dataset(DataSet set) {
        var dataset = new LinkedHashMap<String, Object>();
        dataset.put("@id", base + "/open-data#" + set.word);
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:identifier", set.word);
        dataset.put("dct:title", said(set.title, set.englishTitle));
        dataset.put("dct:description", said(set.meaning, set.englishMeaning));
        dataset.put("dct:publisher", publisher());
        dataset.put("dct:license", id(settings.licence()));
        dataset.put("dcat:theme", id(VOCABULARY + "data-theme/" + (set.isReleased() ? "GOVE" : "REGI")));
        dataset.put("dcat:keyword", said(set.title, set.englishTitle));
        dataset.put("dct:spatial", place());
        dataset.put("dct:accrualPeriodicity", id(VOCABULARY + "frequency/" + frequency(set)));
        if (set.isReleased()) {
            dataset.put("dct:modified", time());
            if (!periods.isEmpty()) {
                dataset.put("dct:temporal", span());
            }
        }
        dataset.put(
                "dcat:contactPoint",
                Map.of(
                        "@type",
                        "vcard:Organization",
                        "vcard:fn",
                        settings.publisher(),
                        "vcard:hasTelephone",
                        id("tel:12345")));
        dataset.put(
                "dcat:distribution",
                List.of(
                        distribution(set, "csv", "CSV", "text/csv", ".csv"),
                        distribution(set, "geojson", "GEOJSON", "application/geo+json", ".geojson")));
        return dataset;
    }

    private Map<String, Object> distribution(DataSet set, String name, String format, String type, String ending) {
        var distribution = new LinkedHashMap<String, Object>();
        distribution.put("@id", base + "/open-data#" + set.word + "-" + name);
        distribution.put("@type", "dcat:Distribution");
        distribution.put("dct:title", said(set.title + " " + format, set.englishTitle + " " + format));
        distribution.put("dcat:accessURL", id(base + "/open-data"));
        distribution.put("dcat:downloadURL", id(base + set.address() + ending));
        distribution.put("dcat:mediaType", id("https://www.iana.org/assignments/media-types/" + type));
        distribution.put("dct:format", id(VOCABULARY + "file-type/" + format));
        distribution.put("dct:license", id(settings.licence()));
        distribution.put(
                "dct:conformsTo",
                id(base + "/api/open-data/" + set.word
                        + (format.equals("CSV") ? ".csv-metadata.json" : ".schema.json")));
        if (set.isReleased()) {
            distribution.put("dct:modified", time());
        }
        return distribution;
    }

    private Map<String, Object> publisher() {
        return Map.of(
                "@type", "foaf:Organization", "foaf:name", said(settings.publisher(), settings.englishPublisher()));
    }

    /** By its code in GB/T 2260. */
    private Map<String, Object> place() {
        return Map.of(
                "@type",
                "dct:Location",
                "dct:identifier",
                district,
                "locn:geographicName",
                said("开封市祥符区", "Xiangfu District, Kaifeng"));
    }

    private Map<String, Object> span() {
        return Map.of(
                "@type",
                "dct:PeriodOfTime",
                "dcat:startDate",
                typed(periods.getFirst(), periods.getFirst().length() == 4 ? "xsd:gYear" : "xsd:gYearMonth"),
                "dcat:endDate",
                typed(periods.getLast(), periods.getLast().length() == 4 ? "xsd:gYear" : "xsd:gYearMonth"));
    }

    /** Grids and stations change when they change. */
    private String frequency(DataSet set) {
        if (!set.isReleased()) {
            return "IRREG";
        }
        return settings.renewEvery().compareTo(DAY) < 0
                ? "CONT"
                : settings.renewEvery().equals(DAY) ? "DAILY" : "IRREG";
    }

    private Map<String, Object> time() {
        return typed(Zone.at(newest.madeAt()).toString(), "xsd:dateTime");
    }

    private static Map<String, Object> typed(String value, String type) {
        return Map.of("@value", value, "@type", type);
    }

    private static Map<String, Object> id(String address) {
        return Map.of("@id", address);
    }

    private static List<Map<String, String>> said(String chinese, String english) {
        return List.of(Map.of("@value", chinese, "@language", "zh"), Map.of("@value", english, "@language", "en"));
    }
}
