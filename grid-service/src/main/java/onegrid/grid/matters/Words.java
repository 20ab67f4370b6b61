package onegrid.grid.matters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** A text as words (smartcn) and pairs of characters; the pairs carry dialect and new words that no dictionary has. */
final class Words {
    private static final Analyzer ANALYZER = new SmartChineseAnalyzer();

    private static final String PAIR = "2";

    private Words() {}

    static boolean isPair(String word) {
        return word.startsWith(PAIR);
    }

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        try (var stream = ANALYZER.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var i = 0; i + 1 < text.length(); i++) {
            if (Character.isIdeographic(text.charAt(i)) && Character.isIdeographic(text.charAt(i + 1))) {
                words.add(PAIR + text.substring(i, i + 2));
            }
        }
        return words;
    }
}
