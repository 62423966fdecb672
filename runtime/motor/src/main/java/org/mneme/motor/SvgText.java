package org.mneme.motor;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.XMLEvent;
import javax.xml.stream.util.EventReaderDelegate;

/**
 * The text of an SVG file, and XML readers of it that neither expand entities nor open anything.
 *
 * @param text its characters
 */
record SvgText(String text) {
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int DECLARATION = 200;

    /**
     * Decodes a file.
     *
     * @param file its name, for messages
     * @param content its bytes
     * @return its text
     * @throws MalformedSvgException if it is not text in its encoding: that of its byte order mark, or as declared, else UTF-8
     */
    static SvgText decode(Path file, byte[] content) {
        String start = new String(content, 0, Math.min(content.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start);
        boolean marked16 = start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe");
        String name = marked16 ? "UTF-16" : declared.find() ? declared.group(1) : "UTF-8";
        try {
            String text = Charset.forName(name)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new SvgText(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedSvgException(
                    file, 0, 0, "is not text in the encoding " + Shown.of(name) + "; save it as UTF-8");
        }
    }

    /**
     * Reads it as a stream.
     *
     * @return a reader at the start
     * @throws XMLStreamException if the start is not XML
     */
    XMLStreamReader stream() throws XMLStreamException {
        return factory().createXMLStreamReader(new StringReader(text));
    }

    /**
     * Reads it as events, without text elements: their glyphs would depend on the fonts of the machine.
     *
     * @return a reader at the start
     * @throws XMLStreamException if the start is not XML
     */
    XMLEventReader events() throws XMLStreamException {
        return new EventReaderDelegate(factory().createXMLEventReader(new StringReader(text))) {
            @Override
            public XMLEvent nextEvent() throws XMLStreamException {
                XMLEvent event = super.nextEvent();
                while (event.isStartElement()
                        && event.asStartElement().getName().getLocalPart().equals("text")) {
                    skipElement();
                    event = super.nextEvent();
                }
                return event;
            }

            private void skipElement() throws XMLStreamException {
                for (int depth = 1; depth > 0; ) {
                    XMLEvent event = super.nextEvent();
                    depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
                }
            }
        };
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
        return factory;
    }
}
