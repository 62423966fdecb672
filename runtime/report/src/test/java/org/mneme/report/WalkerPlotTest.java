package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.PerformanceKeeper;
import org.mneme.runtime.scene.Plant;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneKind;
import org.mneme.runtime.scene.SceneRun;
import org.mneme.runtime.scene.SceneScore;

class WalkerPlotTest {
    /** One leg: pattern μ is a hip at 10 μ degrees, the state of so many ones; 0…3 are a step, 4…7 a hop. */
    private static class OneLeg implements Scene {
        private final boolean drawn;

        OneLeg(boolean drawn) {
            this.drawn = drawn;
        }

        @Override
        public SceneKind kind() {
            return SceneKind.WALKER;
        }

        @Override
        public List<Channel> channels() {
            return List.of(new Channel("hip", "°", 0, 70), new Channel("speed", "mm/s", 100, 100));
        }

        @Override
        public Map<String, Object> setting() {
            if (!drawn) {
                return Map.of();
            }
            return Map.of(
                    "segments",
                    List.of(
                            Map.of(
                                    "name", "back", "parent", -1, "joint", -1, "length", 300.0, "rest", 0.0, "sign", 1,
                                    "side", "middle"),
                            Map.of(
                                    "name", "leg", "parent", 0, "joint", 0, "length", 200.0, "rest", -90.0, "sign", -1,
                                    "side", "near")),
                    "root",
                    List.of(0.0, 200.0),
                    "body",
                    Map.of("speed", 1, "sign", 1, "turn", -1, "height", -1),
                    "joints",
                    List.of(0),
                    "tolerance",
                    3.0,
                    "motifs",
                    List.of(
                            Map.of("name", "step", "first", 0, "count", 4),
                            Map.of("name", "hop", "first", 4, "count", 4)));
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
            return new double[] {10.0 * pattern, 100};
        }

        @Override
        public Optional<Plant> plant() {
            return Optional.of(new Plant(0.01, 2));
        }

        @Override
        public SceneScore judge(Performance performance) {
            return new SceneScore(true, "walker: hops & steps", List.of(), SceneScore.Table.none());
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

    /** Steps 0…3, then by a gate 4…7, then a cue of 4 read as 0; 100 ms each. */
    private static SceneRun run(boolean drawn, double tickSeconds) {
        PerformanceKeeper keeper = new PerformanceKeeper(tickSeconds, 3, _ -> 33);
        for (int mu = 0; mu < 8; mu++) {
            keeper.accept(100L * mu, state(mu), mu, mu == 0 || mu == 4);
        }
        keeper.accept(800, state(0), 4, true);
        keeper.accept(900, state(4), 4, false);
        return SceneRun.of(new OneLeg(drawn), keeper.performance(1000));
    }

    private static List<String> cells(Plot plot, int row) {
        return List.of(plot.csv().text().split("\n")[row + 1].split(","));
    }

    @Test
    void drawsJointsMotifsAndFigures() {
        Plot plot = WalkerPlot.of(run(true, 1e-3));

        assertEquals("walker", plot.id());
        assertTrue(plot.caption().startsWith("Walker: hops & steps. Joint angles in degrees"), plot::caption);
        assertTrue(plot.caption().contains("2 stages of 10 ms"), plot::caption);
        assertTrue(plot.body().contains(">step<") && plot.body().contains(">hop<"), "bands");
        assertTrue(plot.body().contains(">hip<"));
        assertFalse(plot.body().contains(">speed<"), "which is no joint");
        assertTrue(plot.body().contains(">noisy cue<") && plot.body().contains(">gate or cue<"), "marks");
        assertTrue(plot.body().contains("curve ink"), "figures");
        assertTrue(plot.document().contains("</svg>"));
        assertFalse(plot.body().contains("NaN"));
    }

    @Test
    void numbersAreWhatWasAskedReadAndMoved() {
        Plot plot = WalkerPlot.of(run(true, 1e-3));

        assertEquals("seconds,pattern,hip asked,hip read,hip moves", plot.csv().header());
        assertEquals(1600, plot.csv().rows());
        assertEquals(List.of("0", "0", "0", "0", "0"), cells(plot, 0));
        List<String> read = cells(plot, 1_400);
        assertEquals("40", read.get(2));
        assertEquals("0", read.get(3), "the cue");
        double moves = Double.parseDouble(read.get(4));
        assertTrue(moves > 0 && moves < 1, "75 ms after a jump from 70° to 0°: " + moves);
        assertEquals(40, Double.parseDouble(cells(plot, 1_599).get(4)), 0.1);
    }

    @Test
    void whatIsNotToldIsNotDrawn() {
        Plot plot = WalkerPlot.of(run(false, 1e-3));
        assertFalse(plot.body().contains("curve ink"), "no skeleton, no figures");
        assertFalse(plot.body().contains(">step<"));
    }

    @Test
    void nothingRecalledIsAnEmptyPlot() {
        Performance nothing = new PerformanceKeeper(1e-3, 3, _ -> 1).performance(0);
        Plot plot = WalkerPlot.of(SceneRun.of(new OneLeg(true), nothing));
        assertEquals(0, plot.csv().rows());
        assertFalse(plot.body().contains("NaN"));
    }

    @Test
    void longRunIsCutAndSaysSo() {
        Plot plot = WalkerPlot.of(run(true, 0.1));
        assertTrue(plot.caption().endsWith("Only the first 20 s are drawn."), plot::caption);
        assertFalse(plot.body().contains("NaN"));
    }

    @Test
    void figuresStandWhereTheirAnglesPutThem() {
        WalkerBody body = WalkerBody.of(new OneLeg(true));
        List<WalkerBody.Line> lines = body.lines(new double[] {30, 100});

        assertEquals(2, lines.size());
        assertEquals(300, lines.getFirst().toX(), 1e-9);
        assertEquals(200, lines.getFirst().toY(), 1e-9);
        assertEquals(300 + 200 * Math.cos(Math.toRadians(-120)), lines.get(1).toX(), 1e-9);
        assertEquals(200 + 200 * Math.sin(Math.toRadians(-120)), lines.get(1).toY(), 1e-9);
        assertEquals("hop", body.motif(5));
        assertEquals("", body.motif(-1));
    }
}
