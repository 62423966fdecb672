package org.mneme.report.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.lower.Lowered;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.result.RasterSample;

class WatchLanesTest {
    private static Lowered lowered(int patterns) {
        return ExperimentRun.lower(Watched.chain("lanes", patterns, Optional.empty()), Watched.options());
    }

    @Test
    void featuresComeFirstThenHiddenUnits() {
        Lowered lowered = lowered(300);
        List<WatchLane> lanes = WatchLanes.of(lowered).lanes();
        assertEquals(lowered.codec().featurePopulation(), lanes.get(0).name());
        assertEquals(lowered.codec().hiddenPopulation(), lanes.get(1).name());
        assertTrue(lanes.stream().noneMatch(lane -> lane.name().equals("cue")));
        assertTrue(lanes.size() <= WatchLanes.MOST_LANES);
    }

    @Test
    void rowsAreBoundedWhateverTheSize() {
        for (int patterns : new int[] {4, 96, 97, 300}) {
            for (WatchLane lane : WatchLanes.of(lowered(patterns)).lanes()) {
                assertTrue(lane.rows() <= 96, lane.toString());
                assertTrue(lane.rows() * lane.stride() >= lane.size(), lane.toString());
                assertTrue((lane.rows() - 1) * lane.stride() < lane.size(), lane.toString());
            }
        }
    }

    @Test
    void everyRowHasItsOwnNeurons() {
        Lowered lowered = lowered(300);
        WatchLanes lanes = WatchLanes.of(lowered);
        int rows = lanes.lanes().stream().mapToInt(WatchLane::rows).sum();
        Set<Integer> seen = new HashSet<>();
        int neurons =
                lowered.graph().populations().stream().mapToInt(p -> p.size()).sum();
        for (int neuron = 0; neuron < neurons; neuron++) {
            int row = lanes.row(neuron, 1);
            if (row != WatchLane.NONE) {
                assertTrue(row >= 0 && row < rows);
                seen.add(row);
            }
        }
        assertEquals(rows, seen.size());
    }

    @Test
    void everyHiddenUnitIsSeen() {
        Lowered lowered = lowered(300);
        WatchLanes lanes = WatchLanes.of(lowered);
        int first = lowered.graph().firstIds()[lowered.graph().populationIndex().getOrDefault("hidden", -1)];
        int before = lanes.row(first, 1);
        for (int unit = 0; unit < 300; unit++) {
            int row = lanes.row(first + unit, 1);
            assertTrue(row >= before && row <= before + 1, "unit " + unit);
            before = row;
        }
    }

    @Test
    void aSampleKeepsTheNeuronsItHas() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            int size = 1 + random.nextInt(3000);
            int stride = 1 << random.nextInt(6);
            WatchLanes lanes = WatchLanes.of(
                    new RasterSample(List.of(new RasterSample.Lane("rails", size, stride)), List.of(), 0, 0, ""),
                    Optional.empty());
            WatchLane lane = lanes.lanes().getFirst();
            assertEquals(0, lane.stride() % stride, "round " + round);
            assertEquals(0, lanes.row(0, 0, 1));
            int last = (lane.rows() - 1) * lane.stride();
            assertEquals(lane.rows() - 1, lanes.row(0, last, 1), "round " + round);
        }
    }
}
