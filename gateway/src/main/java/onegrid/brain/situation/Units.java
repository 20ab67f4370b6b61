package onegrid.brain.situation;

import java.util.Map;

/** Names of the units behind the codes of docs/api.md; a code that is not known is its own name. */
public final class Units {
    private record Names(String chinese, String english) {}

    private static final Map<String, Names> NAMES = Map.ofEntries(
            unit("urban-management", "城市管理局", "urban management"),
            unit("sanitation", "环卫中心", "sanitation"),
            unit("housing", "住建局", "housing and construction"),
            unit("police", "公安派出所", "the police"),
            unit("traffic-police", "公安交警大队", "the traffic police"),
            unit("fire-rescue", "消防救援大队", "fire and rescue"),
            unit("governance-centre", "综治中心", "the governance centre"),
            unit("human-resources", "人社局", "human resources"),
            unit("gas", "燃气公司", "the gas company"),
            unit("water", "供水公司", "the water company"),
            unit("market-regulation", "市场监管局", "market regulation"),
            unit("property-office", "街道物业管理办公室", "the street's property office"),
            unit("civil-affairs", "民政局", "civil affairs"),
            unit("health", "卫健委", "health"),
            unit("environment", "生态环境局", "environment"),
            unit("telecom", "通信运营企业", "the telecom companies"),
            unit("emergency-management", "应急管理局", "emergency management"),
            unit("power", "供电公司", "the power company"),
            unit("service-centre", "政务服务中心", "the service centre"),
            unit("education", "教育体育局", "education and sports"),
            unit("justice", "司法局", "justice"),
            unit("trade-union", "总工会", "the trade union"),
            unit("industry", "工业和信息化局", "industry"),
            unit("agriculture", "农业农村局", "agriculture"),
            unit("natural-resources", "自然资源局", "natural resources"),
            unit("transport", "交通运输局", "transport"),
            unit("medical-insurance", "医保局", "medical insurance"),
            unit("water-resources", "水利局", "water resources"),
            unit("womens-federation", "妇联", "the women's federation"),
            unit("heating", "供热公司", "the heating company"),
            unit("disabled-federation", "残联", "the disabled persons' federation"),
            unit("relief-station", "救助管理站", "the relief station"),
            unit("tax", "税务局", "tax"),
            unit("community", "社区", "the community"),
            unit("street", "街道办事处", "the street office"),
            unit("property-company", "物业服务企业", "the property company"),
            unit("grid", "网格长", "the head of the grid"),
            unit("centre", "区指挥中心", "the district centre"));

    private Units() {}

    private static Map.Entry<String, Names> unit(String code, String chinese, String english) {
        return Map.entry(code, new Names(chinese, english));
    }

    public static String chinese(String code) {
        return NAMES.getOrDefault(code, new Names(code, code)).chinese;
    }

    public static String english(String code) {
        return NAMES.getOrDefault(code, new Names(code, code)).english;
    }
}
