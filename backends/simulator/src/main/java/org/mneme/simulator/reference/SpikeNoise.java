package org.mneme.simulator.reference;

import java.util.Optional;
import org.mneme.ir.Graded;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.Noise;

/** What becomes of a spike that a neuron fires: dropped, then flipped, then late, each by its own draw. */
final class SpikeNoise {
    private static final int FLIP = 1;
    private static final int DROP = 2;
    private static final int JITTER = 3;

    private final ExecutionOptions options;
    private final Noise noise;

    SpikeNoise(ExecutionOptions options) {
        this.options = options;
        this.noise = options.noise();
    }

    /** A spike as it is sent. */
    record Sent(long tick, int id, double payload) {}

    /**
     * Says what is sent.
     *
     * @param population whose neuron fires
     * @param first global id of its first neuron
     * @param fired when, by which neuron, with what payload
     * @return nothing where it is lost
     */
    Optional<Sent> sent(Population population, int first, Sent fired) {
        if (population.model() instanceof Source || noise.isNone()) {
            return Optional.of(fired);
        }
        if (strikes(fired, DROP, noise.drop())) {
            return Optional.empty();
        }
        boolean flips = options.flipped().contains(population.name()) && strikes(fired, FLIP, noise.flip());
        Sent turned = flips ? turned(population, first, fired) : fired;
        return Optional.of(new Sent(fired.tick() + late(fired), turned.id(), turned.payload()));
    }

    private boolean strikes(Sent fired, int stream, double probability) {
        return (Philox.word(options.seed(), fired.tick(), fired.id(), stream) & 0xFFFFFFFFL) < probability * 0x1p32;
    }

    private static Sent turned(Population population, int first, Sent fired) {
        if (population.model() instanceof Graded) {
            return new Sent(fired.tick(), fired.id(), 0 - fired.payload());
        }
        int rail = (fired.id() - first + population.size() / 2) % population.size();
        return new Sent(fired.tick(), first + rail, fired.payload());
    }

    /** How many ticks late: by the upper half of the word whose lower half says whether. */
    private long late(Sent fired) {
        if (!strikes(fired, JITTER, noise.jitter())) {
            return 0;
        }
        long upper = Philox.word(options.seed(), fired.tick(), fired.id(), JITTER) >>> 32;
        return 1 + upper * noise.jitterTicks() / (1L << 32);
    }
}
