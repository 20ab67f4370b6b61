package onegrid.brain.linkage;

import java.util.List;
import onegrid.brain.situation.CaseState;

/** The four that every linkage asks, and what each is asked to do. */
enum Service {
    GRID("grid", "NEIGHBOURS", "网格", List.of("grid")) {
        @Override
        String task(CaseState state, String minutes) {
            return "请" + state.gridName() + "周边网格的网格长到场协助：" + what(state) + "。" + minutes;
        }

        @Override
        String inform(CaseState state) {
            return "请通知" + state.gridName() + "周边网格的网格长知晓并留意：" + what(state) + "。";
        }
    },
    PARTY("party", "CALL_UP", "党组织", List.of("party", "party-org")) {
        @Override
        String task(CaseState state, String minutes) {
            return "请召集到" + community(state) + "报到的单位和党员到场服务：" + what(state) + "。" + minutes;
        }

        @Override
        String inform(CaseState state) {
            return "请告知到" + community(state) + "报到的单位和党员，需要时再召集：" + what(state) + "。";
        }
    },
    PROPERTY("property", "WORK_ORDER", "物业", List.of("property")) {
        @Override
        String task(CaseState state, String minutes) {
            return "请责任物业派人到" + state.gridName() + "处置：" + what(state) + "。" + minutes;
        }

        @Override
        String inform(CaseState state) {
            return "请责任物业告知" + state.gridName() + "的住户并看护公共部位：" + what(state) + "。";
        }
    },
    NEW_SECTOR("new-sector", "ASSIST", "新兴领域", List.of("new-sector")) {
        @Override
        String task(CaseState state, String minutes) {
            return "请附近的暖“新”驿站和企业提供帮助：" + what(state) + "。" + minutes;
        }

        @Override
        String inform(CaseState state) {
            return "请告知附近的驿站、企业和骑手注意绕行避让：" + what(state) + "。";
        }
    };

    private final String code;
    private final String kind;
    private final String chinese;
    private final List<String> catalogueNames;

    Service(String code, String kind, String chinese, List<String> catalogueNames) {
        this.code = code;
        this.kind = kind;
        this.chinese = chinese;
        this.catalogueNames = catalogueNames;
    }

    abstract String task(CaseState state, String minutes);

    abstract String inform(CaseState state);

    /** A service that the matter's catalogue row does not name still tells its people. */
    String instruction(CaseState state, long respondWithinMinutes) {
        var named = catalogueNames.stream().anyMatch(state.services()::contains);
        var asked = named ? task(state, "请在" + respondWithinMinutes + "分钟内回应。") : inform(state);
        return state.complainedOf() == null ? asked : "本件为投诉，请勿告知被投诉方。" + asked;
    }

    private static String what(CaseState state) {
        var people = state.peopleAffected() > 0 ? "，影响约" + state.peopleAffected() + "人" : "";
        return state.matterName() + people + (state.injury() ? "，有人受伤" : "");
    }

    private static String community(CaseState state) {
        return state.communityName() == null ? "所在社区" : state.communityName();
    }

    String code() {
        return code;
    }

    String kind() {
        return kind;
    }

    static String chinese(String code) {
        for (var service : values()) {
            if (service.code.equals(code)) {
                return service.chinese;
            }
        }
        return code;
    }

    static int order(String code) {
        for (var service : values()) {
            if (service.code.equals(code)) {
                return service.ordinal();
            }
        }
        return values().length;
    }
}
