package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.config.SettingException;
import org.mneme.runtime.patterns.DrawingCode;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.PatternSource;
import org.mneme.runtime.patterns.PenPoint;

class MotorPatternsTest {
    @TempDir
    Path folder;

    private static EncodedPatterns hello(String... settings) {
        String[] all = new String[settings.length + 2];
        all[0] = "svg";
        all[1] = "hello.svg";
        System.arraycopy(settings, 0, all, 2, settings.length);
        return new MotorPatterns().load(Given.settings(all), Given.examples());
    }

    @Test
    void isFoundByItsKey() {
        PatternSource found = ServiceLoader.load(PatternSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(s -> s.key().equals("motor"))
                .findFirst()
                .orElseThrow();
        assertInstanceOf(MotorPatterns.class, found);
        assertEquals("svg", found.shortFor());
        assertEquals("57", found.defaults().get("points"));
    }

    @Test
    void fileNameAloneIsAnSvgWithTheDefaults() {
        Setting name = new Setting.Value(new Place("a.yaml", 1, 1), "patterns.motor", "hello.svg");
        EncodedPatterns encoded = new MotorPatterns().load(name, Given.examples());
        assertEquals(57, encoded.patterns().count());
        assertEquals(600, encoded.patterns().features());
        assertEquals(hello().patterns(), encoded.patterns());
    }

    @ParameterizedTest
    @CsvSource({"hello.svg,57", "mneme.svg,89", "loops.svg,144"})
    void committedDrawingsAreReadBackWithinTolerance(String file, int points) {
        EncodedPatterns encoded = new MotorPatterns()
                .load(Given.settings("svg", file, "points", Integer.toString(points)), Given.examples());
        DrawingCode drawing = encoded.drawing().orElseThrow();
        assertEquals(points, encoded.patterns().count());
        assertEquals(points, drawing.target().size());
        double squares = 0;
        for (int mu = 0; mu < points; mu++) {
            PenPoint read = drawing.read(encoded.patterns().row(mu));
            PenPoint asked = drawing.target().get(mu);
            assertEquals(asked.down(), read.down(), "pen at point " + mu);
            assertTrue(read.distance(asked) < drawing.toleranceMillimetres(), "point " + mu);
            squares += Math.pow(read.distance(asked), 2);
        }
        assertTrue(Math.sqrt(squares / points) < 0.3, "RMS " + Math.sqrt(squares / points) + " mm");
        assertTrue(LargestOverlap.of(encoded.patterns()).overlap() < 0.8);
        assertTrue(encoded.notes().stream().anyMatch(n -> n.startsWith("largest overlap of different patterns: 0.")));
    }

    @Test
    void everyTargetPointLiesOnTheOutlineOrHasThePenUp() {
        DrawingCode drawing = new MotorPatterns()
                .load(Given.settings("svg", "loops.svg", "points", "144"), Given.examples())
                .drawing()
                .orElseThrow();
        assertEquals(2, drawing.outline().size());
        assertEquals(1, drawing.target().stream().filter(p -> !p.down()).count());
        for (PenPoint p : drawing.target()) {
            double nearest = drawing.outline().stream()
                    .flatMap(s -> s.stream())
                    .mapToDouble(p::distance)
                    .min()
                    .orElseThrow();
            assertTrue(!p.down() || nearest < 2, p + " is " + nearest + " mm from the outline");
        }
    }

    @Test
    void noiseIsReadGently() {
        EncodedPatterns encoded = hello();
        DrawingCode drawing = encoded.drawing().orElseThrow();
        double[] flips = {0, 0.1, 0.2};
        double[] bounds = {0.3, 0.5, 1.5};
        for (int f = 0; f < flips.length; f++) {
            double sum = 0;
            for (int mu = 0; mu < 57; mu++) {
                sum += drawing.read(Given.flipped(encoded.patterns().row(mu), flips[f], mu))
                        .distance(drawing.target().get(mu));
            }
            assertTrue(sum / 57 < bounds[f], flips[f] + " flips: " + sum / 57 + " mm");
        }
    }

    @Test
    void strokesThatCrossAndLettersThatRepeatStayApart() {
        Path file = Given.file(
                folder,
                "twice.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><g fill='none' stroke='black'><circle cx='0' cy='0' r='50'/>"
                        + "<circle cx='0' cy='0' r='50'/><path d='M-50 0L50 0'/><path d='M0 -50L0 50'/></g></svg>");
        EncodedPatterns encoded = new MotorPatterns().load(Given.settings("svg", "twice.svg", "points", "80"), folder);
        assertTrue(LargestOverlap.of(encoded.patterns()).overlap() < 0.8, file.toString());
    }

    @Test
    void sameSeedGivesTheSamePatternsInAnyLocale() {
        EncodedPatterns before = hello("seed", "5");
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            EncodedPatterns again = hello("seed", "5");
            assertEquals(before.patterns(), again.patterns());
            assertEquals(before.notes(), again.notes());
        } finally {
            Locale.setDefault(locale);
        }
        assertNotEquals(before.patterns(), hello("seed", "6").patterns());
    }

