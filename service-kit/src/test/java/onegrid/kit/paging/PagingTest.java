package onegrid.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import onegrid.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    @Test
    void aCursorLeadsBackToTheRow() {
        var paging = new Paging();
        paging.after = Paging.cursor("温泉社区", 7);

        assertThat(paging.from(List.of(), parts -> parts)).containsExactly("温泉社区", "7");
    }

    /** "AGE" is a NUL before an "a". */
    @ParameterizedTest
    @ValueSource(strings = {"AGE", "AA", "%", "长"})
    void anInventedCursorIsRefused(String after) {
        var paging = new Paging();
        paging.after = after;

        assertThatThrownBy(() -> paging.from("", List::getFirst))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
