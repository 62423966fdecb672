package org.mneme.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a plot's document holds, read back by a parser of XML. */
final class Drawn {
    private static final Pattern POINT = Pattern.compile("(?:[ML]|C(?:-?[\\d.]+ ){4})(-?[\\d.]+) (-?[\\d.]+)");

    private final Document document;

    private Drawn(Document document) {
        this.document = document;
    }

    static Drawn read(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new Drawn(builder.parse(new InputSource(new StringReader(xml))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    static Drawn of(Plot plot) {
        return read(plot.document());
    }

    /** The elements of a name that have all of some classes. */
    List<Element> all(String name, String... classes) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName(name);
        for (int k = 0; k < nodes.getLength(); k++) {
            Element element = (Element) nodes.item(k);
            if (List.of(element.getAttribute("class").split(" ")).containsAll(List.of(classes))) {
                found.add(element);
            }
        }
        return found;
    }

    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    /** The points that the first path of some classes leads through. */
    List<double[]> points(String... classes) {
        List<double[]> points = new ArrayList<>();
        Matcher matcher = POINT.matcher(all("path", classes).getFirst().getAttribute("d"));
        while (matcher.find()) {
            points.add(new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))});
        }
        return points;
    }
}
