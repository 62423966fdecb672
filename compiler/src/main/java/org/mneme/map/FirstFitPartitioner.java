package org.mneme.map;

import java.util.ArrayList;
import java.util.List;

/** Population by population, neuron by neuron, each slice as large as fits a core of its own. */
final class FirstFitPartitioner implements Partitioner {
    static final String NAME = "first-fit";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<CoreUse> partition(Slicer slicer, Demand demand) {
        List<CoreUse> cores = new ArrayList<>();
        for (int p = 0; p < slicer.accounting().populations().size(); p++) {
            cores.addAll(slicer.slices(p, demand));
        }
        return cores;
    }
}
