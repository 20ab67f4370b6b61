package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Values that nobody sends in good faith, and those at the edges of what is allowed. */
final class Hostile {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** For addresses and headers: percent-encoded where they go. */
    static final List<String> WORDS = List.of(
            "",
            " ",
            "0",
            "-1",
            "9223372036854775808",
            "1e400",
            "NaN",
            "Infinity",
            "null",
            "true",
            "2026-13-45",
            "-999999999-01-01",
            "+999999999-12-31T23:59:59Z",
            "a\u0000b",
            "\ud83c\udfee\u202e\u200f",
            "%",
            "_",
            "\\",
            "';drop table grid_case;--",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "../../etc/passwd",
            "00000000-0000-0000-0000-000000000000",
            "410212",
            "４１０２１２",
            "x".repeat(1500));

    /** For the members of bodies. */
    static final List<JsonNode> VALUES = values();

    /** Bodies that are wrong as a whole. */
    static final List<byte[]> BODIES = List.of(
            new byte[0],
            "null".getBytes(),
            "[]".getBytes(),
            "\"text\"".getBytes(),
            "0".getBytes(),
            "{".getBytes(),
            "{\"text\":\"a\",\"text\":\"b\"}".getBytes(),
            "{\"unknown\":1}".getBytes(),
            "{}".getBytes(),
            ("{\"a\":" + "[".repeat(20_000)).getBytes(),
            ("{\"a\":" + "9".repeat(5000) + "}").getBytes(),
            new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'},
            new byte[] {(byte) 0xfe, (byte) 0xff, 0, '{', 0, '}'},
            "<a>xml</a>".getBytes());

    private Hostile() {}

    private static List<JsonNode> values() {
        var values = new ArrayList<JsonNode>();
        WORDS.forEach(word -> values.add(TextNode.valueOf(word)));
        values.add(TextNode.valueOf("长".repeat(60_000)));
        values.add(TextNode.valueOf("\ud800"));
        values.add(JSON.nullNode());
        values.add(JSON.booleanNode(true));
        values.add(JSON.numberNode(-1));
        values.add(JSON.numberNode(Integer.MAX_VALUE));
        values.add(JSON.numberNode(Long.MIN_VALUE));
        values.add(JSON.numberNode(new java.math.BigInteger("9".repeat(400))));
        values.add(JSON.numberNode(new java.math.BigDecimal("1e-300")));
        values.add(JSON.numberNode(new java.math.BigDecimal("1e300")));
        values.add(JSON.arrayNode());
        values.add(JSON.arrayNode().addNull().add(1).add("x"));
        values.add(JSON.objectNode());
        values.add(JSON.objectNode().put("type", "Polygon").putNull("coordinates"));
        values.add(nested(200));
        return List.copyOf(values);
    }

    private static JsonNode nested(int depth) {
        JsonNode node = JSON.numberNode(1);
        for (int i = 0; i < depth; i++) {
            node = JSON.arrayNode().add(node);
        }
        return node;
    }
}
