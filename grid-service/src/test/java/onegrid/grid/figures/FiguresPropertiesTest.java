package onegrid.grid.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;
import onegrid.grid.figures.Figures.Found;
import onegrid.grid.figures.Figures.Part;
import onegrid.kit.scope.Scope;
import onegrid.testing.Infrastructure;
import org.flywaydb.core.Flyway;

/**
 * Whatever happened to a set of cases: what is counted above the line is counted below it, and the list behind a number
 * has exactly as many entries as the number says, for each row of each table.
 */
class FiguresPropertiesTest {
    private static final Instant FIRST = Rows.at("2026-02-20T10:00");
    private static final List<String> UNITS = List.of("grid", "community", "water", "power");
    private static final List<String> MATTERS = List.of("0101", "0402", "5101");
    private static int compound = 100;

    private static AgroalDataSource database;

    @BeforeContainer
    static void schema() throws SQLException {
        database = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(2).connectionFactoryConfiguration(to -> to.jdbcUrl(
                                Infrastructure.start().database("figures"))
                        .principal(new NamePrincipal("onegrid"))
                        .credential(new SimplePassword("onegrid")))));
        Flyway.configure()
                .dataSource(database)
                .locations("db/kit", "db/directive", "db/migration")
                .load()
                .migrate();
    }

    @Property(tries = 10)
    void aNumberAndTheListBehindItAgree(@ForAll Random random, @ForAll By by) {
        var root = "410212001003" + ++compound;
        for (var i = 0; i < 25; i++) {
            aCase(random, root);
        }
        var figures = new Figures(database);
        var question = new Question(
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                by,
                root,
                17,
                new Scope(List.of("410212")),
                null,
                false,
                "1 = 1",
                null,
                Rows.at("2026-03-20T12:00"));

        var counted = figures.count(question);

        for (var figure : Figure.values()) {
            agree(figures, figure, question, null, counted.total().get(figure));
            counted.rows().forEach((key, row) -> {
                if (row.get(figure).counted() > 0) {
                    agree(figures, figure, question, key, row.get(figure));
                }
            });
            assertThat(counted.rows().values().stream()
                            .mapToLong(row -> row.get(figure).counted())
                            .sum())
                    .as("rows of %s make up the total", figure)
                    .isEqualTo(counted.total().get(figure).counted());
        }
    }

    private static void agree(Figures figures, Figure figure, Question question, String key, FigureTable.Value value) {
        var above = list(figures, figure, Part.NUMERATOR, question, key);
        var below = list(figures, figure, Part.DENOMINATOR, question, key);
        var missing = list(figures, figure, Part.MISSING, question, key);
        assertThat(new HashSet<>(below)).as("%s: one entry each", figure).hasSameSizeAs(below);
        assertThat(Stream.concat(above.stream(), missing.stream()))
                .as("%s of row %s: above and missing make up below", figure, key)
                .containsExactlyInAnyOrderElementsOf(below);
        switch (value) {
            case FigureTable.Rate rate -> {
                assertThat(rate.numerator()).as("%s %s", figure, key).isEqualTo(above.size());
                assertThat(rate.denominator()).as("%s %s", figure, key).isEqualTo(below.size());
                assertThat(rate.rate() == null).isEqualTo(below.isEmpty());
            }
            case FigureTable.Hours hours -> {
                assertThat(hours.n()).as("%s %s", figure, key).isEqualTo(above.size());
                assertThat(hours.missing()).as("%s %s", figure, key).isEqualTo(missing.size());
                assertThat(hours.median() == null).isEqualTo(above.isEmpty());
            }
        }
    }

    /** In pages of four, so that the cursor is tried as well. */
    private static List<String> list(Figures figures, Figure figure, Part part, Question question, String key) {
        var all = new ArrayList<String>();
        Found last = null;
        do {
            var page = figures.find(figure, part, question, key, last, 4);
            page.forEach(found -> all.add(found.caseId() + " " + found.line()));
            last = page.size() < 4 ? null : page.getLast();
        } while (last != null);
        return all;
    }

    private static void aCase(Random random, String root) {
        var rows = new Rows(database, root + (random.nextBoolean() ? "01" : "02"));
        var reported = FIRST.plus(Duration.ofHours(random.nextInt(24 * 30)));
        var status = pick(
                random,
                List.of(
                        "REPORTED",
                        "FILED",
                        "DISPATCHED",
                        "IN_PROGRESS",
                        "SUSPENDED",
                        "CLOSED",
                        "EVALUATED",
                        "CANCELLED",
                        "REJECTED",
                        "DIVERTED"));
        var closed = status.equals("CLOSED") || status.equals("EVALUATED");
        var refused = status.equals("REJECTED") || status.equals("DIVERTED");
        var unfiled = status.equals("REPORTED") || refused;
        var handled = !unfiled && !status.equals("FILED") && !status.equals("CANCELLED");
        var rated = status.equals("EVALUATED");
        var unit = handled ? pick(random, UNITS) : null;
        var id = rows.add(
                "status",
                status,
                "reported_at",
                reported,
                "filed_at",
                unfiled ? null : later(random, reported, 1),
                "limit_from",
                unfiled ? null : later(random, reported, 1),
                "due_at",
                later(random, reported, 24 * 20),
                "lead_unit",
                unit,
                "matter_code",
                pick(random, MATTERS),
                "closed_at",
                closed ? later(random, reported, 24 * 20) : null,
                "feedback_at",
                closed && random.nextBoolean() ? later(random, reported, 24 * 10) : null,
                "contact_by",
                random.nextBoolean() ? later(random, reported, 24) : null,
                "contacted_at",
                random.nextBoolean() ? later(random, reported, 48) : null,
                "arrived_at",
                random.nextBoolean() ? later(random, reported, 48) : null,
                "rating_score",
                rated ? 1 + random.nextInt(5) : null,
                "rating_solved",
                rated ? random.nextBoolean() : null,
                "rated_at",
                rated ? later(random, reported, 24 * 25) : null,
                "scale",
                pick(random, Arrays.asList("SMALL", "BIG", null)),
                "level",
                pick(random, List.of("GRID", "COMMUNITY", "STREET", "DISTRICT")),
                "limit_profile",
                pick(random, List.of("URGENT", "STANDARD")),
                "supervision",
                random.nextInt(4),
                "reworks",
                random.nextInt(2),
                "reason",
                "原因",
                "route",
                "其他渠道",
                "review_on",
                java.sql.Date.valueOf("2026-04-01"));
        if (handled) {
            dispatched(random, rows, id);
        }
    }

    private static void dispatched(Random random, Rows rows, UUID id) {
        var seq = 0;
        if (random.nextInt(3) == 0) {
            rows.given(id, ++seq, "2026-03-03T10:00", pick(random, UNITS), "RETURNED", "2026-03-03T12:00");
        }
        if (random.nextBoolean()) {
            rows.given(id, ++seq, "2026-03-04T10:00", pick(random, UNITS), "ACCEPTED", "2026-03-04T12:00");
        } else {
            rows.given(id, ++seq, "2026-03-04T10:00", pick(random, UNITS), null, null);
        }
        for (var unit : UNITS) {
            if (random.nextInt(4) == 0) {
                rows.called(id, unit, "2026-03-04T11:00", random.nextBoolean() ? "2026-03-04T15:00" : null);
            }
        }
        if (random.nextInt(3) == 0) {
            rows.calledBack(id, ++seq, "2026-03-20T10:00", "VALID", random.nextBoolean(), 1 + random.nextInt(5));
        }
    }

    private static Instant later(Random random, Instant than, int hours) {
        return than.plus(Duration.ofMinutes(random.nextInt(hours * 60)));
    }

    private static <T> T pick(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
