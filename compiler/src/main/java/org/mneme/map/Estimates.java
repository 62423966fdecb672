package org.mneme.map;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.mneme.ir.Population;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;

/** What a tick is expected to cost. */
final class Estimates {
    private final Accounting accounting;
    private final Target target;
    private final Set<Quantity> used = EnumSet.noneOf(Quantity.class);

    private Estimates(Accounting accounting) {
        this.accounting = accounting;
        this.target = accounting.target();
    }

    static Estimate of(Accounting accounting, List<CoreUse> cores, List<Route> routes, Mesh mesh) {
        return new Estimates(accounting).estimate(cores, routes, mesh);
    }

    private Estimate estimate(List<CoreUse> cores, List<Route> routes, Mesh mesh) {
        double spikes = 0;
        double events = 0;
        double neurons = 0;
        double slowest = 0;
        for (CoreUse core : cores) {
            double coreSpikes = 0;
            double coreEvents = 0;
            for (Slice slice : core.slices()) {
                coreSpikes += rate(slice.population()) * slice.size();
                coreEvents += accounting.synapticEvents(slice);
            }
            spikes += coreSpikes;
            events += coreEvents;
            neurons += core.neurons();
            slowest = Math.max(
                    slowest,
                    figure(Quantity.SYNAPSE_TIME) * coreEvents
                            + figure(Quantity.UPDATE_TIME) * core.neurons()
                            + figure(Quantity.SPIKE_TIME) * coreSpikes);
        }
        double hops = 0;
        double unicast = 0;
        for (Route route : routes) {
            double rate = rate(route.population()) * (route.to() - route.from());
            hops += rate * route.links().size();
            for (int destination : route.destinations()) {
                unicast += rate * mesh.hops(route.site(), destination);
            }
        }
        double seconds = slowest + figure(Quantity.BARRIER_TIME);
        double joules = figure(Quantity.SYNAPSE_ENERGY) * events
                + figure(Quantity.UPDATE_ENERGY) * neurons
                + figure(Quantity.SPIKE_ENERGY) * spikes
                + figure(Quantity.HOP_ENERGY) * hops;
        return new Estimate(spikes, events, hops, unicast, known(joules), known(seconds), worst());
    }

    private double rate(int population) {
        Population spiking = accounting.populations().get(population);
        return accounting.workload().rate(spiking.name());
    }

    /** NaN where unknown, which then spreads to whatever rests on it. */
    private double figure(Quantity quantity) {
        used.add(quantity);
        return target.value(quantity).orElse(Double.NaN);
    }

    private static OptionalDouble known(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private Status worst() {
        return used.stream()
                .map(q -> target.figure(q).status())
                .reduce(Status.KNOWN, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
}
