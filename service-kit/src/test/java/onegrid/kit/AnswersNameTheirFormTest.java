package onegrid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A resource that does not say what it answers calls its JSON whatever the caller's {@code Accept} names, a picture too.
 * So each says it: on the class, or on every method. A class says it for its own methods, not for those it inherits.
 */
class AnswersNameTheirFormTest {
    private static final Pattern ON_THE_CLASS = Pattern.compile("(?m)^@Produces\\(");
    private static final Pattern ON_A_METHOD = Pattern.compile("(?m)^ +@Produces\\(");
    private static final Pattern ASKED = Pattern.compile("(?m)^ +@(GET|POST|PUT|PATCH|DELETE)\\b");

    private record Source(Path file, String text) {
        long methods() {
            return ASKED.matcher(text).results().count();
        }

        boolean namesItsForm() {
            return ON_THE_CLASS.matcher(text).find()
                    || ON_A_METHOD.matcher(text).results().count() == methods();
        }
    }

    @Test
    void everyResourceNamesTheFormOfItsAnswers() {
        assertThat(resources().stream()
                        .filter(one -> !one.namesItsForm())
                        .map(Source::file)
                        .toList())
                .as("add @Produces(MediaType.APPLICATION_JSON), or the form that the answer has")
                .isEmpty();
    }

    @Test
    void theScanReadsTheWholeHouse() {
        assertThat(resources()).hasSizeGreaterThan(50);
    }

    private static List<Source> resources() {
        return House.sources("java").stream()
                .filter(file -> House.place(file).toString().matches("[a-z-]+/src/main/.*"))
                .map(file -> new Source(House.place(file), House.read(file)))
                .filter(source -> source.methods() > 0)
                .toList();
    }
}
