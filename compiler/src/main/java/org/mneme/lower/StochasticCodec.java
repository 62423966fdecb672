package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/**
 * Reads the stochastic lowering: rails spike each tick; a recall step lasts from the tick after a hidden unit has won until the next wins.
 *
 * @param features N
 * @param count P
 * @param ticksPerStep mean ticks of a clean step at tempo 1
 * @param controls what the graph was lowered with
 * @param tempos how tempos are set
 */
record StochasticCodec(
        int features, int count, int ticksPerStep, Set<CodecControl> controls, StochasticTempoCodec tempos)
        implements Codec {
    static final String CUE = "cue";
    static final String CLEAR = "clear";
    static final String RAILS = "rails";
    static final String HIDDEN = "hidden";

    /** From the tick of a cue: clear arrives after one tick, the cue itself with the next. */
    private static final int CUE_DELAY = 2;

    @Override
    public String featurePopulation() {
        return RAILS;
    }

    @Override
    public String hiddenPopulation() {
        return HIDDEN;
    }

    @Override
    public long alignCue(long previousCueTick, long earliest) {
        return Math.max(earliest, previousCueTick + CUE_DELAY);
    }

    @Override
    public List<SourceSpike> cue(Signs state, long tick) {
        if (state.length() != features) {
            throw new IllegalArgumentException("a cue of " + state.length() + " signs for " + features + " features");
        }
        List<SourceSpike> spikes = new ArrayList<>();
        spikes.add(new SourceSpike(CLEAR, tick, 0, 1));
        for (int sign = 1; sign >= -1; sign -= 2) {
            for (int i = 0; i < features; i++) {
                if (state.at(i) == sign) {
                    spikes.add(new SourceSpike(CUE, tick + 1, sign > 0 ? i : features + i, 1));
                }
            }
        }
        return spikes;
    }

    @Override
    public List<SourceSpike> gate(Ints open, Signs state, long tick) {
        if (!controls.contains(CodecControl.GATE)) {
            return Codec.super.gate(open, state, tick);
        }
        List<SourceSpike> spikes = new ArrayList<>(GateCodec.spikes(open, count, tick));
        if (state.zeroCount() < state.length()) {
            spikes.addAll(cue(state, tick));
        }
        return spikes;
    }

    @Override
    public List<SourceSpike> tempo(double gain, long tick) {
        return controls.contains(CodecControl.TEMPO) ? tempos.spikes(gain, tick) : Codec.super.tempo(gain, tick);
    }

    @Override
    public Decoder decoder(long cueTick) {
        return resume(new DecoderPosition(cueTick, 0, cueTick + CUE_DELAY, Signs.zeros(features)));
    }

    @Override
    public Decoder resume(DecoderPosition position) {
        return new StochasticDecoder(position);
    }
}
