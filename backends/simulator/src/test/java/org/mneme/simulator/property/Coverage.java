package org.mneme.simulator.property;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.ir.Weights;
import org.mneme.runtime.backend.Backend;

/** What a case contains, and what happens when the judge runs it. */
public final class Coverage {
    private final Case given;
    private final Backend judge;
    private final Set<String> found = new TreeSet<>();

    private Coverage(Case given, Backend judge) {
        this.given = given;
        this.judge = judge;
    }

    /**
     * Names everything a case covers.
     *
     * @param given the case
     * @param judge runs it
     * @return names such as "model: Lif" or "happens: refractory"
     */
    public static Set<String> of(Case given, Backend judge) {
        Coverage coverage = new Coverage(given, judge);
        coverage.found.add("domain: " + given.graph().domain());
        given.graph().populations().forEach(population -> coverage.model(population.model()));
        given.graph().projections().forEach(coverage::projection);
        coverage.happens();
        return coverage.found;
    }

    private void model(NeuronModel model) {
        found.add("model: " + model.getClass().getSimpleName());
        switch (model) {
            case Lif lif -> membrane(lif.membrane());
            case Escape escape -> {
                membrane(escape.membrane());
                found.add("hazard: " + escape.hazard().getClass().getSimpleName());
            }
            case Graded graded -> {
                found.add("phi: " + graded.phi().getClass().getSimpleName());
                mark(graded.retain(), "graded: retain");
                mark(graded.sendZero(), "graded: sendZero");
                mark(graded.phi() instanceof Phi.Table table && table.tables().size() > 1, "phi: several tables");
            }
            case Source source -> mark(source.maxPayload() > 1, "source: payloads");
        }
    }

    private void membrane(Membrane membrane) {
        for (Decay decay : List.of(membrane.current(), membrane.potential())) {
            found.add("decay: " + decay.getClass().getSimpleName());
        }
        found.add("reset: " + membrane.reset().getClass().getSimpleName());
        boolean floor = membrane.floor().at(0) > Double.NEGATIVE_INFINITY;
        found.add(floor ? "floor: finite" : "floor: none");
        mark(membrane.threshold().length() > 1, "parameters: one a neuron");
    }

    private void projection(Projection projection) {
        mark(projection.delay().max() > 1, "delay: above 1");
        mark(projection.delay().max() > 100, "delay: above 100");
        mark(projection.delay().length() > 1, "delay: one a target");
        mark(projection.source().equals(projection.target()), "projection: recurrent");
        switch (projection.weights()) {
            case Weights.SignMatrix sign -> signs(sign);
            case Weights.Dense dense -> found.add("weights: Dense " + format(dense.values()));
            case Weights.Sparse sparse -> {
                found.add("weights: Sparse");
                found.add("sparse: " + format(sparse.values()));
            }
            case Weights.OneToOne _ -> found.add("weights: OneToOne");
            case Weights.Uniform _ -> found.add("weights: Uniform");
        }
    }

    private void signs(Weights.SignMatrix sign) {
        found.add("weights: SignMatrix " + sign.orientation());
        mark(sign.unsigned(), "sign matrix: unsigned");
        mark(sign.mask().isPresent(), "sign matrix: mask");
        mark(sign.rows().isPresent(), "sign matrix: permuted rows");
        mark(sign.scale() != 1, "sign matrix: scaled");
        mark(sign.rows().map(rows -> rows.min() < 0).orElse(false), "sign matrix: absent rows");
        mark(sign.plus().columns() > 64, "sign matrix: several words");
    }

    private static String format(NumberMatrix values) {
        return values.getClass().getSimpleName();
    }

    private void mark(boolean holds, String what) {
        if (holds) {
            found.add(what);
        }
    }

