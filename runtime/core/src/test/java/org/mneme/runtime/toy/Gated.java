package org.mneme.runtime.toy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Codec;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Decoder;
import org.mneme.lower.DecoderPosition;
import org.mneme.lower.Lowered;
import org.mneme.lower.SourceSpike;

/** A memory with inputs for gates and a tempo that nothing hears: what a session tells it can be seen, and changes no recall. */
public final class Gated {
    /** Sources of the gates, one a hidden unit; a spike opens it, payload −1 closes it. */
    public static final String GATES = "gates";
    /** The source of the tempo; the payload is the gain in quarters, and one more. */
    public static final String TEMPO = "tempo";

    private Gated() {}

    /**
     * Adds the inputs to a memory.
     *
     * @param lowered its graph has a hidden unit a pattern
     * @return the same memory with a gate a hidden unit
     */
    public static Lowered of(Lowered lowered) {
        SpikingGraph graph = lowered.graph();
        int hidden = graph.population(lowered.codec().hiddenPopulation()).size();
        List<Population> populations = new ArrayList<>(graph.populations());
        populations.add(new Population(GATES, hidden, new Source(1)));
        populations.add(new Population(TEMPO, 1, new Source(1_000)));
        return new Lowered(
                lowered.lowering(),
                lowered.why(),
                new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), populations, graph.projections()),
                new GatedCodec(lowered.codec(), hidden),
                lowered.tabulation(),
                lowered.bearableCueNoise(),
                lowered.notes());
    }

    private record GatedCodec(Codec inner, int hidden) implements Codec {
        @Override
        public Set<CodecControl> controls() {
            return Set.of(CodecControl.values());
        }

        @Override
        public List<SourceSpike> gate(Ints open, Signs state, long tick) {
            List<SourceSpike> spikes = new ArrayList<>(inner.cue(state, tick));
            List<Integer> units = open.stream().boxed().toList();
            for (int mu = 0; mu < hidden; mu++) {
                spikes.add(new SourceSpike(GATES, tick, mu, units.contains(mu) ? 1 : -1));
            }
            spikes.sort(Comparator.comparingLong(SourceSpike::tick));
            return spikes;
        }

        @Override
        public List<SourceSpike> tempo(double gain, long tick) {
            if (gain > 100) {
                throw new InvalidValueException("tempo", gain, "at most 100");
            }
            return List.of(new SourceSpike(TEMPO, tick, 0, 1 + Math.round(4 * gain)));
        }

        @Override
        public int features() {
            return inner.features();
        }

        @Override
        public String featurePopulation() {
            return inner.featurePopulation();
        }

        @Override
        public String hiddenPopulation() {
            return inner.hiddenPopulation();
        }

        @Override
        public int ticksPerStep() {
            return inner.ticksPerStep();
        }

        @Override
        public List<SourceSpike> cue(Signs state, long tick) {
            return inner.cue(state, tick);
        }

        @Override
        public long alignCue(long previousCueTick, long earliest) {
            return inner.alignCue(previousCueTick, earliest);
        }

        @Override
        public Decoder decoder(long cueTick) {
            return inner.decoder(cueTick);
        }

        @Override
        public Decoder resume(DecoderPosition position) {
            return inner.resume(position);
        }
    }
}
