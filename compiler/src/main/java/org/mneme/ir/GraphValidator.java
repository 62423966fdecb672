package org.mneme.ir;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists every mistake of a graph at once, and proves that no input sum overflows 64 bits. */
public final class GraphValidator {
    private final SpikingGraph graph;
    private final Map<String, Integer> index;
    private final List<GraphMistake> mistakes = new ArrayList<>();

    private GraphValidator(SpikingGraph graph) {
        this.graph = graph;
        this.index = graph.populationIndex();
    }

    /**
     * Lists the mistakes of a graph.
     *
     * @param graph any graph
     * @return empty where it is right
     */
    public static List<GraphMistake> mistakes(SpikingGraph graph) {
        GraphValidator validator = new GraphValidator(graph);
        validator.check();
        return List.copyOf(validator.mistakes);
    }

    /**
     * Returns a graph that has no mistakes.
     *
     * @param graph any graph
     * @return the graph
     * @throws InvalidGraphException listing all mistakes, if there are any
     */
    public static SpikingGraph require(SpikingGraph graph) {
        List<GraphMistake> found = mistakes(graph);
        if (!found.isEmpty()) {
            throw new InvalidGraphException(graph.name(), found);
        }
        return graph;
    }

    private void check() {
        if (graph.domain() instanceof NumberDomain.Fixed fixed && fixed.stateBits() != 24 && fixed.stateBits() != 32) {
            mistakes.add(new GraphMistake.OutOfRange("state bits", fixed.stateBits(), "24 or 32"));
        }
        if (!(graph.tickSeconds() > 0) || Double.isInfinite(graph.tickSeconds())) {
            mistakes.add(new GraphMistake.OutOfRange("tick", graph.tickSeconds(), "a time above 0 s"));
        }
        checkNames(
                "population", graph.populations().stream().map(Population::name).toList());
        checkNames(
                "projection", graph.projections().stream().map(Projection::name).toList());
        if (graph.populations().isEmpty()) {
            mistakes.add(new GraphMistake.WrongLength("populations", 0, "1 or more"));
        }
        long neurons = 0;
        for (Population population : graph.populations()) {
            if (population.size() < 1) {
                mistakes.add(new GraphMistake.OutOfRange(
                        "population " + population.name() + ": size", population.size(), "1 or more"));
            } else {
                neurons += population.size();
                new ModelValidator(graph.domain(), population, mistakes).check();
            }
        }
        if (neurons > Integer.MAX_VALUE) {
            mistakes.add(new GraphMistake.OutOfRange("neurons", neurons, "at most " + Integer.MAX_VALUE));
        }
        graph.projections().forEach(this::check);
        if (mistakes.isEmpty() && graph.domain() instanceof NumberDomain.Fixed fixed) {
            graph.populations().forEach(population -> proveSum(population, fixed));
        }
    }

    private void checkNames(String kind, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank() || !seen.add(name)) {
                mistakes.add(new GraphMistake.BadName(kind, name));
            }
        }
    }

    private void check(Projection projection) {
        boolean known = isKnown(projection, projection.source());
        if (!isKnown(projection, projection.target()) || !known) {
            return;
        }
        Population source = graph.population(projection.source());
        Population target = graph.population(projection.target());
        if (!target.model().ports().contains(projection.port())) {
            mistakes.add(new GraphMistake.UnknownPort(
                    projection.name(),
                    projection.port(),
                    target.name(),
                    target.model().ports()));
        }
        String object = "projection " + projection.name() + ": delay";
        int delays = projection.delay().length();
        if (delays == 0 || delays != 1 && delays != target.size()) {
            mistakes.add(new GraphMistake.WrongLength(object, delays, "1 or " + target.size()));
        } else if (projection.delay().min() < 1) {
            mistakes.add(new GraphMistake.OutOfRange(object, projection.delay().min(), "1 tick or more"));
        }
        if (source.size() >= 1 && target.size() >= 1) {
            new WeightsValidator(graph.domain(), projection, source.size(), target.size(), mistakes).check();
        }
    }

    private boolean isKnown(Projection projection, String population) {
        if (index.containsKey(population)) {
            return true;
        }
        mistakes.add(new GraphMistake.UnknownPopulation(
                projection.name(),
                population,
                graph.populations().stream().map(Population::name).toList()));
        return false;
    }

    private void proveSum(Population target, NumberDomain.Fixed fixed) {
        BigInteger sum = BigInteger.ZERO;
        for (Projection projection : graph.projections()) {
            if (projection.target().equals(target.name())) {
                Population source = graph.population(projection.source());
                sum = sum.add(Bounds.inputSum(projection.weights(), source.size())
                        .multiply(BigInteger.valueOf(Bounds.maxPayload(source.model(), fixed))));
            }
        }
        if (sum.bitLength() > 63) {
            mistakes.add(new GraphMistake.Overflow(target.name(), sum.bitLength() + 1));
        }
    }
}
