package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.report.SampleMappings.Shape;

class MappingPageTest {
    private static final MappedMemory PLAIN = SampleMappings.memory("plain", Shape.CHIP, 16);

    @TempDir
    Path folder;

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    static MappedMemory sample(String shape) {
        return switch (shape) {
            case "one" -> SampleMappings.memory("one core", Shape.ONE, 1000);
            case "chip" -> PLAIN;
            case "hexagonal" -> SampleMappings.memory("hexagonal", Shape.HEXAGONAL, 2);
            case "board" -> SampleMappings.memory("board", Shape.BOARD, 1);
            default -> throw new IllegalArgumentException(shape);
        };
    }

    @ParameterizedTest
    @CsvSource({"one", "chip", "hexagonal", "board"})
    void aPageIsSelfContained(String shape) {
        String page = MappingPage.html(sample(shape));
        Matcher matcher = Pattern.compile("(?:\\bhref=|\\bsrc=|url\\()[\"']?([^\"')\\s>]*)")
                .matcher(page);
        int references = 0;
        while (matcher.find()) {
            assertTrue(matcher.group(1).startsWith("data:"), matcher.group(1));
            references++;
        }
        assertEquals(3, references);
        assertFalse(page.replace("http://www.w3.org/2000/svg", "").contains("http:"));
        assertFalse(page.contains("https:"));
    }

    @ParameterizedTest
    @CsvSource({"one", "chip", "hexagonal", "board"})
    void everyElementIsClosed(String shape) {
        String page = MappingPage.html(sample(shape));
        String body = page.substring(page.indexOf("<main>"), page.indexOf("</main>") + 7)
                .replaceAll("<br>", "")
                .replaceAll("(?s)<script type=\"application/json\".*?</script>", "");
        Drawn.read(body);
    }

    @Test
    void textIsEscaped() {
        String page = MappingPage.html(SampleMappings.memory("<img src=x>\"'&</title>", Shape.CHIP, 16));
        assertFalse(page.contains("<img"));
        assertTrue(page.contains("<h1>&lt;img src=x&gt;&quot;&#39;&amp;&lt;/title&gt;</h1>"));
        assertTrue(page.contains("from memory &lt;of a talk&gt;"));
    }

    @Test
    void whatIsSaidIsThere() {
        String page = MappingPage.html(PLAIN);
        int cores = PLAIN.mapping().partition().clusters().size();
        assertTrue(cores > 5);
        for (String part : new String[] {
            "Fits made-up as far as is known",
            cores + " of 128 cores on 1 of 1 chip of made-up.",
            "Shape of made-up, arithmetic of Mneme. A chip that nobody built.",
            "ticks a recall step",
            "<b>neurons-per-core</b>",
            "<b>input-axons-per-core</b>",
            ">unverified</td><td class=\"soft\">from memory &lt;of a talk&gt;</td>",
            ">known</td><td class=\"soft\">a manual</td>",
            "25 nJ, time unknown (unverified); besides, 350 mW of the chips used, idle (known)",
            "its sums wrap, ours saturate",
            "input-axons-per-core is unverified",
            "Rounded to 4 bits, 19 of 20 recalls stay right",
            "<li><b>lower</b><ul><li>24 patterns of 100 features became",
            "-256…254 in steps of 2, times 2 to the power -6…1",
            "<th scope=\"row\">seed</th><td>7</td>"
        }) {
            assertTrue(page.contains(part), part);
        }
        assertEquals(count(page, "<table"), count(page, "</table>"));
        assertEquals(count(page, "<div"), count(page, "</div>"));
    }

    @Test
    void aLimitThatIsUsedMostIsThatOfTheFullestCore() {
        String page = MappingPage.html(PLAIN);
        assertTrue(
                page.contains(
                        "worst: chip 0 core 0</td><td class=\"n\">16</td><td class=\"n\">128</td><td class=\"n\">13 %"),
                page);
        assertTrue(
                page.contains(
                        "<td class=\"n\">5</td><td class=\"n\">?</td><td class=\"n\">–</td><td style=\"white-space:nowrap\">unknown</td>"));
    }

    @Test
    void dataOfTheReaderIsHarmlessAndWhole() {
        String page = MappingPage.html(PLAIN);
        Matcher data = Pattern.compile("(?s)<script type=\"application/json\" id=\"mesh-data\">(.*?)</script>")
                .matcher(page);
        assertTrue(data.find());
        assertFalse(data.group(1).contains("<"));
        int cores = PLAIN.mapping().partition().clusters().size();
        assertEquals(cores, count(data.group(1), "\n["));
        assertTrue(data.group(1).contains("[\"neurons\",128]"));
        assertTrue(data.group(1).contains("[\"output axons\",null]"));
    }

    @Test
    void aBoardOfManyThousandCoresIsASmallDrawing() {
        Shape shape = new Shape(40, 40, 8, 4, 4, false);
        MappedMemory memory = SampleMappings.memory("huge", shape, 1);
        String page = MappingPage.html(memory);
        assertTrue(page.getBytes(StandardCharsets.UTF_8).length < 2_000_000);
        assertTrue(page.contains("Only the part of the board that is used is drawn"));
    }

    @Test
    void theSameMappingGivesTheSameBytesAnywhere() {
        String here = MappingPage.html(PLAIN);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertEquals(here, MappingPage.html(SampleMappings.memory("plain", Shape.CHIP, 16)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void isWrittenWhole() throws IOException {
        Path file = folder.resolve("map.html");
        MappingPage.write(PLAIN, file);
        assertEquals(MappingPage.html(PLAIN), Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }
}