    @Test
    void patternsThatOverlapTooMuchAreRefusedWithAShareThatIsEnough() {
        OverlapException e = assertThrows(OverlapException.class, () -> hello("context", "0.05", "max-overlap", "0.6"));
        assertTrue(e.largest().overlap() > 0.6);
        String share = e.getMessage().replaceAll("(?s).*raise context from 0.05 to ([0-9.]+).*", "$1");
        assertTrue(
                LargestOverlap.of(hello("context", share, "max-overlap", "0.6").patterns())
                                .overlap()
                        <= 0.6);
        assertTrue(assertThrows(OverlapException.class, () -> hello("max-overlap", "0.01"))
                .getMessage()
                .contains("no share of context features is enough"));
    }

    @Test
    void codeTooCoarseForTheToleranceIsRefused() {
        CoarseCodeException e = assertThrows(CoarseCodeException.class, () -> hello("features", "100"));
        assertTrue(e.error() > e.tolerance());
        assertTrue(e.getMessage().startsWith("features: 100 draw point " + e.index()), e.getMessage());
    }

    @Test
    void drawingOutOfReachIsRefused() {
        assertThrows(OutOfReachException.class, () -> hello("width-mm", "1200"));
        assertThrows(OutOfReachException.class, () -> hello("upper-arm-mm", "30"));
        assertThrows(OutOfReachException.class, () -> hello("shoulder-y-mm", "1e300"));
        assertThrows(SettingException.class, () -> hello("shoulder-y-mm", "0"));
    }

    @ParameterizedTest
    @CsvSource({
        "points,1",
        "points,10001",
        "points,many",
        "features,0",
        "features,63",
        "seed,1.5",
        "context,-0.1",
        "context,0.95",
        "context,NaN",
        "max-overlap,2",
        "width-mm,0",
        "width-mm,-5",
        "tolerance-mm,0",
        "upper-arm-mm,Infinity",
        "forearm-mm,-1",
        "shoulder-x-mm,left",
        "feature,600",
        "csv,a.csv"
    })
    void wrongSettingsAreRefused(String key, String value) {
        SettingException e = assertThrows(SettingException.class, () -> hello(key, value));
        assertTrue(e.getMessage().startsWith("test.yaml:3:10: patterns.motor"), e.getMessage());
    }

    @Test
    void fileIsNeeded() {
        MotorPatterns motor = new MotorPatterns();
        assertThrows(SettingException.class, () -> motor.load(Given.settings("points", "57"), folder));
        assertThrows(SettingException.class, () -> motor.load(Given.settings("svg", " "), folder));
        assertThrows(SettingException.class, () -> motor.load(Given.settings("svg", "a\0b"), folder));
        assertThrows(UnreadableDrawingException.class, () -> motor.load(Given.settings("svg", "a.svg"), folder));
    }

    @Test
    void csvDrawsToo() {
        StringBuilder text = new StringBuilder("x,y,pen\n");
        for (int i = 0; i <= 200; i++) {
            double t = 4 * Math.PI * i / 200;
            text.append(String.format(Locale.ROOT, "%.3f,%.3f,1%n", 10 * t - 15 * Math.sin(t), 15 * Math.cos(t)));
        }
        Given.file(folder, "loops.csv", text.toString());
        EncodedPatterns encoded = new MotorPatterns().load(Given.settings("csv", "loops.csv", "points", "40"), folder);
        assertEquals(40, encoded.patterns().count());
        assertEquals(
                new PenPoint(0, 15, true),
                encoded.drawing().orElseThrow().target().getFirst());
    }
}
