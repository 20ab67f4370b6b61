package onegrid.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While reports stream in, one part is killed without warning and started again. Every acknowledged case exists once,
 * every directive of its linkage has arrived once in each service, and what was not acknowledged was told so.
 */
class BadDaysTest {
    private static final Map<String, String> SERVICE_DATABASES =
            Map.of("grid", "grid", "party", "party", "property", "property", "new-sector", "newsector");
    private static District district;

    @BeforeAll
    static void start() {
        district = TestDistrict.get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres",
                "kafka",
                "keycloak",
                "grid-service",
                "party-org-service",
                "property-service",
                "new-sector-service",
                "gateway"
            })
    void nothingAcknowledgedIsLostOrDoubledWhenAPartIsKilled(String part) throws Exception {
        survives(part, () -> district.stack().kill9(part));
    }

    /** What waits on its topics must not be read while it lets go of its database. */
    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenTheGatewayIsToldToStop() throws Exception {
        survives("gateway", () -> district.stack().part("gateway").stop());
        for (var database : List.of("gateway", "grid")) {
            assertThat(query(
                            database,
                            "select topic from dead_letter where payload like any(?)",
                            List.of("%grid.case.%")))
                    .as("dead letters of " + database)
                    .isEmpty();
        }
    }

    private static void survives(String part, Runnable end) throws Exception {
        try (var stream = ReportStream.start(district)) {
            stream.awaitAcknowledged(10);
            end.run();
            stream.keepGoing(Duration.ofSeconds(3));
            district.stack().restart(part);
            stream.awaitAcknowledged(stream.acknowledged().size() + 10);
        }
        var stream = ReportStream.last();

        assertThat(stream.strangeAnswers()).as("answers other than 201 and 503").isEmpty();
        assertThat(stream.unanswered())
                .as("reports that never got a number, though sent again")
                .isEmpty();
        assertThat(numbersInDatabase(stream.acknowledged()))
                .as("every acknowledged case exists once")
                .containsExactlyInAnyOrderElementsOf(stream.acknowledged());
        for (var service : SERVICE_DATABASES.entrySet()) {
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(directives(service.getValue(), stream.acknowledged()))
                            .as("directives in " + service.getKey())
                            .containsExactlyInAnyOrderElementsOf(stream.acknowledged()));
        }
    }

    private static List<String> numbersInDatabase(java.util.Collection<String> numbers) throws SQLException {
        return query("grid", "select number from grid_case where number = any(?)", numbers);
    }

    private static List<String> directives(String database, java.util.Collection<String> numbers) throws SQLException {
        return query(database, "select case_number from directive where case_number = any(?)", numbers);
    }

    private static List<String> query(String database, String sql, java.util.Collection<String> numbers)
            throws SQLException {
        try (var connection = district.stack().postgres().connect(database);
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", new TreeSet<>(numbers).toArray()));
            var rows = statement.executeQuery();
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
