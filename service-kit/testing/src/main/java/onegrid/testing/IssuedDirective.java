package onegrid.testing;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The brain asks: {@code IssuedDirective.to("property", "WORK_ORDER").in("410212001001001").severity(1).tell(topics)}. */
public final class IssuedDirective {
    private final Map<String, Object> data = new LinkedHashMap<>();

    private IssuedDirective() {}

    /** A burst water main in 温泉小区1, severity 2; begins valid. */
    public static IssuedDirective to(String service, String kind) {
        var issued = new IssuedDirective();
        var now = OffsetDateTime.now(ZoneOffset.ofHours(8));
        return issued.with("directiveId", UUID.randomUUID())
                .with("linkageId", UUID.randomUUID())
                .with("caseId", UUID.randomUUID())
                .with("caseNumber", "261122-00017")
                .with("service", service)
                .with("kind", kind)
                .matter("0402", "供水管道爆裂", "突发事件")
                .severity(2)
                .in("410212001001001")
                .with("gridName", "温泉小区1")
                .with("communityName", "温泉社区")
                .at(114.433737, 34.773522)
                .with("peopleAffected", 300)
                .with("leadUnit", "water")
                .with("coUnits", List.of("community"))
                .with("instruction", "请立即到场")
                .with("sentence", "影响人数达到30人，按规则R3启动全网联动")
                .with("respondBy", now.plusMinutes(30))
                .with("dueAt", now.plusHours(24));
    }

    public IssuedDirective with(String field, Object value) {
        data.put(field, value);
        return this;
    }

    /** The grid, and the community that it lies in. */
    public IssuedDirective in(String gridCode) {
        return with("gridCode", gridCode)
                .with("communityCode", gridCode.length() < 12 ? null : gridCode.substring(0, 12));
    }

    public IssuedDirective at(Double longitude, Double latitude) {
        return with("longitude", longitude).with("latitude", latitude);
    }

    public IssuedDirective severity(int severity) {
        return with("severity", severity);
    }

    public IssuedDirective matter(String code, String name, String className) {
        return with("matterCode", code).with("matterName", name).with("className", className);
    }

    public UUID id() {
        return (UUID) data.get("directiveId");
    }

    public String caseId() {
        return data.get("caseId").toString();
    }

    /** Tells it on onegrid.directives as the brain does; returns this, to be told again. */
    public IssuedDirective tell(Topics topics) {
        return tell(topics, UUID.randomUUID());
    }

    /** Under this event id: the same id twice is one message delivered twice. */
    public IssuedDirective tell(Topics topics, UUID eventId) {
        tell(topics, eventId, "brain.directive.issued.v1", data);
        return this;
    }

    /** The brain takes it back. */
    public void withdraw(Topics topics) {
        tell(
                topics,
                UUID.randomUUID(),
                "brain.directive.withdrawn.v1",
                Map.of(
                        "directiveId", id(),
                        "linkageId", data.get("linkageId"),
                        "caseId", caseId(),
                        "service", data.get("service"),
                        "reason", "案件已撤销"));
    }

    private void tell(Topics topics, UUID eventId, String type, Object content) {
        var readable = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) content)
                .forEach((name, value) -> readable.put(
                        name.toString(),
                        value instanceof UUID || value instanceof OffsetDateTime ? value.toString() : value));
        topics.tell("onegrid.directives", caseId(), Topics.event(eventId, type, id().toString(), readable));
    }
}
