package onegrid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * domain.md §8.3: what OneGrid must not hold has no place to be stored. The build fails when a column, a field, a
 * record's component or a member of an event's schema has such a name, in any module.
 */
class NoForbiddenDataTest {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?i)(face_?(image|feature|id|scan)|gait|iris|finger_?print|biometric|voice_?print"
                    + "|video|camera|plate_?(number|no)\\b|licen[cs]e_?plate"
                    + "|id_?card|identity_?(number|no|card)|citizen_?id|passport|social_?security"
                    + "|religio|ethnic|nationality|political_?(view|stand)|ideolog"
                    + "|health_?(state|status|code|record)?$|disease|diagnos|medical_?record|disabilit"
                    + "|credit_?(score|level|rating)|risk_?(level|score|label)|resident_?(score|level|label|tag)"
                    + "|key_?person|special_?(person|group)|black_?list|watch_?list|petition_?(count|record)"
                    + "|track_?(point|line)|trajector|movement|location_?history"
                    + "|hukou|household_?member|family_?member|tenant_?name|birth_?(day|date)|gender|marital|device_?id)");

    private static final Pattern JAVA_FIELD = Pattern.compile(
            "\\b(?:String|int|long|Integer|Long|Double|double|boolean|Boolean|UUID|Instant|LocalDate|OffsetDateTime|"
                    + "byte\\[\\]|List<[\\w<>, ]+>|Map<[\\w<>, ]+>|Set<[\\w<>, ]+>)\\s+(\\w+)\\s*(?=[;,)=])");
    private static final Pattern SQL_COLUMN = Pattern.compile(
            "(?im)^\\s+(\\w+)\\s+(?:text|varchar|int|bigint|uuid|bytea|date|timestamptz|boolean|jsonb?)\\b");
    private static final Pattern SCHEMA_MEMBER = Pattern.compile("\"(\\w+)\"\\s*:\\s*\\{");

    @Test
    void nothingThatWeMustNotHoldHasAName() {
        assertThat(Stream.of(names("java", JAVA_FIELD), names("sql", SQL_COLUMN), names("schema.json", SCHEMA_MEMBER))
                        .flatMap(found -> found)
                        .filter(named -> FORBIDDEN.matcher(named.name).find())
                        .toList())
                .isEmpty();
    }

    @Test
    void theScanReadsTheWholeHouse() {
        assertThat(names("java", JAVA_FIELD).count()).isGreaterThan(300);
        assertThat(names("sql", SQL_COLUMN).count()).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"faceImage", "id_card", "religion", "ethnicity", "riskLevel", "credit_score", "deviceId"})
    void aForbiddenNameIsKnown(String name) {
        assertThat(FORBIDDEN.matcher(name).find()).isTrue();
    }

    private record Named(Path file, String name) {}

    private static Stream<Named> names(String ending, Pattern field) {
        return House.sources(ending).stream()
                .flatMap(file ->
                        field.matcher(House.read(file)).results().map(match -> new Named(file, match.group(1))));
    }
}
