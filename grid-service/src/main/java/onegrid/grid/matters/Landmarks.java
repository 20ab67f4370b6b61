package onegrid.grid.matters;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The places that a text names: compounds with their number, entrances, buildings, gates, stretches of a street. Two
 * texts that name different ones of a kind are not about the same thing, however alike they are and however near by.
 */
final class Landmarks {
    private static final String NUMBER = "([0-9０-９]{1,4}|[一二两三四五六七八九十]{1,3})";
    private static final String DIGITS = "一二三四五六七八九";

    private static final Map<String, Pattern> KINDS = Map.of(
            "compound", Pattern.compile("(\\p{IsHan}{2}小区\\s?[0-9０-９]*)"),
            "community", Pattern.compile("(\\p{IsHan}{2})(?:社区|镇)"),
            "entrance", Pattern.compile(NUMBER + "\\s?单元"),
            "building", Pattern.compile(NUMBER + "\\s?(?:号楼|栋|幢)"),
            "gate", Pattern.compile("([东西南北])门"),
            "stretch", Pattern.compile("([东西南北中])段"));

    private Landmarks() {}

    /** Whether both name a place of one kind, and not one of them the same. */
    static boolean differ(String a, String b) {
        var left = of(a);
        var right = of(b);
        return left.keySet().stream()
                .anyMatch(kind -> right.containsKey(kind) && Collections.disjoint(left.get(kind), right.get(kind)));
    }

    /** The text without its places: what happened, wherever. */
    static String without(String text) {
        var rest = text;
        for (var pattern : KINDS.values()) {
            rest = pattern.matcher(rest).replaceAll("");
        }
        return rest;
    }

    private static Map<String, Set<String>> of(String text) {
        var found = new HashMap<String, Set<String>>();
        KINDS.forEach((kind, pattern) -> {
            var matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.computeIfAbsent(kind, any -> new HashSet<>()).add(number(matcher.group(1)));
            }
        });
        return found;
    }

    /** 二 is 2, ２ is 2; other names stay as they are. */
    private static String number(String name) {
        if (name.length() == 1 && DIGITS.contains(name)) {
            return String.valueOf(DIGITS.indexOf(name) + 1);
        }
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC);
    }
}
