package onegrid.grid.matters;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Multinomial naive Bayes over the words of the sample reports and of the catalogue (name and keywords count as one
 * report of their matter), softened so that the best score reads as a confidence. A keyword that stands in the text as
 * it is adds evidence of its own. The numbers below are the best of a search by leave-one-out
 * (docs/adr/0005-suggestions.md).
 */
final class TextClassifier {
    private static final double SMOOTHING = 0.05;
    private static final double PRIOR = 0.1;
    private static final double KEYWORD_EVIDENCE = 7;
    private static final double PAIR_WEIGHT = 0.2;
    /** Words of one text are not independent; without this every confidence would be 1. */
    private static final double SOFTENING = 0.2;

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> totals = new HashMap<>();
    private final Map<String, Integer> reports = new HashMap<>();
    private final Map<String, Integer> spread = new HashMap<>();

    static TextClassifier trainedOn(List<SampleReport> samples) {
        var classifier = new TextClassifier();
        Catalogue.all()
                .forEach(matter ->
                        classifier.learn(matter.code(), matter.name() + "；" + String.join("；", matter.keywords())));
        samples.forEach(sample -> classifier.learn(sample.matterCode(), sample.text()));
        return classifier;
    }

    private void learn(String code, String text) {
        var ofMatter = counts.computeIfAbsent(code, any -> new HashMap<>());
        for (var word : new HashSet<>(Words.of(text))) {
            if (ofMatter.merge(word, 1, Integer::sum) == 1) {
                spread.merge(word, 1, Integer::sum);
            }
            totals.merge(code, 1, Integer::sum);
        }
        reports.merge(code, 1, Integer::sum);
    }

    /** Confidence per matter code; they sum to 1. Empty when no word is known. */
    Map<String, Double> scores(String text) {
        var words = new HashSet<>(Words.of(text));
        words.retainAll(spread.keySet());
        if (words.isEmpty()) {
            return Map.of();
        }
        var logs = new HashMap<String, Double>();
        counts.keySet().forEach(code -> logs.put(code, log(code, words, text)));
        return softened(logs);
    }

    private double log(String code, HashSet<String> words, String text) {
        var ofMatter = counts.get(code);
        var total = totals.get(code) + SMOOTHING * spread.size();
        var sum = PRIOR * Math.log(reports.get(code));
        for (var word : words) {
            sum += weight(word) * Math.log((ofMatter.getOrDefault(word, 0) + SMOOTHING) / total);
        }
        for (var keyword : Catalogue.find(code).orElseThrow().keywords()) {
            if (text.contains(keyword)) {
                sum += KEYWORD_EVIDENCE * Math.min(2, keyword.length() / 2.0);
            }
        }
        return sum;
    }

    /** A word found in many matters says little; a pair of characters says less than a word. */
    private double weight(String word) {
        var all = counts.size();
        var rarity = Math.log(1.0 + all / (double) spread.get(word)) / Math.log(1.0 + all);
        return rarity * rarity * (Words.isPair(word) ? PAIR_WEIGHT : 1);
    }

    private static Map<String, Double> softened(Map<String, Double> logs) {
        var best = logs.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        var scores = new HashMap<String, Double>();
        logs.forEach((code, log) -> scores.put(code, Math.exp((log - best) * SOFTENING)));
        var sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        scores.replaceAll((code, score) -> score / sum);
        return scores;
    }
}
