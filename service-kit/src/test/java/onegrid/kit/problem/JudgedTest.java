package onegrid.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The judgement that addresses in other forms than problem+json share with all others. */
class JudgedTest {
    @ParameterizedTest
    @MethodSource
    void aFailureMeansTheSameInEveryForm(Throwable thrown, int status, String type) {
        var problem = ProblemMapper.judged(thrown);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.type()).isEqualTo(type);
    }

    static Stream<Arguments> aFailureMeansTheSameInEveryForm() {
        return Stream.of(
                Arguments.of(new PersistenceException(new ConnectException("refused")), 503, "unavailable"),
                Arguments.of(new IllegalStateException(new SQLException("down", "08006")), 503, "unavailable"),
                Arguments.of(new PersistenceException(new SQLException("twice", "23505")), 409, "stored-before"),
                Arguments.of(new PersistenceException(new SQLException("zero byte", "22021")), 400, "bad-parameter"),
                Arguments.of(new RuntimeException(new OptimisticLockException()), 409, "concurrent-change"),
                Arguments.of(new RuntimeException(Problem.notFound("The case")), 404, "not-found"),
                Arguments.of(new IllegalStateException("a mistake of ours"), 500, "unexpected"));
    }
}
