package onegrid.grid.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How often the suggestions are right about reports they have not seen: ten folds over the sample reports, and over the
 * pairs of reports. {@code ./onegrid suggestions} prints it.
 */
public final class Accuracy {
    static final int FOLDS = 10;

    private Accuracy() {}

    /** @param sure enough to file without a person ({@link Suggestions.Suggestion#sure()}) */
    record Matters(int reports, int first, int amongThree, int sure, int sureAndRight) {}

    record Pairs(int pairs, int same, int found, int foundAndSame) {
        double precision() {
            return found == 0 ? 0 : (double) foundAndSame / found;
        }

        double recall() {
            return (double) foundAndSame / same;
        }
    }

    private record Guess(String right, List<String> best, double confidence) {
        static Guess of(Map<String, Double> scores, String right) {
            var best = scores.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .limit(3)
                    .toList();
            return new Guess(
                    right,
                    best.stream().map(Map.Entry::getKey).toList(),
                    best.isEmpty() ? 0 : best.getFirst().getValue());
        }

        boolean sure() {
            return Catalogue.find(best.isEmpty() ? null : best.getFirst())
                    .map(matter -> new Suggestions.Suggestion(matter, confidence).sure())
                    .orElse(false);
        }

        boolean first() {
            return !best.isEmpty() && best.getFirst().equals(right);
        }
    }

    static Matters ofMatters() {
        var reports = Lesson.reports();
        var guesses = new ArrayList<Guess>();
        for (var fold = 0; fold < FOLDS; fold++) {
            var classifier = TextClassifier.trainedOn(seen(reports, fold));
            unseen(reports, fold)
                    .forEach(report -> guesses.add(Guess.of(classifier.scores(report.text()), report.matterCode())));
        }
        var sure = guesses.stream().filter(Guess::sure).toList();
        return new Matters(
                guesses.size(),
                (int) guesses.stream().filter(Guess::first).count(),
                (int) guesses.stream().filter(g -> g.best.contains(g.right)).count(),
                sure.size(),
                (int) sure.stream().filter(Guess::first).count());
    }

    /** The pairs' texts are not among the sample reports, so one classifier serves all folds. */
    static Pairs ofPairs() {
        var pairs = Likeness.Pair.read();
        var classifier = TextClassifier.trainedOn(Lesson.reports());
        var found = new ArrayList<Likeness.Pair>();
        for (var fold = 0; fold < FOLDS; fold++) {
            var likeness = Likeness.trainedOn(seen(pairs, fold), classifier);
            unseen(pairs, fold).stream()
                    .filter(pair -> likeness.of(pair.a(), pair.b()) >= Suggestions.LIKELY_THE_SAME)
                    .forEach(found::add);
        }
        return new Pairs(
                pairs.size(), (int) pairs.stream().filter(Likeness.Pair::same).count(), found.size(), (int)
                        found.stream().filter(Likeness.Pair::same).count());
    }

    private static <T> List<T> seen(List<T> all, int fold) {
        return folded(all, fold, false);
    }

    private static <T> List<T> unseen(List<T> all, int fold) {
        return folded(all, fold, true);
    }

    private static <T> List<T> folded(List<T> all, int fold, boolean in) {
        var part = new ArrayList<T>();
        for (var i = 0; i < all.size(); i++) {
            if (i % FOLDS == fold == in) {
                part.add(all.get(i));
            }
        }
        return part;
    }

    /** Prints both. */
    public static void main(String[] args) {
        var m = ofMatters();
        System.out.printf(
                "Matter of a report  事项建议   %d reports, %d matters, %d folds, each judged unseen%n",
                m.reports, Catalogue.all().size(), FOLDS);
        System.out.printf("  first suggestion right  首选正确    %s%n", share(m.first, m.reports));
        System.out.printf("  among the three         前三之内    %s%n", share(m.amongThree, m.reports));
        System.out.printf(
                "  confidence >= %.2f       有把握      %s, right %s%n",
                Suggestions.GOOD_ENOUGH, share(m.sure, m.reports), share(m.sureAndRight, m.sure));
        var p = ofPairs();
        System.out.printf(
                "Duplicates  重复建议   %d pairs, %d of them the same, %d folds, threshold %.2f%n",
                p.pairs, p.same, FOLDS, Suggestions.LIKELY_THE_SAME);
        System.out.printf("  precision 准确率   %s%n", share(p.foundAndSame, p.found));
        System.out.printf("  recall    召回率   %s%n", share(p.foundAndSame, p.same));
    }

    private static String share(int part, int of) {
        return "%d of %d (%.1f %%)".formatted(part, of, of == 0 ? 0 : 100.0 * part / of);
    }
}
