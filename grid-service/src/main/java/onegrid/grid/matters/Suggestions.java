package onegrid.grid.matters;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Suggests the matter of a report from its words. Trained in the background at start from the sample reports. */
@Singleton
public class Suggestions {
    /**
     * From here a report is filed without a person looking first; measured in docs/adr/0005-suggestions.md. Below, the
     * desk decides within 30 working minutes: a wrong dispatch costs more than a short look.
     */
    public static final double GOOD_ENOUGH = 0.4;

    private final CompletableFuture<TextClassifier> classifier =
            CompletableFuture.supplyAsync(() -> TextClassifier.trainedOn(SampleReport.read()));

    /** @param confidence 0 … 1 */
    public record Suggestion(Matter matter, double confidence) {}

    /** The three best, best first; empty for a text without any known word. */
    public List<Suggestion> of(String text) {
        return classifier.join().scores(text).entrySet().stream()
                .map(score -> new Suggestion(Catalogue.find(score.getKey()).orElseThrow(), score.getValue()))
                .sorted(Comparator.comparingDouble(Suggestion::confidence).reversed())
                .limit(3)
                .toList();
    }
}
