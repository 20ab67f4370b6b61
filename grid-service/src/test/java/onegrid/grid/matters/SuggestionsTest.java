package onegrid.grid.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the suggestions are right about what they have not seen, and that they learn. */
class SuggestionsTest {
    private static final Logger LOG = Logger.getLogger(SuggestionsTest.class);

    private static final Suggestions SUGGESTIONS = new Suggestions();

    @Test
    void theFirstSuggestionIsRightMostlyAndWhatIsFiledWithoutAPersonNineTimesInTen() {
        var measured = Accuracy.ofMatters();

        LOG.info(measured);
        assertThat((double) measured.first() / measured.reports()).isGreaterThan(0.74);
        assertThat((double) measured.amongThree() / measured.reports()).isGreaterThan(0.9);
        assertThat((double) measured.sureAndRight() / measured.sure()).isGreaterThan(0.9);
    }

    @Test
    void placeAndMatterTellDuplicatesApart() {
        var measured = Accuracy.ofPairs();

        LOG.info(measured);
        assertThat(measured.precision()).isGreaterThan(0.8);
        assertThat(measured.recall()).isGreaterThan(0.85);
    }

    @ParameterizedTest
    @CsvSource({"水管爆了，路上全是水,0402", "电梯卡住了，有人关在电梯里,0407", "窨井盖子丢了，井口敞着,0602", "包工头跑了，拖欠工资,5701"})
    void aPlainReportIsUnderstood(String text, String matter) {
        assertThat(SUGGESTIONS.of(text).getFirst().matter().code()).isEqualTo(matter);
    }

    @Test
    void aTextWithoutAnyKnownWordSuggestsNothing() {
        assertThat(SUGGESTIONS.of("zzzz qqqq")).isEmpty();
    }

    @Test
    void aCorrectionIsLearned() {
        var suggestions = new Suggestions();

        suggestions.learn(Collections.nCopies(3, new Lesson("嘎石灰又冒气泡了", "0403")));

        assertThat(suggestions.of("嘎石灰又冒气泡了").getFirst().matter().code()).isEqualTo("0403");
    }

    @ParameterizedTest
    @CsvSource({
        "二单元电梯又坏了,2单元的电梯停了，天天爬楼,true",
        "二单元电梯又坏了,3单元的电梯停了，天天爬楼,false",
        "门口垃圾桶满了没人拉,垃圾堆了三天，臭死了,true",
        "门口垃圾桶满了没人拉,门口路灯不亮,false"
    })
    void theSameThingInOtherWordsIsLikelyTheSame(String text, String other, boolean same) {
        assertThat(SUGGESTIONS.comparison(text).with(other, false) >= Suggestions.LIKELY_THE_SAME)
                .isEqualTo(same);
    }
}
