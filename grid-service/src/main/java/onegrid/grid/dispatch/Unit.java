package onegrid.grid.dispatch;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who can be asked to handle a case. The code travels; the Chinese name is what the catalogue and people use. */
public enum Unit {
    URBAN_MANAGEMENT("城市管理局", Kind.DEPARTMENT),
    SANITATION("环卫中心", Kind.DEPARTMENT),
    HOUSING("住建局", Kind.DEPARTMENT),
    POLICE("公安派出所", Kind.DEPARTMENT),
    TRAFFIC_POLICE("公安交警大队", Kind.DEPARTMENT),
    FIRE_RESCUE("消防救援大队", Kind.DEPARTMENT),
    GOVERNANCE_CENTRE("综治中心", Kind.DEPARTMENT),
    HUMAN_RESOURCES("人社局", Kind.DEPARTMENT),
    GAS("燃气公司", Kind.UTILITY),
    WATER("供水公司", Kind.UTILITY),
    MARKET_REGULATION("市场监管局", Kind.DEPARTMENT),
    PROPERTY_OFFICE("街道物业管理办公室", Kind.DEPARTMENT),
    CIVIL_AFFAIRS("民政局", Kind.DEPARTMENT),
    HEALTH("卫健委", Kind.DEPARTMENT),
    ENVIRONMENT("生态环境局", Kind.DEPARTMENT),
    TELECOM("通信运营企业", Kind.UTILITY),
    EMERGENCY_MANAGEMENT("应急管理局", Kind.DEPARTMENT),
    POWER("供电公司", Kind.UTILITY),
    SERVICE_CENTRE("政务服务中心", Kind.DEPARTMENT),
    EDUCATION("教育体育局", Kind.DEPARTMENT),
    JUSTICE("司法局", Kind.DEPARTMENT),
    TRADE_UNION("总工会", Kind.DEPARTMENT),
    INDUSTRY("工业和信息化局", Kind.DEPARTMENT),
    AGRICULTURE("农业农村局", Kind.DEPARTMENT),
    NATURAL_RESOURCES("自然资源局", Kind.DEPARTMENT),
    TRANSPORT("交通运输局", Kind.DEPARTMENT),
    MEDICAL_INSURANCE("医保局", Kind.DEPARTMENT),
    WATER_RESOURCES("水利局", Kind.DEPARTMENT),
    WOMENS_FEDERATION("妇联", Kind.DEPARTMENT),
    HEATING("供热公司", Kind.UTILITY),
    DISABLED_FEDERATION("残联", Kind.DEPARTMENT),
    RELIEF_STATION("救助管理站", Kind.DEPARTMENT),
    TAX("税务局", Kind.DEPARTMENT),
    COMMUNITY("社区", Kind.COMMUNITY),
    STREET("街道办事处", Kind.STREET),
    PROPERTY_COMPANY("物业服务企业", Kind.PROPERTY),
    GRID("网格长", Kind.GRID),
    CENTRE("区指挥中心", Kind.DEPARTMENT);

    /** What sort of body a unit is; the last four are found by the place of the case. */
    public enum Kind {
        DEPARTMENT,
        UTILITY,
        STREET,
        COMMUNITY,
        PROPERTY,
        GRID
    }

    private static final Map<String, Unit> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Unit::code, Function.identity()));
    private static final Map<String, Unit> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Unit::title, Function.identity()));

    private final String code;
    private final String title;
    private final Kind kind;

    Unit(String title, Kind kind) {
        this.code = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        this.title = title;
        this.kind = kind;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /** Cases are not dispatched back to the grid or to the centre's own desk. */
    public boolean takesDispatch() {
        return this != GRID && this != CENTRE;
    }

    public static Optional<Unit> find(String code) {
        return Optional.ofNullable(code).map(BY_CODE::get);
    }

    /** The Chinese name of a code; the code itself where it is unknown (an old case, a retired unit). */
    public static String title(String code) {
        return code == null ? null : find(code).map(Unit::title).orElse(code);
    }

    public static Unit named(String title) {
        var unit = BY_NAME.get(title);
        if (unit == null) {
            throw new IllegalArgumentException("no unit is called " + title);
        }
        return unit;
    }
}
