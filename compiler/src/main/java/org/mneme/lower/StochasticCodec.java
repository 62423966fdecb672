package org.mneme.lower;

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
    private static final int CLEAR_TICKS = 1;

    private static final CodecClearing CLEARING = new CodecClearing(CLEAR_TICKS, 1);

    /** From the tick of a cue: clear arrives after one tick, the cue itself with the next. */
    private static final int CUE_DELAY = CLEAR_TICKS + 1;

    @Override
    public String featurePopulation() {
        return RailsCodec.RAILS;
    }

    @Override
    public String hiddenPopulation() {
        return RailsCodec.HIDDEN;
    }

    @Override
    public long alignCue(long previousCueTick, long earliest) {
        return Math.max(earliest, previousCueTick + CUE_DELAY);
    }

    @Override
    public List<SourceSpike> cue(Signs state, long tick) {
        return RailsCodec.cue(state, features, CLEARING, tick);
    }

    @Override
    public List<SourceSpike> gate(Ints open, Signs state, long tick) {
        if (!controls.contains(CodecControl.GATE)) {
            return Codec.super.gate(open, state, tick);
        }
        return RailsCodec.gate(GateCodec.spikes(open, count, tick), state, features, CLEARING, tick);
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
