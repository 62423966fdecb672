package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.runtime.patterns.PenPoint;

class SamplerTest {
    private static List<PenPoint> stroke(double... xy) {
        List<PenPoint> stroke = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            stroke.add(new PenPoint(xy[i], xy[i + 1], true));
        }
        return stroke;
    }

    @Test
    void oneStraightStrokeIsDividedEvenly() {
        List<PenPoint> samples = Sampler.sample(new Drawing(List.of(stroke(0, 0, 3, 0, 10, 0))), 11);
        for (int i = 0; i <= 10; i++) {
            assertEquals(i, samples.get(i).x(), 1e-12);
            assertTrue(samples.get(i).down());
        }
    }

    @Test
    void penLiftsHalfwayBetweenStrokes() {
        List<PenPoint> samples = Sampler.sample(new Drawing(List.of(stroke(0, 0, 2, 0), stroke(4, 4, 4, 5))), 6);
        assertEquals(
                List.of(
                        new PenPoint(0, 0, true),
                        new PenPoint(1, 0, true),
                        new PenPoint(2, 0, true),
                        new PenPoint(3, 2, false),
                        new PenPoint(4, 4, true),
                        new PenPoint(4, 5, true)),
                samples);
    }

    @Test
    void sharpCornersAreHit() {
        List<PenPoint> samples = Sampler.sample(new Drawing(List.of(stroke(0, 0, 10, 0, 0, 3.7))), 9);
        assertTrue(samples.contains(new PenPoint(10, 0, true)), samples.toString());
    }

    @Test
    void cornersTakeNoMoreThanAQuarterOfThePoints() {
        List<PenPoint> zigzag = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            zigzag.add(new PenPoint(i, i % 2, true));
        }
        List<PenPoint> samples = Sampler.sample(new Drawing(List.of(zigzag)), 40);
        assertEquals(40, samples.size());
        assertEquals(100, samples.getLast().x(), 1e-9);
    }

    @Test
    void dotGetsOnePoint() {
        List<PenPoint> samples = Sampler.sample(new Drawing(List.of(stroke(0, 0, 0, 10), stroke(5, 5, 5, 5))), 5);
        assertEquals(new PenPoint(5, 5, true), samples.getLast());
        assertEquals(false, samples.get(3).down());
    }

    @Test
    void tooFewPointsAreRefusedWithTheNumberNeeded() {
        Drawing two = new Drawing(List.of(stroke(0, 0, 2, 0), stroke(4, 4, 4, 5)));
        TooFewPointsException refused = assertThrows(TooFewPointsException.class, () -> Sampler.sample(two, 4));
        assertEquals(5, refused.needed());
        assertEquals(5, Sampler.sample(two, 5).size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyStrokeIsCoveredFromEndToEnd(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<PenPoint>> strokes = new ArrayList<>();
        int count = random.nextInt(1, 6);
        for (int k = 0; k < count; k++) {
            double[] xy = random.doubles(2L * random.nextInt(2, 30), 0, 100).toArray();
            strokes.add(stroke(xy));
        }
        List<PenPoint> samples = Sampler.sample(new Drawing(strokes), 60);
        String which = "seed " + seed;
        assertEquals(60, samples.size(), which);
        assertEquals(count - 1, samples.stream().filter(p -> !p.down()).count(), which);
        int at = 0;
        for (List<PenPoint> stroke : strokes) {
            assertEquals(stroke.getFirst(), samples.get(at), which);
            while (at + 1 < samples.size() && samples.get(at + 1).down()) {
                at++;
            }
            assertTrue(stroke.getLast().distance(samples.get(at)) < 1e-9, which);
            at += 2;
        }
    }
}
