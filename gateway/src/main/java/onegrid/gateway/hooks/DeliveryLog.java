package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import onegrid.gateway.hooks.DeliveryView.Attempt;
import onegrid.gateway.hooks.DeliveryView.State;

/** What was delivered, what failed and why: read for people. */
@ApplicationScoped
class DeliveryLog {
    private static final String ROWS = """
            select d.id, d.position, d.cause, d.state, d.attempts, d.next_at, d.leased_until, d.created_at, d.done_at,
              e.id event_id, e.type, e.subject, e.case_id, e.case_number, e.told_at, e.grid_code
            from hook_delivery d join hook_event e on e.seq = d.event_seq where d.subscription_id = ?""";

    private final DataSource database;
    private final EventTypes types;

    DeliveryLog(DataSource database, EventTypes types) {
        this.database = database;
        this.types = types;
    }

    /** @param aCase number or id; null for all */
    record Filter(State state, String aCase) {}

    /** A row with the place that its list goes on from. */
    record Row(long position, DeliveryView view) {}

    /** Newest first. */
    List<Row> page(UUID subscription, Filter filter, long before, int limit) {
        var sql = new StringBuilder(ROWS).append(" and d.position < ?");
        var values = new ArrayList<Object>(List.of(subscription, before));
        if (filter.state != null) {
            sql.append(
                    switch (filter.state) {
                        case WAITING -> " and d.state = 'WAITING' and d.next_at is not null";
                        case HELD -> " and d.state = 'WAITING' and d.next_at is null";
                        case DELIVERED -> " and d.state = 'DELIVERED'";
                        case FAILED -> " and d.state = 'FAILED'";
                    });
        }
        if (filter.aCase != null) {
            sql.append(" and (e.case_number = ? or e.case_id::text = ?)");
            values.add(filter.aCase);
            values.add(filter.aCase.toLowerCase(java.util.Locale.ROOT));
        }
        values.add(limit);
        return rows(sql.append(" order by d.position desc limit ?").toString(), values.toArray());
    }

    Optional<DeliveryView> find(UUID subscription, UUID delivery) {
        return rows(ROWS + " and d.id = ?", subscription, delivery).stream()
                .map(Row::view)
                .findFirst();
    }

    private List<Row> rows(String sql, Object... values) {
        var rows = Rows.read(database, sql, this::row, values);
        var ids = rows.stream().map(row -> row.view.id()).toArray(UUID[]::new);
        var attempts = Rows.read(
                        database,
                        "select delivery_id, number, at, status, millis, reason, detail, answer from hook_attempt"
                                + " where delivery_id = any(?) order by delivery_id, number",
                        DeliveryLog::attempt,
                        (Object) ids)
                .stream()
                .collect(Collectors.groupingBy(Of::delivery, Collectors.mapping(Of::attempt, Collectors.toList())));
        return rows.stream()
                .map(row -> new Row(row.position, row.view.with(attempts.getOrDefault(row.view.id(), List.of()))))
                .toList();
    }

    private record Of(UUID delivery, Attempt attempt) {}

    private static Of attempt(ResultSet row) throws SQLException {
        return new Of(
                row.getObject(1, UUID.class),
                new Attempt(
                        row.getInt(2),
                        Health.at(row.getTimestamp(3)),
                        row.getObject(4, Integer.class),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)));
    }

    private Row row(ResultSet row) throws SQLException {
        var type = row.getString("type");
        var known = types.find(type);
        OffsetDateTime next = Health.at(row.getTimestamp("next_at"));
        var state = row.getString("state").equals("WAITING") && next == null
                ? State.HELD
                : State.valueOf(row.getString("state"));
        return new Row(
                row.getLong("position"),
                new DeliveryView(
                        row.getObject("id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        type,
                        known.map(EventTypes.EventType::name).orElse("测试"),
                        known.map(EventTypes.EventType::englishName).orElse("test"),
                        row.getString("subject"),
                        row.getObject("case_id", UUID.class),
                        row.getString("case_number"),
                        row.getString("grid_code"),
                        Health.at(row.getTimestamp("told_at")),
                        Deliveries.Cause.valueOf(row.getString("cause")),
                        state,
                        Health.at(row.getTimestamp("created_at")),
                        state == State.WAITING ? next : null,
                        state == State.DELIVERED ? Health.at(row.getTimestamp("done_at")) : null,
                        List.of(),
                        state == State.WAITING || state == State.FAILED ? List.of("retry") : List.of()));
    }
}
