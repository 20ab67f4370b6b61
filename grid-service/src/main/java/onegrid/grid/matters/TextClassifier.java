package onegrid.grid.matters;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Multinomial naive Bayes over the words of the sample reports and of the catalogue (names and keywords count as
 * reports of their matter), softened so that the best score reads as a confidence. A keyword that stands in the text as
 * it is adds evidence of its own.
 */
final class TextClassifier {
    private static final double SMOOTHING = 0.08;
    private static final double KEYWORD_EVIDENCE = 1.5;
    private static final int KEYWORD_WEIGHT = 2;
    /** Words of one text are not independent; without this every confidence would be 1. */
    private static final double SOFTENING = 0.25;

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> totals = new HashMap<>();
    private final Map<String, Integer> reports = new HashMap<>();
    private final Map<String, Integer> spread = new HashMap<>();
    private int trained;

    static TextClassifier trainedOn(List<SampleReport> samples) {
        var classifier = new TextClassifier();
        Catalogue.all().forEach(matter -> {
            for (var i = 0; i < KEYWORD_WEIGHT; i++) {
                classifier.learn(matter.code(), matter.name() + "；" + String.join("；", matter.keywords()));
            }
        });
        samples.forEach(sample -> classifier.learn(sample.matterCode(), sample.text()));
        return classifier;
    }

    private void learn(String code, String text) {
        var words = Words.of(text);
        var ofMatter = counts.computeIfAbsent(code, any -> new HashMap<>());
        for (var word : new HashSet<>(words)) {
            if (ofMatter.merge(word, 1, Integer::sum) == 1) {
                spread.merge(word, 1, Integer::sum);
            }
            totals.merge(code, 1, Integer::sum);
        }
        reports.merge(code, 1, Integer::sum);
        trained++;
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
        return softened(logs, words.size());
    }

    private double log(String code, HashSet<String> words, String text) {
        var ofMatter = counts.get(code);
        var total = totals.get(code) + SMOOTHING * spread.size();
        var sum = 0.3 * Math.log(reports.get(code) / (double) trained);
        for (var word : words) {
            // a word found in many matters says little
            var weight = Math.log(1.0 + counts.size() / (double) spread.get(word)) / Math.log(1.0 + counts.size());
            sum += weight * Math.log((ofMatter.getOrDefault(word, 0) + SMOOTHING) / total);
        }
        for (var keyword : Catalogue.find(code).orElseThrow().keywords()) {
            if (text.contains(keyword)) {
                sum += KEYWORD_EVIDENCE;
            }
        }
        return sum;
    }

    private static Map<String, Double> softened(Map<String, Double> logs, int words) {
        var best = logs.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        var softness = SOFTENING * Math.max(1.0, 8.0 / words);
        var scores = new HashMap<String, Double>();
        logs.forEach((code, log) -> scores.put(code, Math.exp((log - best) * softness)));
        var sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        scores.replaceAll((code, score) -> score / sum);
        return scores;
    }
}
