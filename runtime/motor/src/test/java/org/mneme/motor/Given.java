package org.mneme.motor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.mneme.bits.Signs;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.PenPoint;

/** What the tests of this package start from. */
final class Given {
    private static final String HEAD =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' ";

    private Given() {}

    /** Settings as under {@code motor:}; key, value, key, value, … */
    static Setting.Group settings(String... keysAndValues) {
        Place place = new Place("test.yaml", 3, 10);
        Map<String, Setting> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String path = "patterns.motor." + keysAndValues[i];
            entries.put(keysAndValues[i], new Setting.Value(place, path, keysAndValues[i + 1]));
        }
        return new Setting.Group(place, "patterns.motor", entries);
    }

    /** The same with a mapping under a further key. */
    static Setting.Group with(Setting.Group outer, String key, String... keysAndValues) {
        Map<String, Setting> entries = new LinkedHashMap<>(outer.entries());
        Map<String, Setting> inner = new LinkedHashMap<>();
        String path = outer.path() + "." + key;
        for (int i = 0; i < keysAndValues.length; i += 2) {
            inner.put(
                    keysAndValues[i],
                    new Setting.Value(outer.place(), path + "." + keysAndValues[i], keysAndValues[i + 1]));
        }
        entries.put(key, new Setting.Group(outer.place(), path, inner));
        return new Setting.Group(outer.place(), outer.path(), entries);
    }

    /** A closed curve of so many pieces, x and y of an angle that goes around once. */
    static List<PenPoint> ellipse(double a, double b, int pieces) {
        List<PenPoint> points = new ArrayList<>();
        for (int k = 0; k <= pieces; k++) {
            double t = 2 * Math.PI * k / pieces;
            points.add(new PenPoint(a * Math.cos(t), b * Math.sin(t), true));
        }
        return points;
    }

    static Path examples() {
        return Path.of(System.getProperty("mneme.root", "../.."), "examples", "handwriting");
    }

    static Path file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A drawing of 100 × 100 units, one mm each, whose content is stroked in black. */
    static Drawing svg(Path folder, String content) {
        String text = HEAD + "width='100mm' height='100mm' viewBox='0 0 100 100'><g fill='none' stroke='black'>"
                + content + "</g></svg>";
        return SvgDrawing.read(file(folder, "drawing.svg", text), Optional.empty());
    }

    static Drawing wholeSvg(Path folder, String attributes, String content) {
        return SvgDrawing.read(
                file(folder, "drawing.svg", HEAD + attributes + ">" + content + "</svg>"), Optional.empty());
    }

    static Signs flipped(Signs pattern, double fraction, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = pattern.length();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[] first = new int[(int) Math.round(fraction * n)];
        System.arraycopy(order, 0, first, 0, first.length);
        return pattern.flip(first);
    }
}
