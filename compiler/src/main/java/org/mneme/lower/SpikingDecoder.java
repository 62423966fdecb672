package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Signs;

/**
 * Takes each volley of the rails for a recall step.
 *
 * <p>Rails that spike within a period of a volley's first spike, the last tick left out, belong to it, so that jitter does not tear a
 * step apart. A step is complete once its winner is known, the next volley begins, or no hidden unit can answer any more.
 */
final class SpikingDecoder implements Decoder {
    private static final long NONE = -1;

    private final long cueTick;
    private final int features;
    private final int answerTicks;
    private final int period;
    private final int window;
    private final int longestAnswer;

    private long step;
    private Signs last;
    /** The first tick that is neither before the cue nor in a step that is complete. */
    private long from;
    /** The first tick of the volley under way, or {@link #NONE}. */
    private long volley = NONE;

    private long expected;
    private long drained;
    private long[] plus;
    private long[] minus;
    private int winner = -1;
    private long winnerTick = NONE;
    private List<RecallStep> complete = new ArrayList<>();

    SpikingDecoder(DecoderPosition position, int answerTicks, int period, int longestAnswer) {
        this.cueTick = position.cueTick();
        this.step = position.nextStep();
        this.last = position.last();
        this.from = position.nextTick();
        this.expected = from;
        this.drained = cueTick;
        this.features = last.length();
        this.answerTicks = answerTicks;
        this.period = period;
        this.window = Math.max(1, period - 1);
        this.longestAnswer = longestAnswer;
        this.plus = new long[last.words()];
        this.minus = new long[last.words()];
    }

    @Override
    public void feature(long tick, int neuron, double payload) {
        if (tick < from) {
            return;
        }
        if (volley != NONE && tick >= volley + window) {
            completeStep(tick);
        }
        if (volley == NONE) {
            volley = tick;
        }
        int i = neuron % features;
        long[] plane = neuron < features ? plus : minus;
        plane[i >>> 6] |= 1L << i;
    }

    @Override
    public void hidden(long tick, int neuron, double payload) {
        if (volley == NONE || tick <= volley || tick > volley + longestAnswer) {
            return;
        }
        if (winner < 0) {
            winner = neuron;
            winnerTick = tick;
        } else if (tick == winnerTick) {
            winner = Math.min(winner, neuron);
        }
    }

    /** Completes the step under way, all of whose spikes are before a tick. */
    private void completeStep(long end) {
        long[] known = new long[plus.length];
        for (int w = 0; w < known.length; w++) {
            // both rails of a feature contradict each other
            known[w] = plus[w] ^ minus[w];
        }
        last = Signs.ofWords(features, plus, known);
        complete.add(new RecallStep(step, volley, last, false, winner));
        step++;
        expected = volley + period;
        from = end;
        volley = NONE;
        plus = new long[plus.length];
        minus = new long[minus.length];
        winner = -1;
        winnerTick = NONE;
    }

    @Override
    public List<RecallStep> drain(long beforeTick) {
        drained = Math.max(drained, beforeTick);
        if (volley != NONE && beforeTick >= volley + window && (winner >= 0 || beforeTick > volley + longestAnswer)) {
            completeStep(beforeTick);
        }
        if (volley == NONE) {
            from = Math.max(from, beforeTick);
        }
        List<RecallStep> steps = complete;
        complete = new ArrayList<>();
        return steps;
    }

    @Override
    public long nextStepComplete() {
        long begin = volley == NONE ? expected : volley;
        return Math.max(drained + 1, begin + Math.max(window, answerTicks + 1));
    }

    @Override
    public DecoderPosition position() {
        return new DecoderPosition(cueTick, step, volley == NONE ? from : volley, last);
    }
}
