package onegrid.grid.opendata;

import static onegrid.grid.opendata.Column.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is published, column by column: the one place of the dictionary. */
enum DataSet {
    CASES(
            "cases",
            "案件（不含个人信息）",
            "Cases without personal data",
            "已立案的案件，一行一件。不含文字、照片、反映人和承办人；投诉和要求保密的不公开；同一事项、社区、月份不足 5 件的并入上级，仍不足的不公开。",
            "Filed cases, one a row. No words, no photos, nobody's name; complaints and what was told in confidence are"
                    + " left out. Fewer than five of one matter in one community and month are pooled, or left out.",
            Arrays.asList(
                    text(
                            "id",
                            "序号",
                            "Number",
                            "本次发布中的序号，与案件编号无关",
                            "Number of the row in this release; it has nothing to do with the number of the case"),
                    text("period", "时段", "Period", "上报的月份；并入全年的为年份", "Month of the report, or its year where pooled"),
                    text("class_code", "大类代码", "Class code", "事项大类的两位代码；各类合并的为空", "Two digits; empty for all classes"),
                    text("class_name", "大类", "Class", "事项大类", "Class of matters"),
                    text("matter_code", "事项代码", "Matter code", "事项清单的四位代码；合并的为空", "Four digits; empty where pooled"),
                    text("matter_name", "事项", "Matter", "事项名称", "Name of the matter"),
                    word(
                            "place_level",
                            "地点层级",
                            "Level of the place",
                            "COMMUNITY 社区，STREET 街道（其余社区合并），DISTRICT 全区（其余合并）",
                            "COMMUNITY; STREET: its other communities together; DISTRICT: all others together",
                            "COMMUNITY",
                            "STREET",
                            "DISTRICT"),
                    text("place_code", "地点代码", "Place code", "社区、街道或区的代码", "Code of the community, street or district"),
                    text("place_name", "地点", "Place", "社区、街道或区的名称", "Name of the community, street or district"),
                    day(
                            "reported_on",
                            "上报日期",
                            "Reported on",
                            "城市部件和事件才有，矛盾纠纷等只到月份",
                            "Of parts and events of the city only; of matters between people the month"),
                    day(
                            "closed_on",
                            "结案日期",
                            "Closed on",
                            "同上；未结案或不公开状态的为空",
                            "As above; empty while open or where not told"),
                    whole(
                            "days_taken",
                            "日",
                            "用时",
                            "Days taken",
                            "上报日到结案日",
                            "From the day of the report to that of the closing"),
                    word(
                            "status",
                            "状态",
                            "Status",
                            "open 办理中，closed 已结案；一组中任一状态为 1–4 件的整组不公开",
                            "Not told for a group in which one of the two has 1 to 4 cases",
                            "open",
                            "closed"),
                    word(
                            "level",
                            "统筹层级",
                            "Coordinated by",
                            "由哪一级统筹；一组中任一层级为 1–4 件的整组不公开",
                            "Who coordinated it; not told for a group in which one level has 1 to 4 cases",
                            "GRID",
                            "COMMUNITY",
                            "STREET",
                            "DISTRICT"),
                    longitude("约 100 米精度；只有城市部件和事件才有", "To about 100 m; of parts and events of the city only"),
                    latitude("约 100 米精度；只有城市部件和事件才有", "To about 100 m; of parts and events of the city only"))),
    FIGURES(
            "figures",
            "案件统计",
            "Figures of cases",
            "按事项、社区、月份统计的件数、结案、按时结案和中位用时。各组互不重叠，每组不少于 5 件；任何相减的结果也不会是 1–4 件。",
            "Cases, closings, closings in time and the median time by matter, community and month. Groups do not overlap"
                    + " and have at least five cases each; no difference of published numbers is 1 to 4.",
            Arrays.asList(
                    text(
                            "period",
                            "时段",
                            "Period",
                            "上报的月份；并入全年的为年份",
                            "Month of the reports, or their year where pooled"),
                    text("class_code", "大类代码", "Class code", "事项大类的两位代码；各类合并的为空", "Two digits; empty for all classes"),
                    text("class_name", "大类", "Class", "事项大类", "Class of matters"),
                    text("matter_code", "事项代码", "Matter code", "事项清单的四位代码；合并的为空", "Four digits; empty where pooled"),
                    text("matter_name", "事项", "Matter", "事项名称", "Name of the matter"),
                    word(
                            "place_level",
                            "地点层级",
                            "Level of the place",
                            "COMMUNITY 社区，STREET 街道（其余社区合并），DISTRICT 全区（其余合并）",
                            "COMMUNITY; STREET: its other communities together; DISTRICT: all others together",
                            "COMMUNITY",
                            "STREET",
                            "DISTRICT"),
                    text("place_code", "地点代码", "Place code", "社区、街道或区的代码", "Code of the community, street or district"),
                    text("place_name", "地点", "Place", "社区、街道或区的名称", "Name of the community, street or district"),
                    whole("cases", "件", "件数", "Cases", "已立案的案件，不少于 5", "Filed cases, five or more"),
                    whole("closed", "件", "已结案", "Closed", "不公开的为空", "Empty where not told"),
                    whole("closed_in_time", "件", "按时结案", "Closed in time", "不公开的为空", "Empty where not told"),
                    number("in_time_rate", "1", "按时结案率", "In-time rate", "按时结案 ÷ 已结案", "Closed in time ÷ closed"),
                    number(
                            "median_hours",
                            "小时",
                            "中位用时",
                            "Median time",
                            "上报到结案的小时数，不少于 5 件才有",
                            "Hours from report to closing, of at least five"))),
    GRIDS(
            "grids",
            "网格",
            "Grids",
            "现行各级网格的公示信息和边界，由街道到楼栋。公布的是岗位，不是个人。",
            "The grids in force from street to building with their boundaries, as on their public cards. Posts, not"
                    + " persons.",
            Arrays.asList(
                    text("code", "网格代码", "Code", "9 至 19 位", "9 to 19 digits"),
                    text("parent_code", "上级代码", "Parent code", "上级网格的代码", "Code of the grid above"),
                    whole(
                            "level",
                            null,
                            "层级",
                            "Level",
                            "1 街道，2 社区，3 小区，4 片区，5 楼栋",
                            "1 street, 2 community, 3 compound, 4 area, 5 building"),
                    word(
                            "kind",
                            "种类",
                            "Kind",
                            "BASE 基础，SCATTERED 散户，DEDICATED 专属",
                            "Base, scattered households, dedicated",
                            "BASE",
                            "SCATTERED",
                            "DEDICATED"),
                    text("name", "名称", "Name", "网格名称", "Name of the grid"),
                    text("head_post", "负责岗位", "Post of its head", "岗位名称，不是人名", "A post, never a person"),
                    whole("households", "户", "户数", "Households", "取整到十", "To the next ten"),
                    longitude("网格内一点", "A point inside"),
                    latitude("网格内一点", "A point inside"))),
    /** Of new-sector-service, which publishes it itself. */
    STATIONS(
            "stations",
            "暖心驿站",
            "Warm stations",
            "户外劳动者可以歇脚、充电、热饭、饮水的地方。",
            "Places where people who work outdoors may rest, charge, warm food and drink.",
            Arrays.asList(
                    text("code", "代码", "Code", "驿站代码", "Code of the station"),
                    text("name", "名称", "Name", "驿站名称", "Name of the station"),
                    text("community_code", "社区代码", "Community code", "所在社区的网格代码", "Grid code of its community"),
                    text("address", "地址", "Address", "驿站地址", "Where it is"),
                    text(
                            "amenities",
                            "设施",
                            "Amenities",
                            "以分号分隔：REST 歇脚，CHARGING 充电，HOT_MEALS 热饭，WATER 饮水",
                            "Separated by semicolons"),
                    text("opens", "开门", "Opens", "时:分", "Hour and minute"),
                    text("closes", "关门", "Closes", "时:分", "Hour and minute"),
                    longitude("驿站位置", "Where it is"),
                    latitude("驿站位置", "Where it is")));

