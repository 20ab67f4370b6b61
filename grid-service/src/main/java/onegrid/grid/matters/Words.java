package onegrid.grid.matters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A text as words (smartcn), characters and pairs of characters, and how often each stands there; characters and pairs
 * carry dialect and new words that no dictionary has.
 */
final class Words {
    private static final Analyzer ANALYZER = new SmartChineseAnalyzer();

    private Words() {}

    static Map<String, Integer> of(String text) {
        var words = new HashMap<String, Integer>();
        try (var stream = ANALYZER.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.merge("w" + term, 1, Integer::sum);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var i = 0; i < text.length(); i++) {
            if (Character.isIdeographic(text.charAt(i))) {
                words.merge(text.substring(i, i + 1), 1, Integer::sum);
                if (i + 1 < text.length() && Character.isIdeographic(text.charAt(i + 1))) {
                    words.merge(text.substring(i, i + 2), 1, Integer::sum);
                }
            }
        }
        return words;
    }
}
