package onegrid.brain;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import onegrid.brain.situation.CaseState;
import onegrid.kit.clock.Zone;

/** The public state of a case as grid-service tells it; begins as a small one in a community of its own. */
public final class ACase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, Object> state = new LinkedHashMap<>();
    public final UUID id = UUID.randomUUID();

    private ACase(int n, Instant now) {
        var community = "410212" + "%03d".formatted(300 + n / 300) + "%03d".formatted(1 + n % 300);
        state.put("caseId", id.toString());
        state.put("number", "261122-" + "%05d".formatted(n));
        state.put("version", 1);
        state.put("status", "FILED");
        state.put("matterCode", "0101");
        state.put("matterName", "暴露垃圾与清运不及时");
        state.put("className", "市容环境");
        state.put("platform", "ENFORCEMENT");
        state.put("severity", 4);
        state.put("limitProfile", "STANDARD");
        state.put("gridHandles", true);
        state.put("needsEnforcement", false);
        state.put("gridCode", community + "001");
        state.put("gridName", "第1网格");
        state.put("gridPath", "城东街道 / 社区 / 第1网格");
        state.put("communityCode", community);
        state.put("communityName", "第" + n + "社区");
        state.put("longitude", 114.4328);
        state.put("latitude", 34.7741);
        state.put("peopleAffected", 1);
        state.put("injury", false);
        state.put("reportsBefore", 0);
        state.put("leadUnit", "sanitation");
        state.put("coUnits", List.of());
        state.put("services", List.of("grid", "property"));
        state.put("scale", null);
        state.put("level", null);
        state.put("reportedAt", Zone.at(now).toString());
        state.put("filedAt", Zone.at(now).toString());
        state.put("dueAt", Zone.at(now.plus(Duration.ofHours(10))).toString());
        state.put("closedAt", null);
        state.put("overdue", false);
        state.put("returns", 0);
        state.put("reworks", 0);
        state.put("markedBig", false);
        state.put("actorRole", "community");
        state.put("reason", null);
    }

    public static ACase small(Instant now) {
        return new ACase(COUNT.incrementAndGet(), now);
    }

    public static ACase small() {
        return small(Instant.now());
    }

    /** A burst water main that takes the water from 300 people. */
    public static ACase burstMain(Instant now) {
        return small(now)
                .with("matterCode", "0402")
                .with("matterName", "供水管道爆裂")
                .with("className", "突发事件")
                .with("severity", 2)
                .with("limitProfile", "URGENT")
                .with("gridHandles", false)
                .with("peopleAffected", 300)
                .with("leadUnit", "water")
                .with("coUnits", List.of("urban-management", "traffic-police", "community"));
    }

    public ACase with(String field, Object value) {
        state.put(field, value);
        return this;
    }

    /** The next version, in this status. */
    public ACase moved(String status) {
        state.put("version", (int) state.get("version") + 1);
        return with("status", status);
    }

    ACase dueIn(Instant now, Duration time) {
        return with("dueAt", Zone.at(now.plus(time)).toString());
    }

    public String community() {
        return (String) state.get("communityCode");
    }

    public String grid() {
        return (String) state.get("gridCode");
    }

    public String number() {
        return (String) state.get("number");
    }

    public Map<String, Object> data() {
        return new LinkedHashMap<>(state);
    }

    public CaseState state() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .convertValue(state, CaseState.class)
                .in("410212");
    }
}
