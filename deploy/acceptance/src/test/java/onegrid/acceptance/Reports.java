package onegrid.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.acceptance.Api.Answer;

/** Reports that begin valid; places are inside 温泉社区. */
final class Reports {
    /** In 温泉小区1第1片区, the grid of the sample account grid-head. */
    static final Map<String, Object> PLACE = Map.of("longitude", 114.432812, "latitude", 34.774166);

    private static final Map<String, String> SMALL = Map.of(
            "0201", "楼道墙上贴满小广告",
            "0503", "电动自行车横七竖八，堵了单元门",
            "5704", "暖心驿站的饮水机没有水",
            "5802", "楼下蚊蝇多，请来消杀");

    private Reports() {}

    static Map<String, Object> burstMain() {
        return report("路中间喷泉了，水柱两人高，自来水管爆了，半条街都没水", "0402", 300);
    }

    static Map<String, Object> litter() {
        return report("楼下垃圾桶满了三天没人拉，苍蝇乱飞", "0101", 5);
    }

    /**
     * A small matter that a grid finishes itself. The third of a kind in a community is a big one (R9), so each class
     * has a kind of its own.
     */
    static Map<String, Object> small(String matter) {
        return report(SMALL.get(matter), matter, 5);
    }

    static Map<String, Object> report(String text, String matter, int people) {
        var report = new HashMap<String, Object>();
        report.put("text", text);
        report.put("matterCode", matter);
        report.put("point", PLACE);
        report.put("address", "温泉小区1");
        report.put("peopleAffected", people);
        report.put("photos", List.of());
        return report;
    }

    static Answer filed(District district, Map<String, Object> report) {
        return district.anybody().post("/api/cases", report).ok();
    }
}
