package onegrid.grid.cases;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Free-text hygiene (domain.md §8.4): ID-card and phone numbers do not get in. Full-width digits and separators between
 * digits are seen too. Rather one number too many than one person too many.
 */
public final class Masking {
    static final String ID = "[证件号已隐去]";
    static final String PHONE = "[通讯号已隐去]";

    private static final String D = "[0-9０-９]";
    private static final String SEP = "[\\s\\u3000\\-－–—·.]{0,2}";
    private static final String START = "(?<!" + D + ")";
    private static final String END = "(?!" + D + ")";

    private record Rule(Pattern pattern, String mask) {}

    private static final List<Rule> RULES = List.of(
            rule(START + D + "(?:" + SEP + D + "){16}" + SEP + "[0-9０-９xXｘＸ×]" + END, ID),
            rule(START + "[1-9１-９](?:" + SEP + D + "){14}" + END, ID),
            rule(
                    "(?:[+＋]|" + START + "00)?(?<!" + D + ")(?:86|８６)" + SEP + "[1１][3-9３-９](?:" + SEP + D + "){9}"
                            + END,
                    PHONE),
            rule(START + "[1１][3-9３-９](?:" + SEP + D + "){9}" + END, PHONE),
            rule("[(（]?" + START + "[0０]" + D + "{2,3}[)）]?" + SEP + D + "{3,4}" + SEP + D + "{4}" + END, PHONE),
            rule(
                    "(?<=(?:电话|座机|号码|致电|联系|拨打)[^0-9０-９]{0,4})" + START + "[2-9２-９]" + D + "{2,3}" + SEP + D + "{4}"
                            + END,
                    PHONE));

    private Masking() {}

    private static Rule rule(String pattern, String mask) {
        return new Rule(Pattern.compile(pattern), mask);
    }

    /** The text without such numbers, trimmed; null stays null. */
    public static String mask(String text) {
        if (text == null) {
            return null;
        }
        var masked = text.strip();
        for (var rule : RULES) {
            masked = rule.pattern.matcher(masked).replaceAll(java.util.regex.Matcher.quoteReplacement(rule.mask));
        }
        return masked;
    }

    /** 张三 → 张*, as names are shown by default. */
    static String name(String name) {
        return name == null || name.isBlank()
                ? null
                : name.strip().substring(0, name.strip().offsetByCodePoints(0, 1)) + "*";
    }

    /** 13800005678 → 138****5678; shorter numbers keep only their last two digits. */
    static String phone(String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        var digits = phone.strip();
        return digits.length() >= 11
                ? digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4)
                : "****" + digits.substring(Math.max(0, digits.length() - 2));
    }
}
