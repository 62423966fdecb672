package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.PerformanceKeeper;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneKind;
import org.mneme.runtime.scene.SceneRun;
import org.mneme.runtime.scene.SceneScore;

class ArmPlotTest {
    private static final double SECONDS = 1e-3;

    /** A pen on a line: pattern μ is the point 10 μ mm to the right, the state of so many ones; the pen is up at 3. */
    private static class Ruled implements Scene {
        @Override
        public SceneKind kind() {
            return SceneKind.ARM;
        }

        @Override
        public List<Channel> channels() {
            return List.of(new Channel("x", "mm", 0, 70), new Channel("y", "mm", 0, 0), new Channel("down", "", 0, 1));
        }

        @Override
        public Map<String, Object> setting() {
            return Map.of("outline", List.of(List.of(List.of(0.0, 0.0), List.of(70.0, 0.0))), "toleranceMm", 2.0);
        }

        @Override
        public double[] read(Signs state) {
            int ones = 0;
            for (int i = 0; i < state.length(); i++) {
                ones += state.at(i) > 0 ? 1 : 0;
            }
            return wanted(ones);
        }

        @Override
        public double[] wanted(int pattern) {
            return new double[] {10.0 * pattern, 0, pattern == 3 ? 0 : 1};
        }

        @Override
        public SceneScore judge(Performance performance) {
            return new SceneScore(
                    true,
                    "arm: as it should be",
                    List.of(new SceneScore.Figure("exponent of speed over curvature", -0.25, "")),
                    SceneScore.Table.none());
        }

        @Override
        public List<String> formats() {
            return List.of();
        }

        @Override
        public void write(Performance performance, Path file) {
            throw new UnsupportedOperationException("is never written");
        }
    }

    private static Signs state(int ones) {
        int[] signs = new int[8];
        Arrays.fill(signs, -1);
        Arrays.fill(signs, 0, ones, 1);
        return Signs.of(signs);
    }

    private static SceneRun run(PerformanceKeeper keeper) {
        return SceneRun.of(new Ruled(), keeper.performance(1000));
    }

    private static PerformanceKeeper keeper() {
        return new PerformanceKeeper(SECONDS, 3, mu -> mu % 2 == 0 ? 2 : 4);
    }

    /** Six points, each held for its dwell; the first so many ticks longer. */
    private static SceneRun walk(int late) {
        PerformanceKeeper keeper = keeper();
        long tick = 0;
        for (int mu = 0; mu < 6; mu++) {
            keeper.accept(tick, state(mu), mu, mu == 0);
            tick += (mu % 2 == 0 ? 6 : 12) + (mu == 0 ? late : 0);
        }
        return run(keeper);
    }

    private static Plot speed(SceneRun run) {
        List<Plot> plots = ArmPlot.of(run, true);
        assertEquals(1, plots.size());
        assertEquals("arm-speed", plots.getFirst().id());
        return plots.getFirst();
    }

    private static String[] row(Plot plot, int k) {
        return plot.csv().text().split("\n")[k + 1].split(",");
    }

    @Test
    void speedIsTheWayOverTheTime() {
        Plot plot = speed(walk(0));
        String[] first = row(plot, 0);
        assertEquals("0", first[0]);
        assertEquals(10 / 0.006, Double.parseDouble(first[4]), 1e-6);
        assertEquals(10 / 0.006, Double.parseDouble(first[7]), 1e-6);
        assertEquals(10 / 0.012, Double.parseDouble(row(plot, 1)[7]), 1e-6);
        assertEquals(6, plot.csv().text().lines().count(), "a header and five legs");
    }

    @Test
    void askedForIsDrawnAsLateAsTheFirstOnset() {
        Plot late = speed(walk(30));
        Plot sharp = speed(walk(0));
        for (int k = 0; k < 5; k++) {
            assertEquals(
                    Double.parseDouble(row(sharp, k)[2]) + 0.03, Double.parseDouble(row(late, k)[2]), 1e-9, "leg " + k);
            assertEquals(row(sharp, k)[4], row(late, k)[4], "the speed asked for stays");
        }
        assertEquals(row(late, 3)[2], row(late, 3)[5], "and so meets the one recalled");
    }

