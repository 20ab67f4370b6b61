package onegrid.grid.cases;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "410224199001011234",
                "41022419900101123X",
                "41022419900101123x",
                "410224 19900101 1234",
                "410224-19900101-123X",
                "４１０２２４１９９００１０１１２３４",
                "410224900101123",
                "13800005678",
                "138-0000-5678",
                "138 0000 5678",
                "+8613800005678",
                "+86 138 0000 5678",
                "１３８００００５６７８",
                "0371-65900000",
                "037823881234",
                "(0378)2388123"
            })
    void aNumberOfAPersonDoesNotGetIn(String number) {
        assertThat(Masking.mask("我叫小李，" + number + "，请联系")).doesNotContainPattern("[0-9０-９]{3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3号楼2单元1203室漏水",
                "2026年11月22日10点半开始停水",
                "2026-11-22 10:30 开始",
                "已经300多人受影响",
                "扣了1280.50元",
                "车牌豫B12345挡路",
                "楼高18层，共540户"
            })
    void ordinaryNumbersStay(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @Property(tries = 300)
    void anyMobileNumberIsMaskedWhereverItStands(
            @ForAll @StringLength(9) @NumericChars String rest, @ForAll @IntRange(min = 3, max = 9) int second) {
        var number = "1" + second + rest;

        assertThat(Masking.mask("电话" + number + "急")).doesNotContain(number).contains("急");
    }

    @Property(tries = 300)
    void anyIdNumberIsMaskedWithAnySeparator(
            @ForAll @StringLength(17) @NumericChars String digits, @ForAll @IntRange(min = 0, max = 3) int form) {
        var separator = new String[] {"", " ", "-", "　"}[form];
        var written =
                digits.substring(0, 6) + separator + digits.substring(6, 14) + separator + digits.substring(14) + "X";

        assertThat(Masking.mask("身份证" + written)).doesNotContainPattern("[0-9]");
    }

    @Property(tries = 500)
    void maskingTwiceChangesNothingMore(@ForAll @StringLength(max = 60) String text) {
        var once = Masking.mask(text);

        assertThat(Masking.mask(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({"张三,张*", "欧阳娜娜,欧*", "𠮷野,𠮷*"})
    void aNameShowsItsFirstCharacter(String name, String shown) {
        assertThat(Masking.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"13800005678,138****5678", "2388123,****23"})
    void aPhoneShowsItsEnds(String phone, String shown) {
        assertThat(Masking.phone(phone)).isEqualTo(shown);
    }
}
