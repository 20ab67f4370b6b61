package onegrid.grid.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Answers as text in one of the two formats. */
final class Written {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    /** Control characters that somebody may have typed and no XML may hold. */
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Written() {}

    static String list(Listing list, Format format) {
        return format == Format.JSON ? json(bare(list)) : xml(writer -> element(list, writer));
    }

    /** A single object with a root of its own: a service definition, the discovery. */
    static String object(String root, Map<String, Object> fields, Format format) {
        return format == Format.JSON ? json(bare(fields)) : xml(writer -> element(root, fields, writer));
    }

    private static String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object bare(Object value) {
        return switch (value) {
            case null -> null;
            case Listing list -> list.items().stream().map(Written::bare).toList();
            case Listing.Words list -> list.words();
            case Map<?, ?> fields -> {
                var bare = new LinkedHashMap<String, Object>();
                fields.forEach((name, each) -> bare.put((String) name, bare(each)));
                yield bare;
            }
            default -> value;
        };
    }

    private interface Content {
        void to(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static String xml(Content content) {
        try {
            var text = new StringWriter();
            var writer = XML.createXMLStreamWriter(text);
            writer.writeStartDocument("utf-8", "1.0");
            content.to(writer);
            writer.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void element(Listing list, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(list.name());
        for (var item : list.items()) {
            element(list.item(), item, writer);
        }
        writer.writeEndElement();
    }

    private static void element(String name, Map<String, Object> fields, XMLStreamWriter writer)
            throws XMLStreamException {
        writer.writeStartElement(name);
        for (var field : fields.entrySet()) {
            switch (field.getValue()) {
                case null -> writer.writeEmptyElement(field.getKey());
                case Listing list -> element(list, writer);
                case Map<?, ?> parts -> element(field.getKey(), named(parts), writer);
                case Listing.Words list -> {
                    writer.writeStartElement(field.getKey());
                    for (var word : list.words()) {
                        text(list.item(), word, writer);
                    }
                    writer.writeEndElement();
                }
                case Object value -> text(field.getKey(), value, writer);
            }
        }
        writer.writeEndElement();
    }

    private static Map<String, Object> named(Map<?, ?> parts) {
        var named = new LinkedHashMap<String, Object>();
        parts.forEach((name, value) -> named.put((String) name, value));
        return named;
    }

    private static void text(String name, Object value, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(NOT_IN_XML.matcher(value.toString()).replaceAll(" "));
        writer.writeEndElement();
    }
}
