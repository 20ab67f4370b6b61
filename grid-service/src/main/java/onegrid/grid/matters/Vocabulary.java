package onegrid.grid.matters;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which words count, and how much: one that stands in many texts says little (tf-idf). */
final class Vocabulary {
    /** 75 matters times so many weights are 9 MB, twice while a new model is trained; the rarest words are left out. */
    private static final int MOST_WORDS = 15_000;

    private final Map<String, Integer> spread = new HashMap<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final int texts;

    Vocabulary(List<Lesson> lessons) {
        texts = lessons.size();
        lessons.forEach(
                lesson -> Words.of(lesson.text()).keySet().forEach(word -> spread.merge(word, 1, Integer::sum)));
        spread.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .forEach(word -> index.put(word.getKey(), index.size() + 1));
        spread.keySet().retainAll(index.keySet());
    }

    int size() {
        return index.size();
    }

    /** The words of one text with their weights. */
    record Weighed(Map<String, Double> words, double length) {
        /** 0 … 1: what two texts have in common (cosine). Words that are not known here count as rare. */
        double likeness(Weighed other) {
            var common = words.entrySet().stream()
                    .mapToDouble(word -> word.getValue() * other.words.getOrDefault(word.getKey(), 0.0))
                    .sum();
            return common == 0 ? 0 : common / (length * other.length);
        }
    }

    Weighed weigh(String text) {
        var weights = new HashMap<String, Double>();
        Words.of(text).forEach((word, times) -> weights.put(word, (1 + Math.log(times)) * rarity(word)));
        return new Weighed(weights, length(weights));
    }

    /** Of length 1, without the words that are not known here. */
    Feature[] vector(Weighed text) {
        var weights = new HashMap<>(text.words);
        weights.keySet().retainAll(index.keySet());
        var length = length(weights);
        return weights.entrySet().stream()
                .map(word -> new FeatureNode(index.get(word.getKey()), word.getValue() / length))
                .sorted(Comparator.comparingInt(FeatureNode::getIndex))
                .toArray(Feature[]::new);
    }

    private double rarity(String word) {
        return Math.log((1.0 + texts) / (1.0 + spread.getOrDefault(word, 0))) + 1;
    }

    private static double length(Map<String, Double> weights) {
        return Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    }
}
