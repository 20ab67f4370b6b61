package onegrid.grid.matters;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Suggests the matter of a report from its words, and how likely two reports are about the same thing. Trained in the
 * background, at start from what the product ships, later on from what the district has decided.
 */
@Singleton
public class Suggestions {
    /**
     * From here a report is filed without a person looking first; measured in docs/adr/0005-suggestions.md. Below, the
     * desk decides within 30 working minutes: a wrong dispatch costs more than a short look.
     */
    public static final double GOOD_ENOUGH = 0.4;

    /** From here a case is shown as a likely duplicate. */
    public static final double LIKELY_THE_SAME = 0.5;

    /** Of two open cases of one matter near each other, where no words can be compared. */
    public static final double SAME_MATTER_ALONE = 0.6;

    private record Trained(TextClassifier classifier, Likeness likeness) {
        static Trained on(List<Lesson> lessons) {
            var classifier = TextClassifier.trainedOn(lessons);
            return new Trained(classifier, Likeness.trainedOn(Likeness.Pair.read(), classifier));
        }
    }

    private volatile CompletableFuture<Trained> trained =
            CompletableFuture.supplyAsync(() -> Trained.on(Lesson.reports()));

    /** @param confidence 0 … 1 */
    public record Suggestion(Matter matter, double confidence) {
        /** Sure enough to file without a person; "other matters" never is: it says that the words do not say which. */
        public boolean sure() {
            return confidence >= GOOD_ENOUGH && !matter.isOther();
        }
    }

    /** The three best, best first; empty for a text without any known word. */
    public List<Suggestion> of(String text) {
        return trained.join().classifier.scores(text).entrySet().stream()
                .map(score -> new Suggestion(Catalogue.find(score.getKey()).orElseThrow(), score.getValue()))
                .sorted(Comparator.comparingDouble(Suggestion::confidence).reversed())
                .limit(3)
                .toList();
    }

    /** One report before it is filed, beside others from near by. */
    public interface Comparison {
        /**
         * 0 … 1: how likely it is about the same thing.
         *
         * @param sameMatter people or words gave both the same matter
         */
        double with(String other, boolean sameMatter);
    }

    public Comparison comparison(String text) {
        return trained.join().likeness.comparison(text);
    }

    /** Trains anew, beside the sample reports, from what people decided here; until it is done the old one answers. */
    public void learn(List<Lesson> decided) {
        var fresh = Trained.on(
                Stream.concat(Lesson.reports().stream(), decided.stream()).toList());
        trained = CompletableFuture.completedFuture(fresh);
    }
}
