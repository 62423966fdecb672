package org.mneme.map;

import java.util.ArrayList;
import java.util.List;
import org.mneme.ir.Population;
import org.mneme.targets.Figure;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/** Every limit, used and available. */
final class Resources {
    private final Accounting accounting;
    private final Target target;
    private final List<Resource> resources = new ArrayList<>();

    private Resources(Accounting accounting) {
        this.accounting = accounting;
        this.target = accounting.target();
    }

    static List<Resource> of(
            Accounting accounting, List<CoreUse> cores, Placement placement, Mesh mesh, List<TableEntry> tables) {
        Resources all = new Resources(accounting);
        all.board(cores, placement, mesh);
        all.chips(cores, placement, mesh, tables);
        all.cores(cores, placement, mesh);
        return all.resources;
    }

    /** Spikes a second between board and host, as the rates of a workload have it. */
    static double hostEvents(Accounting accounting) {
        Workload workload = accounting.workload();
        double spikes = 0;
        for (int p = 0; p < accounting.populations().size(); p++) {
            Population population = accounting.populations().get(p);
            if (accounting.onHost(p) || workload.probed().contains(population.name())) {
                spikes += workload.rate(population.name()) * population.size();
            }
        }
        return spikes / workload.graph().tickSeconds();
    }

    private void board(List<CoreUse> cores, Placement placement, Mesh mesh) {
        long chips = placement.sites().stream().map(mesh::chip).distinct().count();
        add(Quantity.CHIPS, "board", chips);
        add(Quantity.HOST_EVENTS, "board", hostEvents(accounting));
        Demand demand = Demand.of(accounting.populations(), cores);
        long each = 0;
        for (CoreUse core : cores) {
            for (int s = 0; s < core.slices().size(); s++) {
                Slice slice = core.slices().get(s);
                int copies = core.copies().get(s);
                boolean probed = accounting
                        .workload()
                        .probed()
                        .contains(
                                accounting.populations().get(slice.population()).name());
                int reached = demand.max(slice.population(), slice.from(), slice.to()) + (probed ? 1 : 0);
                each = Math.max(each, (reached + copies - 1) / copies);
            }
        }
        add(Quantity.TARGETS_PER_NEURON, "board", each);
    }

    private void chips(List<CoreUse> cores, Placement placement, Mesh mesh, List<TableEntry> tables) {
        for (int chip = 0; chip < mesh.chips(); chip++) {
            long used = 0;
            long bits = 0;
            for (int c = 0; c < cores.size(); c++) {
                if (mesh.chip(placement.sites().at(c)) == chip) {
                    used++;
                    bits += cores.get(c).bits();
                }
            }
            int at = chip;
            long entries = tables.stream().filter(e -> e.chip() == at).count();
            if (used > 0 || entries > 0) {
                add(Quantity.CORES_PER_CHIP, "chip " + chip, used);
                add(Quantity.SYNAPSE_BITS_PER_CHIP, "chip " + chip, bits);
                add(Quantity.ROUTING_ENTRIES_PER_CHIP, "chip " + chip, entries);
            }
        }
    }

    private void cores(List<CoreUse> cores, Placement placement, Mesh mesh) {
        for (int c = 0; c < cores.size(); c++) {
            int site = placement.sites().at(c);
            for (Quantity quantity : CoreUse.LIMITED) {
                if (quantity != Quantity.SYNAPSE_BITS_PER_CHIP) {
                    add(
                            quantity,
                            "chip " + mesh.chip(site) + " core " + mesh.core(site),
                            cores.get(c).used(quantity));
                }
            }
        }
    }

    private void add(Quantity quantity, String place, long used) {
        add(quantity, place, (double) used);
    }

    private void add(Quantity quantity, String place, double used) {
        Figure figure = target.figure(quantity);
        resources.add(
                new Resource(quantity, place, used, figure.value().orElse(Double.POSITIVE_INFINITY), figure.status()));
    }
}
