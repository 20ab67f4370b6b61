package onegrid.grid.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the suggestion is right about a report it has not seen. */
class SuggestionsTest {
    private static final Logger LOG = Logger.getLogger(SuggestionsTest.class);
    private static final int FOLDS = 20;

    private record Guess(String right, List<String> best, double confidence) {
        boolean first() {
            return !best.isEmpty() && best.getFirst().equals(right);
        }
    }

    @Test
    void whatIsFiledWithoutAPersonIsRightNineTimesInTen() {
        var guesses = guesses();
        var first = guesses.stream().filter(Guess::first).count();
        var among = guesses.stream().filter(g -> g.best.contains(g.right)).count();
        var sure = guesses.stream()
                .filter(g -> g.confidence >= Suggestions.GOOD_ENOUGH)
                .toList();
        var sureAndRight = sure.stream().filter(Guess::first).count();
        LOG.infof(
                "Suggestions over %d reports, %d folds: first right %d, among three %d, filed at once %d of which right %d",
                guesses.size(), FOLDS, first, among, sure.size(), sureAndRight);

        assertThat((double) sureAndRight / sure.size()).isGreaterThan(0.9);
    }

    /** Each report judged by a classifier that has not seen it. */
    private static List<Guess> guesses() {
        var all = SampleReport.read();
        var guesses = new ArrayList<Guess>();
        for (var fold = 0; fold < FOLDS; fold++) {
            var seen = new ArrayList<SampleReport>();
            var unseen = new ArrayList<SampleReport>();
            for (var i = 0; i < all.size(); i++) {
                (i % FOLDS == fold ? unseen : seen).add(all.get(i));
            }
            var classifier = TextClassifier.trainedOn(seen);
            unseen.forEach(report -> guesses.add(guess(classifier.scores(report.text()), report.matterCode())));
        }
        return guesses;
    }

    private static Guess guess(Map<String, Double> scores, String right) {
        var best = scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(3)
                .toList();
        return new Guess(
                right,
                best.stream().map(Map.Entry::getKey).toList(),
                best.isEmpty() ? 0 : best.getFirst().getValue());
    }

    @ParameterizedTest
    @CsvSource({"水管爆了，路上全是水,0402", "电梯卡住了，有人关在电梯里,0407", "窨井盖子丢了，井口敞着,0602", "包工头跑了，拖欠工资,5701"})
    void aPlainReportIsUnderstood(String text, String matter) {
        assertThat(new Suggestions().of(text).getFirst().matter().code()).isEqualTo(matter);
    }

    @Test
    void aTextWithoutAnyKnownWordSuggestsNothing() {
        assertThat(new Suggestions().of("zzzz qqqq")).isEmpty();
    }
}