    @Test
    void legsWithThePenUpAreDashed() {
        Drawn drawn = Drawn.of(speed(walk(0)));
        String dashed = drawn.all("path", "dash", "c1").getFirst().getAttribute("d");
        assertEquals(2, dashed.chars().filter(c -> c == 'H').count(), "a leg there and a leg back: " + dashed);
        assertTrue(drawn.texts().contains("recalled, pen up"), drawn.texts()::toString);
        assertTrue(drawn.texts().contains("speed of the pen, mm/s"));
        assertTrue(drawn.texts().contains("time since the cue, s"));
        String solid = drawn.all("path", "curve", "thin").getFirst().getAttribute("d");
        assertEquals(2, solid.chars().filter(c -> c == 'M').count(), "before the pen is lifted, and after");
    }

    @Test
    void captionTellsTheVerdictAndTheExponent() {
        String caption = speed(walk(0)).caption();
        assertTrue(caption.contains("As it should be."), caption);
        assertTrue(caption.contains("to the power of −0.250"), caption);
    }

    @Test
    void evenTimesAreNotWorthAPicture() {
        PerformanceKeeper keeper = new PerformanceKeeper(SECONDS, 3, _ -> 1);
        for (int mu = 0; mu < 6; mu++) {
            keeper.accept(3L * mu, state(mu), mu, mu == 0);
        }
        assertEquals(List.of(), ArmPlot.of(run(keeper), true));
        assertEquals(List.of(), ArmPlot.of(run(keeper()), false), "nothing was recalled");
    }

    @Test
    void controlledRunIsDrawnTooAndGoesToItsSecondCueWithThePenUp() {
        PerformanceKeeper keeper = keeper();
        keeper.accept(0, state(0), 0, true);
        keeper.accept(6, state(1), 1, false);
        keeper.accept(50, state(5), 5, true);
        keeper.accept(62, state(7), 6, false);
        List<Plot> plots = ArmPlot.of(run(keeper), false);

        assertEquals(
                List.of("drawing", "arm-speed"), plots.stream().map(Plot::id).toList());
        String[] rows = plots.getFirst().csv().text().split("\n");
        assertEquals(5, rows.length);
        assertEquals("2,50,0,false,50,0,false,0", rows[3]);
        assertTrue(rows[4].endsWith(",10"), rows[4]);
        assertEquals(
                3, plots.getLast().csv().text().lines().count(), "no leg from the end of one to the next beginning");
    }

    @Test
    void pauseThatNeverEndsIsNoLeg() {
        PerformanceKeeper keeper = keeper();
        keeper.tempo(1, 0);
        keeper.accept(0, state(0), 0, true);
        keeper.accept(9, state(1), 1, false);
        assertEquals(List.of(), ArmPlot.of(run(keeper), true));
    }

    @Test
    void longRunsAreCutAndSaySo() {
        PerformanceKeeper keeper = keeper();
        for (int k = 0; k < 5000; k++) {
            keeper.accept(9L * k, state(k % 6), k % 6, k == 0);
        }
        Plot plot = speed(run(keeper));
        assertTrue(plot.caption().contains(" Cut: only the first 4\u202f000 legs are drawn."), plot.caption());
        assertTrue(plot.body().length() < 400_000, plot.body().length() + " characters");
    }

    @Test
    void sceneWithoutAPenHasNoTrack() {
        Ruled bare = new Ruled() {
            @Override
            public List<Channel> channels() {
                return List.of(new Channel("left hip", "°", 0, 1));
            }
        };
        assertTrue(ArmTrack.of(SceneRun.of(bare, walk(0).performance())).stops().isEmpty());
    }

    @Test
    void pointComesToRestWhereItsLastStateIs() {
        PerformanceKeeper keeper = keeper();
        keeper.accept(0, state(7), 0, true);
        keeper.accept(3, state(0), 0, false);
        keeper.accept(6, state(1), 1, false);
        List<ArmTrack.Stop> stops = ArmTrack.of(run(keeper)).stops();
        assertEquals(2, stops.size());
        assertEquals(new PenPoint(0, 0, true), stops.getFirst().found());
        assertFalse(stops.getLast().begins());
    }
}
