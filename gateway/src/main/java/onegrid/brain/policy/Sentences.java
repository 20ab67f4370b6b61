package onegrid.brain.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onegrid.brain.situation.CaseState;
import onegrid.brain.situation.Units;

/**
 * Turns a rule's template into words a resident can read. Placeholders: {@code {matter} {impact} {lead} {together}
 * {level} {grid} {count}}.
 */
final class Sentences {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> KNOWN = Set.of("matter", "impact", "lead", "together", "level", "grid", "count");

    private Sentences() {}

    static Optional<String> unknownPlaceholder(String template) {
        return template == null
                ? Optional.empty()
                : PLACEHOLDER
                        .matcher(template)
                        .results()
                        .filter(found -> !KNOWN.contains(found.group(1)))
                        .map(java.util.regex.MatchResult::group)
                        .findFirst();
    }

    static String chinese(Rule rule, CaseState state) {
        return fill(rule.sentence(), name -> switch (name) {
            case "matter" -> state.matterName();
            case "impact" -> state.peopleAffected() > 0 ? "影响约" + state.peopleAffected() + "人" : "";
            case "lead" -> state.leadUnit() == null ? "责任单位" : Units.chinese(state.leadUnit());
            case "together" -> together(helpers(state, true), "，", "和", "一起处理", "、");
            case "level" -> rule.level().chinese();
            case "grid" -> state.gridName();
            default -> Integer.toString(state.reportsBefore() + 1);
        });
    }

    static String english(Rule rule, CaseState state) {
        return rule.sentenceEn() == null
                ? null
                : fill(rule.sentenceEn(), name -> switch (name) {
                    case "matter" -> state.matterName();
                    case "impact" ->
                        state.peopleAffected() > 0 ? ", about " + state.peopleAffected() + " people affected" : "";
                    case "lead" -> state.leadUnit() == null ? "the unit in charge" : Units.english(state.leadUnit());
                    case "together" -> together(helpers(state, false), " together with ", " and ", "", ", ");
                    case "level" -> rule.level().english();
                    case "grid" -> state.gridName();
                    default -> Integer.toString(state.reportsBefore() + 1);
                });
    }

    private static List<String> helpers(CaseState state, boolean chinese) {
        var names = state.coUnits().stream()
                .map(unit -> chinese ? Units.chinese(unit) : Units.english(unit))
                .collect(Collectors.toList());
        if (state.services().contains("property")
                && !state.coUnits().contains("property-company")
                && !"property-company".equals(state.leadUnit())) {
            names.add(chinese ? "物业" : "property management");
        }
        return names;
    }

    private static String together(List<String> names, String before, String and, String after, String comma) {
        if (names.isEmpty()) {
            return "";
        }
        var first = names.subList(0, names.size() - 1);
        return before + String.join(comma, first) + (first.isEmpty() ? "" : and) + names.getLast() + after;
    }

    private static String fill(String template, java.util.function.UnaryOperator<String> value) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }
}
