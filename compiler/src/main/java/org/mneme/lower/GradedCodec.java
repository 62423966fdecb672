package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Signs;

/**
 * Reads the graded lowering: features spike their sign one tick after the cue and once a period from then on; hidden units answer them
 * within it.
 *
 * @param features N
 * @param hiddenPopulation the hidden units whose largest payload names the winner
 * @param answerTicks features to hidden units
 * @param period ticks a recall step takes
 * @param cuePayload of a cue's spikes, ≥ 1
 */
record GradedCodec(int features, String hiddenPopulation, int answerTicks, int period, long cuePayload)
        implements Codec {
    static final String CUE = "cue";
    static final String FEATURE = "feature";
    private static final int CUE_DELAY = 1;

    @Override
    public String featurePopulation() {
        return FEATURE;
    }

    @Override
    public int ticksPerStep() {
        return period;
    }

    @Override
    public long alignCue(long previousCueTick, long earliest) {
        return earliest + Math.floorMod(previousCueTick - earliest, period);
    }

    @Override
    public List<SourceSpike> cue(Signs state, long tick) {
        if (state.length() != features) {
            throw new IllegalArgumentException("a cue of " + state.length() + " signs for " + features + " features");
        }
        List<SourceSpike> spikes = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            if (state.at(i) != 0) {
                spikes.add(new SourceSpike(CUE, tick, i, state.at(i) * cuePayload));
            }
        }
        return spikes;
    }

    @Override
    public Decoder decoder(long cueTick) {
        return resume(new DecoderPosition(cueTick, 0, cueTick + CUE_DELAY, Signs.zeros(features)));
    }

    @Override
    public Decoder resume(DecoderPosition position) {
        return new GradedDecoder(position, answerTicks, period);
    }

    /** Spikes of the step under way are kept in two bit planes. */
    private static final class GradedDecoder implements Decoder {
        private final int answerTicks;
        private final int period;
        private final long cueTick;
        private long step;
        private Signs last;
        private long[] plus;
        private long[] heard;
        private boolean silent = true;
        private int winner = -1;
        private double largest;
        private List<RecallStep> complete = new ArrayList<>();

        GradedDecoder(DecoderPosition position, int answerTicks, int period) {
            this.answerTicks = answerTicks;
            this.period = period;
            this.cueTick = position.cueTick();
            this.step = position.nextStep();
            this.last = position.last();
            this.plus = new long[last.words()];
            this.heard = new long[last.words()];
        }

        private long featureTick() {
            return cueTick + CUE_DELAY + step * period;
        }

        @Override
        public void feature(long tick, int neuron, double payload) {
            completeBefore(tick);
            if (tick != featureTick()) {
                return;
            }
            silent = false;
            heard[neuron >>> 6] |= 1L << neuron;
            if (payload > 0) {
                plus[neuron >>> 6] |= 1L << neuron;
            }
        }

        @Override
        public void hidden(long tick, int neuron, double payload) {
            completeBefore(tick);
            if (tick == featureTick() + answerTicks && (winner < 0 || payload > largest)) {
                winner = neuron;
                largest = payload;
            }
        }

        private void completeBefore(long tick) {
            while (tick >= nextStepComplete()) {
                long[] known = new long[heard.length];
                for (int w = 0; w < known.length; w++) {
                    known[w] = heard[w] | last.knownWord(w);
                    plus[w] |= last.plusWord(w) & ~heard[w];
                }
                last = Signs.ofWords(last.length(), plus, known);
                complete.add(new RecallStep(step, featureTick(), last, silent, winner));
                step++;
                plus = new long[plus.length];
                heard = new long[heard.length];
                silent = true;
                winner = -1;
            }
        }

        @Override
        public List<RecallStep> drain(long beforeTick) {
            completeBefore(beforeTick);
            List<RecallStep> steps = complete;
            complete = new ArrayList<>();
            return steps;
        }

        @Override
        public long nextStepComplete() {
            return featureTick() + period;
        }

        @Override
        public DecoderPosition position() {
            return new DecoderPosition(cueTick, step, featureTick(), last);
        }
    }
}
