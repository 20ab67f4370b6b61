package onegrid.kit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final String ANSWER = "{\"trackingToken\":\"7Q2M\"}";

    @Test
    void whoHasTheKeyReadsTheAnswer() {
        var sealed = new Seal("portal", "k-1").close(ANSWER);

        assertThat(new Seal("portal", "k-1").open(sealed)).isEqualTo(ANSWER);
    }

    @Test
    void whoHasOnlyTheTableReadsNothing() {
        var sealed = new Seal("portal", "k-1").close(ANSWER);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("7Q2M", "trackingToken");
    }

    @Test
    void anotherKeyOpensNothing() {
        var sealed = new Seal("portal", "k-1").close(ANSWER);

        assertThatThrownBy(() -> new Seal("portal", "k-2").open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameKeyOfAnotherCallerHasAnotherName() {
        assertThat(new Seal("portal", "k-1").name()).isNotEqualTo(new Seal("hotline", "k-1").name());
    }
}
