package org.mneme.report.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.ir.Graded;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Lowered;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.RasterSample;

/**
 * Which neurons are shown in which row of the raster: a bounded number of rows, whatever the size of the network. Of features and of
 * graded neurons, many of which spike at each step, some are shown; of the others, a few of which spike, a row stands for several.
 * Immutable.
 */
public final class WatchLanes {
    /** The most populations shown. */
    static final int MOST_LANES = 8;

    private static final int MOST_ROWS = 96;
    private static final int FEW_ROWS = 24;
    private static final String GRADED = "Graded";
    private static final List<String> FEATURES = List.of("feature", "rails");

    private final List<WatchLane> lanes;
    private final int[] firstId;
    private final int[] firstRow;
    private final boolean[] positive;

    private WatchLanes(List<WatchLane> lanes, int[] firstId, boolean[] positive) {
        this.lanes = List.copyOf(lanes);
        this.firstId = firstId;
        this.positive = positive;
        this.firstRow = new int[lanes.size()];
        for (int lane = 1; lane < firstRow.length; lane++) {
            firstRow[lane] = firstRow[lane - 1] + lanes.get(lane - 1).rows();
        }
    }

    /**
     * Returns the lanes of a graph: its features, its hidden units, and the first of its other populations but sources.
     *
     * @param lowered the graph and its codec
     * @return the lanes
     */
    public static WatchLanes of(Lowered lowered) {
        SpikingGraph graph = lowered.graph();
        String features = lowered.codec().featurePopulation();
        String hidden = lowered.codec().hiddenPopulation();
        List<Population> shown = new ArrayList<>();
        graph.populations().stream().filter(p -> p.name().equals(features)).forEach(shown::add);
        graph.populations().stream().filter(p -> p.name().equals(hidden)).forEach(shown::add);
        graph.populations().stream()
                .filter(p -> !(p.model() instanceof Source) && !shown.contains(p))
                .limit(MOST_LANES - shown.size())
                .toList()
                .forEach(shown::add);
        int[] ids = graph.firstIds();
        int[] firstId = new int[shown.size()];
        boolean[] positive = new boolean[shown.size()];
        List<WatchLane> lanes = new ArrayList<>();
        for (int lane = 0; lane < firstId.length; lane++) {
            Population p = shown.get(lane);
            firstId[lane] = ids[graph.populations().indexOf(p)];
            positive[lane] = p.model() instanceof Graded;
            boolean many = p.name().equals(features) || positive[lane];
            boolean main = p.name().equals(features) || p.name().equals(hidden);
            lanes.add(WatchLane.of(p.name(), p.size(), main ? MOST_ROWS : FEW_ROWS, !many));
        }
        return new WatchLanes(lanes, firstId, positive);
    }

    /**
     * Returns the lanes of a sample of spikes; neurons that it left out are not shown.
     *
     * @param raster the sample
     * @param graph what spiked, where it is known
     * @return the lanes, those of the sample's first populations
     */
    static WatchLanes of(RasterSample raster, Optional<GraphFigures> graph) {
        int count = Math.min(MOST_LANES, raster.lanes().size());
        boolean[] positive = new boolean[count];
        List<WatchLane> lanes = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            RasterSample.Lane lane = raster.lanes().get(k);
            positive[k] = graph.stream()
                    .flatMap(g -> g.populations().stream())
                    .anyMatch(p -> p.name().equals(lane.name()) && p.model().equals(GRADED));
            boolean many = positive[k] || FEATURES.contains(lane.name());
            boolean main = many || lane.name().startsWith("hidden");
            int shown = (lane.size() + lane.stride() - 1) / lane.stride();
            int most = main ? MOST_ROWS : FEW_ROWS;
            int stride = lane.stride() * ((shown + most - 1) / most);
            lanes.add(WatchLane.strided(lane.name(), lane.size(), stride, !many));
        }
        return new WatchLanes(lanes, new int[count], positive);
    }

    /**
     * Returns the populations, top to bottom.
     *
     * @return possibly none
     */
    public List<WatchLane> lanes() {
        return lanes;
    }

    /**
     * Returns where a spike is shown. Of a graded neuron only those of a payload above 0 are.
     *
     * @param neuron global id
     * @param payload of the spike
     * @return a row, counted over all lanes, or {@link WatchLane#NONE}
     */
    public int row(int neuron, double payload) {
        for (int lane = 0; lane < firstId.length; lane++) {
            int index = neuron - firstId[lane];
            if (index >= 0 && index < lanes.get(lane).size()) {
                return row(lane, index, payload);
            }
        }
        return WatchLane.NONE;
    }

    /** Returns where a spike of a lane is shown. */
    int row(int lane, int index, double payload) {
        if (lane >= lanes.size() || positive[lane] && payload <= 0) {
            return WatchLane.NONE;
        }
        int row = lanes.get(lane).row(index);
        return row == WatchLane.NONE ? row : firstRow[lane] + row;
    }
}
