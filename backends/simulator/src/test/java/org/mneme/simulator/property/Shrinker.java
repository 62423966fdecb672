package org.mneme.simulator.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;

/** Makes a failing case smaller while it still fails: fewer projections, populations, ticks and spikes. */
public final class Shrinker {
    private static final int MAX_TRIALS = 400;

    private final Function<Case, Optional<String>> property;
    private int trials;

    /** A shrinker of cases for which the property says what is wrong. */
    public Shrinker(Function<Case, Optional<String>> property) {
        this.property = property;
    }

    /**
     * Returns a report of the smallest failing case found.
     *
     * @param failing a case for which the property says what is wrong
     * @return what is wrong with it, and the case
     */
    public String report(Case failing) {
        Case smallest = failing;
        boolean progress = true;
        while (progress && trials < MAX_TRIALS) {
            progress = false;
            for (Case smaller : smaller(smallest)) {
                if (trials++ < MAX_TRIALS && property.apply(smaller).isPresent()) {
                    smallest = smaller;
                    progress = true;
                    break;
                }
            }
        }
        return "seed " + failing.seed() + ": " + property.apply(failing).orElse("passes on a second run") + "\nshrunk: "
                + property.apply(smallest).orElse("passes on a second run") + "\n" + smallest.text();
    }

    private static List<Case> smaller(Case given) {
        List<Case> cases = new ArrayList<>();
        for (long ticks : new long[] {given.ticks() / 2, given.ticks() - 1}) {
            if (ticks > 0) {
                cases.add(given.withTicks(ticks));
            }
        }
        SpikingGraph graph = given.graph();
        for (Population population : graph.populations()) {
            if (graph.populations().size() > 1) {
                cases.add(without(given, population));
            }
        }
        for (Projection projection : graph.projections()) {
            List<Projection> rest = new ArrayList<>(graph.projections());
            rest.remove(projection);
            cases.add(given.with(rebuilt(graph, graph.populations(), rest)));
        }
        for (int pieces = 2; pieces <= 8 && given.input().size() >= pieces; pieces *= 2) {
            for (int k = 0; k < pieces; k++) {
                cases.add(given.withInput(withoutPiece(given.input(), k, pieces)));
            }
        }
        return cases;
    }

    private static Case without(Case given, Population population) {
        String name = population.name();
        List<Population> populations = new ArrayList<>(given.graph().populations());
        populations.remove(population);
        List<Projection> projections = given.graph().projections().stream()
                .filter(projection -> !projection.source().equals(name)
                        && !projection.target().equals(name))
                .toList();
        return given.with(rebuilt(given.graph(), populations, projections))
                .withInput(given.input().stream()
                        .filter(spike -> !spike.population().equals(name))
                        .toList());
    }

    private static SpikingGraph rebuilt(
            SpikingGraph graph, List<Population> populations, List<Projection> projections) {
        return new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), populations, projections);
    }

    private static List<SourceSpike> withoutPiece(List<SourceSpike> input, int k, int pieces) {
        List<SourceSpike> rest = new ArrayList<>(input.subList(0, input.size() * k / pieces));
        rest.addAll(input.subList(input.size() * (k + 1) / pieces, input.size()));
        return rest;
    }
}
