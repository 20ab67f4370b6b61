package onegrid.grid.matters;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A linear support vector machine (LIBLINEAR, Crammer and Singer) over the words of reports, of the catalogue and of
 * what people say; why this one, and how often it is right: docs/adr/0005-suggestions.md.
 */
final class TextClassifier {
    private static final double COST = 1.5;
    private static final double PRECISION = 0.05;
    /** Turns distances into a confidence that means what it says: of those said with 0.6 about six in ten are right. */
    private static final double SHARPNESS = 7;

    static {
        Linear.disableDebugOutput();
    }

    private final Vocabulary vocabulary;
    private final List<String> codes;
    private final Model model;

    private TextClassifier(Vocabulary vocabulary, List<String> codes, Model model) {
        this.vocabulary = vocabulary;
        this.codes = codes;
        this.model = model;
    }

    /** Always with the phrases of the catalogue, so that no matter is unknown. */
    static TextClassifier trainedOn(List<Lesson> reports) {
        var lessons = Stream.concat(Lesson.phrases().stream(), reports.stream()).toList();
        var codes = new ArrayList<>(Catalogue.all().stream().map(Matter::code).toList());
        var vocabulary = new Vocabulary(lessons);
        var problem = new Problem();
        problem.l = lessons.size();
        problem.n = vocabulary.size();
        problem.x = lessons.stream()
                .map(lesson -> vocabulary.vector(vocabulary.weigh(lesson.text())))
                .toArray(Feature[][]::new);
        problem.y = lessons.stream()
                .mapToDouble(lesson -> codes.indexOf(lesson.matterCode()))
                .toArray();
        var parameter = new Parameter(SolverType.MCSVM_CS, COST, PRECISION);
        parameter.setRandom(new Random(1)); // the same lessons, the same model, on every replica
        return new TextClassifier(vocabulary, codes, Linear.train(problem, parameter));
    }

    /** Confidence per matter code; they sum to 1. Empty when no word is known. */
    Map<String, Double> scores(String text) {
        return scores(weigh(text));
    }

    Vocabulary.Weighed weigh(String text) {
        return vocabulary.weigh(text);
    }

    Map<String, Double> scores(Vocabulary.Weighed text) {
        var vector = vocabulary.vector(text);
        if (vector.length == 0) {
            return Map.of();
        }
        var distances = new double[codes.size()];
        Linear.predictValues(model, vector, distances);
        var scores = new HashMap<String, Double>();
        for (var i = 0; i < distances.length; i++) {
            scores.put(codes.get(model.getLabels()[i]), Math.exp(distances[i] * SHARPNESS));
        }
        var sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        scores.replaceAll((code, score) -> score / sum);
        return scores;
    }
}