    final String word;
    final String title;
    final String englishTitle;
    final String meaning;
    final String englishMeaning;
    final List<Column> columns;

    DataSet(
            String word,
            String title,
            String englishTitle,
            String meaning,
            String englishMeaning,
            List<Column> columns) {
        this.word = word;
        this.title = title;
        this.englishTitle = englishTitle;
        this.meaning = meaning;
        this.englishMeaning = englishMeaning;
        this.columns = List.copyOf(columns);
    }

    static Optional<DataSet> find(String word) {
        return Stream.of(values()).filter(set -> set.word.equals(word)).findFirst();
    }

    /** Where its files lie, without their ending. */
    String address() {
        return this == STATIONS ? "/api/new-sector/open-data/stations" : "/api/open-data/" + word;
    }

    /** Whether it is made anew with each release; else it is as it is now. */
    boolean isReleased() {
        return this == CASES || this == FIGURES;
    }

    private static Column longitude(String meaning, String englishMeaning) {
        return number("longitude", "°", "经度", "Longitude", "WGS-84，" + meaning, "WGS-84. " + englishMeaning);
    }

    private static Column latitude(String meaning, String englishMeaning) {
        return number("latitude", "°", "纬度", "Latitude", "WGS-84，" + meaning, "WGS-84. " + englishMeaning);
    }
}
