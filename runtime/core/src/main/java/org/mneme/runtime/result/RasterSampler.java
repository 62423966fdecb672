package org.mneme.runtime.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.mneme.ir.SpikingGraph;

/**
 * Keeps a bounded sample of the spikes of some populations: all of them while they are few, then of ever fewer neurons, and when few
 * neurons are left, of the first ticks only.
 */
public final class RasterSampler {
    private static final int FEWEST_NEURONS = 8;

    private final String[] names;
    private final int[] firstId;
    private final int[] sizes;
    private final int[] strides;
    private List<RasterSample.Dot> dots = new ArrayList<>();
    private long spikes;
    private long until = Long.MAX_VALUE;

    /**
     * Starts a sample.
     *
     * @param graph the graph that spikes
     * @param populations names of populations of it, each once
     */
    public RasterSampler(SpikingGraph graph, List<String> populations) {
        int[] first = graph.firstIds();
        names = populations.toArray(String[]::new);
        firstId = new int[names.length];
        sizes = new int[names.length];
        strides = new int[names.length];
        for (int lane = 0; lane < names.length; lane++) {
            firstId[lane] = first[Objects.requireNonNull(graph.populationIndex().get(names[lane]))];
            sizes[lane] = graph.population(names[lane]).size();
            strides[lane] = 1;
        }
    }

    /**
     * Takes a spike; those of other populations are passed over.
     *
     * @param tick not before that of the spike before
     * @param neuron global id
     * @param payload its payload
     */
    public void spike(long tick, int neuron, double payload) {
        for (int lane = 0; lane < names.length; lane++) {
            int index = neuron - firstId[lane];
            if (index >= 0 && index < sizes[lane]) {
                spikes++;
                if (tick < until && index % strides[lane] == 0) {
                    dots.add(new RasterSample.Dot(tick, lane, index, payload));
                    while (dots.size() > RasterSample.MOST_DOTS) {
                        thin(tick);
                    }
                }
                return;
            }
        }
    }

    private int shown(int lane) {
        return (sizes[lane] + strides[lane] - 1) / strides[lane];
    }

    /** Halves the neurons of the population that has the most spikes here; where it has none to spare, ends the sample at this tick. */
    private void thin(long tick) {
        int[] count = new int[names.length];
        dots.forEach(dot -> count[dot.lane()]++);
        int busiest = 0;
        for (int lane = 1; lane < names.length; lane++) {
            busiest = count[lane] > count[busiest] ? lane : busiest;
        }
        if (shown(busiest) > FEWEST_NEURONS) {
            strides[busiest] *= 2;
        } else {
            until = tick;
        }
        List<RasterSample.Dot> kept = new ArrayList<>();
        for (RasterSample.Dot dot : dots) {
            if (dot.tick() < until && dot.neuron() % strides[dot.lane()] == 0) {
                kept.add(dot);
            }
        }
        dots = kept;
    }

    /**
     * Ends the sample.
     *
     * @param ticks how many ticks there were
     * @return the sample
     */
    public RasterSample sample(long ticks) {
        List<RasterSample.Lane> lanes = new ArrayList<>();
        StringJoiner thinning = new StringJoiner("; ");
        for (int lane = 0; lane < names.length; lane++) {
            lanes.add(new RasterSample.Lane(names[lane], sizes[lane], strides[lane]));
            if (strides[lane] > 1) {
                thinning.add("1 in " + strides[lane] + " neurons of " + names[lane]);
            }
        }
        if (until < ticks) {
            thinning.add("the first " + until + " of " + ticks + " ticks");
        }
        String shown =
                thinning.length() == 0 ? "" : "thinned to " + dots.size() + " of " + spikes + " spikes: " + thinning;
        return new RasterSample(lanes, dots, spikes, Math.min(until, ticks), shown);
    }
}
