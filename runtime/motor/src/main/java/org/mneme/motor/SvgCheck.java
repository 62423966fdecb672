package org.mneme.motor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an SVG file as XML, without DTD, entities or anything outside the file, and tells its first mistake with line and column. */
final class SvgCheck {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Pattern ABSOLUTE = Pattern.compile("([0-9.eE+-]+)\\s*(mm|cm|in|pt|pc|Q)");
    private static final Map<String, Double> MILLIMETRES =
            Map.of("mm", 1.0, "cm", 10.0, "in", 25.4, "pt", 25.4 / 72, "pc", 25.4 / 6, "Q", 0.25);
    private static final int MOST_DEPTH = 30;

    private final Path file;

    private SvgCheck(Path file) {
        this.file = file;
    }

    /**
     * What the root element says of the drawing's size.
     *
     * @param width in mm, where it is given in a unit of length, such as cm
     */
    record Root(Optional<Double> width) {}

    /**
     * Checks a file.
     *
     * @param file its name, for messages
     * @param text its text
     * @return what its root says
     * @throws MalformedSvgException naming the first mistake
     */
    static Root check(Path file, SvgText text) {
        try {
            return new SvgCheck(file).check(text.stream());
        } catch (XMLStreamException e) {
            String problem = String.valueOf(e.getMessage()).replaceAll("(?s)^ParseError at .*?\\nMessage: ", "");
            Optional<Location> at = Optional.ofNullable(e.getLocation());
            throw new MalformedSvgException(
                    file,
                    at.map(Location::getLineNumber).orElse(0),
                    at.map(Location::getColumnNumber).orElse(0),
                    "is not well-formed XML: " + problem.lines().findFirst().orElse("no content"));
        }
    }

    private Root check(XMLStreamReader reader) throws XMLStreamException {
        Optional<Root> root = Optional.empty();
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    checkAttributes(reader);
                    if (root.isEmpty()) {
                        root = Optional.of(root(reader));
                    }
                    if (++depth > MOST_DEPTH) {
                        throw mistake(reader, "elements are nested deeper than " + MOST_DEPTH + "; flatten the groups");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw mistake(
                            reader,
                            "the entity &" + Shown.of(reader.getLocalName())
                                    + "; is not expanded; write its text in its place");
                case XMLStreamConstants.DTD -> checkDoctype(reader);
                default -> {
                    // text, comments and processing instructions draw nothing
                }
            }
        }
        return root.orElseThrow(() -> mistake(reader, "holds no element"));
    }

    private void checkDoctype(XMLStreamReader reader) {
        String text = Optional.ofNullable(reader.getText()).orElse("");
        if (text.contains("[")) {
            throw mistake(reader, "a DOCTYPE with declarations of its own (entities) is refused; remove it");
        }
    }

    private Root root(XMLStreamReader reader) {
        if (!reader.getLocalName().equals("svg") || !isSvg(reader)) {
            throw mistake(reader, "the root element is <" + Shown.of(reader.getLocalName()) + ">, not <svg>");
        }
        Matcher width = ABSOLUTE.matcher(attribute(reader, "width"));
        return new Root(
                width.matches()
                        ? Optional.of(
                                Double.parseDouble(width.group(1)) * MILLIMETRES.getOrDefault(width.group(2), 1.0))
                        : Optional.empty());
    }

    private void checkAttributes(XMLStreamReader reader) {
        if (!isSvg(reader)) {
            return;
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            SvgGrammar.problem(reader.getLocalName(), name, reader.getAttributeValue(i))
                    .ifPresent(problem -> {
                        throw mistake(reader, "<" + Shown.of(reader.getLocalName()) + "> " + name + ": " + problem);
                    });
        }
    }

    private static boolean isSvg(XMLStreamReader reader) {
        String namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
        return namespace.isEmpty() || namespace.equals(SVG);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name))
                .orElse("")
                .strip();
    }

    private MalformedSvgException mistake(XMLStreamReader reader, String problem) {
        Location at = reader.getLocation();
        return new MalformedSvgException(file, at.getLineNumber(), at.getColumnNumber(), problem);
    }
}
