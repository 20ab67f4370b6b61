package onegrid.grid.matters;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How likely two reports are about the same thing: logistic regression (LIBLINEAR) over what their words have in common
 * and whether they suggest the same matter, learned from pairs of reports ({@code district/duplicate-pairs.csv}); and
 * never where they name different places.
 */
final class Likeness {
    private static final double COST = 10;

    private final TextClassifier classifier;
    private final Model model;

    /** @param same whether a person would say it is the same thing */
    record Pair(String a, String b, boolean same) {
        static List<Pair> read() {
            return Catalogue.records("/district/duplicate-pairs.csv")
                    .map(line -> new Pair(line.get("a"), line.get("b"), Boolean.parseBoolean(line.get("same"))))
                    .toList();
        }
    }

    private Likeness(TextClassifier classifier, Model model) {
        this.classifier = classifier;
        this.model = model;
    }

    static Likeness trainedOn(List<Pair> pairs, TextClassifier classifier) {
        var told =
                pairs.stream().filter(pair -> !Landmarks.differ(pair.a, pair.b)).toList();
        var problem = new Problem();
        problem.l = told.size();
        problem.n = 3;
        problem.bias = 1;
        problem.x = told.stream().map(pair -> signs(pair.a, pair.b, classifier)).toArray(Feature[][]::new);
        problem.y = told.stream().mapToDouble(pair -> pair.same ? 1 : 0).toArray();
        var parameter = new Parameter(SolverType.L2R_LR, COST, 0.001);
        parameter.setRandom(new Random(1));
        return new Likeness(classifier, Linear.train(problem, parameter));
    }

    /** 0 … 1; 0 where the two name different places. */
    double of(String a, String b) {
        return Landmarks.differ(a, b) ? 0 : chance(signs(a, b, classifier));
    }

    Suggestions.Comparison comparison(String text) {
        var own = Reading.of(text, classifier);
        return (other, sameMatter) -> {
            if (Landmarks.differ(text, other)) {
                return 0;
            }
            var beside = Reading.of(other, classifier);
            return chance(signs(own.words.likeness(beside.words), sameMatter ? 1 : own.sameMatter(beside)));
        };
    }

    private double chance(Feature[] signs) {
        var chances = new double[2];
        Linear.predictProbability(model, signs, chances);
        return chances[model.getLabels()[0] == 1 ? 0 : 1];
    }

    private static Feature[] signs(String a, String b, TextClassifier classifier) {
        var left = Reading.of(a, classifier);
        var right = Reading.of(b, classifier);
        return signs(left.words.likeness(right.words), left.sameMatter(right));
    }

    private static Feature[] signs(double words, double matter) {
        return new Feature[] {new FeatureNode(1, words), new FeatureNode(2, matter), new FeatureNode(3, 1)};
    }

    /** What happened, wherever, and which matters that suggests. */
    private record Reading(Vocabulary.Weighed words, Map<String, Double> matters) {
        static Reading of(String text, TextClassifier classifier) {
            var words = classifier.weigh(Landmarks.without(text));
            return new Reading(words, classifier.scores(words));
        }

        /** 0 … 1: cosine of what the two suggest. */
        double sameMatter(Reading other) {
            var common = 0.0;
            var one = 0.0;
            var two = 0.0;
            for (var score : matters.entrySet()) {
                var beside = other.matters.getOrDefault(score.getKey(), 0.0);
                common += score.getValue() * beside;
                one += score.getValue() * score.getValue();
                two += beside * beside;
            }
            return common == 0 ? 0 : common / Math.sqrt(one * two);
        }
    }
}
