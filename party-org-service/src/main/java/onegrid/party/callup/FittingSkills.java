package onegrid.party.callup;

import java.util.List;
import java.util.Map;

/** What an ordinary matter needs, by the class of its code. A grave matter (severity 1 and 2) needs everybody. */
final class FittingSkills {
    private static final int GRAVE = 2;
    private static final List<String> ANY_HAND = List.of("SERVICE");
    private static final Map<String, List<String>> BY_CLASS = Map.of(
            "04", List.of("RESCUE", "MEDICAL", "REPAIR", "LOGISTICS"),
            "06", List.of("REPAIR", "LOGISTICS"),
            "51", List.of("MEDIATION", "LEGAL", "COUNSELLING"),
            "52", List.of("RESCUE", "REPAIR", "LEGAL"),
            "53", List.of("MEDIATION", "LEGAL", "REPAIR"),
            "54", List.of("MEDICAL", "COUNSELLING", "TEACHING"),
            "57", List.of("LEGAL", "COUNSELLING"),
            "58", List.of("MEDICAL", "LOGISTICS"));

    private FittingSkills() {}

    /** Empty: everybody is called. */
    static List<String> of(String matterCode, int severity) {
        if (severity <= GRAVE) {
            return List.of();
        }
        return BY_CLASS.getOrDefault(matterCode.substring(0, Math.min(2, matterCode.length())), ANY_HAND);
    }
}
