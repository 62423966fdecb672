package org.mneme.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mneme.bits.Signs;

/**
 * Follows the rails tick by tick. A step is complete when a hidden unit wins or, where hidden spikes are not reported, when the rails change;
 * the next begins a tick later. A recall whose rails fall silent is over.
 */
final class StochasticDecoder implements Decoder {
    private static final int NONE = -1;

    private final long cueTick;
    private final int features;
    private long step;
    private long stepTick;
    private Signs state;
    private boolean ended;

    /** The tick whose spikes are being taken. */
    private long now;

    private final long[] plus;
    private final long[] minus;
    private int winner = NONE;
    private List<RecallStep> complete = new ArrayList<>();

    StochasticDecoder(DecoderPosition position) {
        this.cueTick = position.cueTick();
        this.step = position.nextStep();
        this.stepTick = position.nextTick();
        this.state = position.last();
        this.features = state.length();
        this.now = stepTick;
        this.plus = new long[state.words()];
        this.minus = new long[state.words()];
    }

    @Override
    public void feature(long tick, int neuron, double payload) {
        completeBefore(tick);
        if (tick >= stepTick) {
            int i = neuron < features ? neuron : neuron - features;
            (neuron < features ? plus : minus)[i >>> 6] |= 1L << i;
        }
    }

    @Override
    public void hidden(long tick, int neuron, double payload) {
        completeBefore(tick);
        if (tick >= stepTick && (winner == NONE || neuron < winner)) {
            winner = neuron;
        }
    }

    private void completeBefore(long tick) {
        if (tick <= now) {
            return;
        }
        endTick();
        now++;
        if (tick > now) {
            // At least one tick without any spike: the rails are silent.
            endTick();
            now = tick;
        }
    }

    /** Takes what spiked at this tick. */
    private void endTick() {
        if (now >= stepTick && !ended) {
            Signs heard = heard();
            if (now == stepTick) {
                state = heard;
            } else if (!heard.equals(state)) {
                completeStep(NONE, now);
                state = heard;
            }
            ended = heard.zeroCount() == features;
            if (winner != NONE && !ended) {
                completeStep(winner, now + 1);
            }
        }
        Arrays.fill(plus, 0);
        Arrays.fill(minus, 0);
        winner = NONE;
    }

    private Signs heard() {
        long[] known = new long[plus.length];
        for (int w = 0; w < known.length; w++) {
            known[w] = plus[w] ^ minus[w];
            plus[w] &= known[w];
        }
        return Signs.ofWords(features, plus, known);
    }

    private void completeStep(int unit, long nextTick) {
        complete.add(new RecallStep(step, stepTick, state, false, unit));
        step++;
        stepTick = nextTick;
    }

    @Override
    public List<RecallStep> drain(long beforeTick) {
        completeBefore(beforeTick);
        List<RecallStep> steps = complete;
        complete = new ArrayList<>();
        return steps;
    }

    /** The first tick possible, since how long a step takes is not known before. */
    @Override
    public long nextStepComplete() {
        return Math.max(now, stepTick) + 1;
    }

    @Override
    public DecoderPosition position() {
        return new DecoderPosition(cueTick, step, stepTick, state);
    }
}
