package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.ir.Graded;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.Noise;

/** Loses, turns and holds back the spikes that neurons have fired, before they are counted, recorded and sent. */
final class SpikeNoise {
    private static final double WORDS = 0x1p32;

    private final Noise noise;
    private final long seed;
    private final boolean real;
    private final Layer[] layers;
    private final boolean[] flipped;
    /** What is held back, of each population; of sources nothing. */
    private final Waiting[] late;

    private final SpikeBuffer fired = new SpikeBuffer();
    /** Neurons that send at this tick, and what; of one population at a time. */
    private final long[] sending;

    private final long[] payloads;

    SpikeNoise(ExecutionOptions options, Layer[] layers, boolean real) {
        this.noise = options.noise();
        this.seed = options.seed();
        this.real = real;
        this.layers = layers;
        this.flipped = new boolean[layers.length];
        this.late = new Waiting[layers.length];
        int largest = 0;
        for (int p = 0; p < layers.length; p++) {
            flipped[p] = options.flipped().contains(layers[p].population.name());
            late[p] = new Waiting();
            largest = Math.max(largest, layers[p].population.size());
        }
        this.sending = Bitmap.of(largest);
        this.payloads = new long[largest];
    }

    /** Spikes of a population that are held back, ascending by tick, then neuron. */
    Waiting late(int p) {
        return late[p];
    }

    /** Whether spikes may be held back at all. */
    boolean mayHoldBack() {
        return noise.jitter() > 0;
    }

    boolean holdsBack() {
        return nextTick() != Calendar.NEVER;
    }

    /** The first tick at which a spike held back is sent. */
    long nextTick() {
        long next = Calendar.NEVER;
        for (Waiting waiting : late) {
            next = Math.min(next, waiting.nextTick());
        }
        return next;
    }

    /** Turns what each layer has fired at a tick into what it sends at that tick. */
    void strike(long tick) {
        for (int p = 0; p < layers.length; p++) {
            boolean concerned = layers[p].out.size() > 0 || late[p].nextTick() == tick;
            if (concerned && !(layers[p] instanceof SourceLayer)) {
                strike(tick, p, layers[p].out);
            }
        }
    }

    private void strike(long tick, int p, SpikeBuffer out) {
        late[p].take(tick, fired);
        for (int k = 0; k < fired.size(); k++) {
            send(fired.neuron(k), fired.payload(k));
        }
        // What is fired later replaces what was to be sent at the same tick.
        for (int k = 0; k < out.size(); k++) {
            strike(tick, p, out.neuron(k), out.payload(k));
        }
        fired.clear();
        out.clear();
        for (int w = 0; w < Bitmap.words(layers[p].population.size()); w++) {
            for (long rest = sending[w]; rest != 0; rest &= rest - 1) {
                int neuron = 64 * w + Long.numberOfTrailingZeros(rest);
                out.add(neuron, payloads[neuron]);
            }
        }
        Arrays.fill(sending, 0, Bitmap.words(layers[p].population.size()), 0);
    }

    private void send(int neuron, long payload) {
        Bitmap.add(sending, neuron);
        payloads[neuron] = payload;
    }

    private void strike(long tick, int p, int neuron, long payload) {
        int id = layers[p].firstId + neuron;
        if (strikes(Philox.word(seed, tick, id, Philox.DROP), noise.drop())) {
            return;
        }
        boolean turns = flipped[p] && strikes(Philox.word(seed, tick, id, Philox.FLIP), noise.flip());
        boolean graded = layers[p].population.model() instanceof Graded;
        int sender = turns && !graded ? otherRail(neuron, layers[p].population.size()) : neuron;
        long sent = turns && graded ? negated(payload) : payload;
        long word = Philox.word(seed, tick, id, Philox.JITTER);
        if (strikes(word, noise.jitter())) {
            late[p].put(tick + ticksLate(word), sender, sent);
        } else {
            send(sender, sent);
        }
    }

    private static boolean strikes(long word, double probability) {
        return (word & 0xFFFF_FFFFL) < probability * WORDS;
    }

    private static int otherRail(int neuron, int size) {
        return neuron < size / 2 ? neuron + size / 2 : neuron - size / 2;
    }

    private long negated(long payload) {
        return real ? Double.doubleToRawLongBits(0 - Double.longBitsToDouble(payload)) : -payload;
    }

    /** 1…J, by the upper half of the word whose lower half said that the spike is late. */
    private long ticksLate(long word) {
        return 1 + ((word >>> 32) * noise.jitterTicks() >>> 32);
    }
}