    /** Runs the case tick by tick and watches the state. */
    private void happens() {
        List<Object> trace = trace(given);
        int[] first = given.graph().firstIds();
        long active = 0;
        long neuronSpikes = 0;
        try (Run run = new Run(judge, given)) {
            run.inject(0, given.ticks());
            for (long tick = 0; tick < given.ticks(); tick++) {
                List<Run.Fired> fired = run.advance(tick + 1);
                long count =
                        fired.stream().filter(f -> !isSource(first, f.neuron())).count();
                neuronSpikes += count;
                active += count > 0 ? 1 : 0;
                watch(run, fired, first);
            }
            mark(run.counters().saturations() > 0, "happens: saturation");
        }
        int neurons = first[given.graph().populations().size()];
        mark(active * 5 >= given.ticks(), "activity: spikes in 20 % of ticks");
        mark(active > 0, "activity: alive");
        mark(neuronSpikes * 2 > given.ticks() * neurons, "activity: above half of all neurons and ticks");
        mark(differs(trace, Coverage::withoutFloor), "happens: floor");
        mark(differs(trace, Coverage::withDelaysOfOne), "happens: delay above 1");
    }

    private void watch(Run run, List<Run.Fired> fired, int[] first) {
        for (int p = 0; p < given.graph().populations().size(); p++) {
            Population population = given.graph().populations().get(p);
            if (population.model() instanceof Graded graded && graded.phi() instanceof Phi.Sign) {
                double[] x = run.state(new Run.Probe(population.name(), StateVariable.SUM));
                for (Run.Fired f : fired) {
                    int neuron = f.neuron() - first[p];
                    mark(neuron >= 0 && neuron < x.length && x[neuron] == 0 && f.payload() != 0, "happens: sign tie");
                }
            } else if (population.model().state().contains(StateVariable.REFRACTORY)) {
                double[] ref = run.state(new Run.Probe(population.name(), StateVariable.REFRACTORY));
                for (double ticksLeft : ref) {
                    mark(ticksLeft > 0, "happens: refractory");
                }
            }
        }
    }

    private boolean isSource(int[] first, int neuron) {
        int p = 0;
        while (neuron >= first[p + 1]) {
            p++;
        }
        return given.graph().populations().get(p).model() instanceof Source;
    }

    private boolean differs(List<Object> trace, UnaryOperator<SpikingGraph> change) {
        SpikingGraph changed = change.apply(given.graph());
        return !changed.equals(given.graph()) && !trace(given.with(changed)).equals(trace);
    }

    private List<Object> trace(Case run) {
        List<Object> trace = new ArrayList<>();
        try (Run execution = new Run(judge, run)) {
            execution.inject(0, run.ticks());
            trace.add(execution.advance(run.ticks()));
            Run.probes(run).forEach(probe -> trace.add(Arrays.toString(execution.state(probe))));
        }
        return trace;
    }

    private static SpikingGraph withoutFloor(SpikingGraph graph) {
        List<Population> populations = graph.populations().stream()
                .map(population -> new Population(
                        population.name(),
                        population.size(),
                        switch (population.model()) {
                            case Lif lif -> new Lif(withoutFloor(lif.membrane()));
                            case Escape escape -> new Escape(withoutFloor(escape.membrane()), escape.hazard());
                            case Graded graded -> graded;
                            case Source source -> source;
                        }))
                .toList();
        return new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), populations, graph.projections());
    }

    private static Membrane withoutFloor(Membrane membrane) {
        return new Membrane(
                membrane.current(),
                membrane.potential(),
                membrane.bias(),
                membrane.threshold(),
                membrane.reset(),
                Parameter.of(Double.NEGATIVE_INFINITY),
                membrane.refractory());
    }

    private static SpikingGraph withDelaysOfOne(SpikingGraph graph) {
        List<Projection> projections = graph.projections().stream()
                .map(p -> new Projection(p.name(), p.source(), p.target(), p.port(), p.weights(), Ints.of(1)))
                .toList();
        return new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), graph.populations(), projections);
    }
}
