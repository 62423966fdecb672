package org.mneme.lower;

import java.util.List;
import java.util.Set;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/**
 * Cues and reads circuits of rails: each known feature spikes on one rail of its pair.
 *
 * <p>A cue comes after a clearing: {@code clear} spikes for as long as a spike can be under way, then the cue's rails do. So a cue acts the same
 * at any phase of a recall that runs.
 *
 * @param features N
 * @param hiddenUnits P
 * @param volleyTicks A, rails to hidden units
 * @param period ticks a clean recall step takes, A + B
 * @param clearing what comes before a cue
 * @param longestAnswer ticks from a volley to the latest hidden spike
 * @param longestDwell the largest τ; 1 without dwell
 * @param controls what the graph has inputs for
 */
record SpikingCodec(
        int features,
        int hiddenUnits,
        int volleyTicks,
        int period,
        CodecClearing clearing,
        int longestAnswer,
        int longestDwell,
        Set<CodecControl> controls)
        implements Codec {
    @Override
    public String featurePopulation() {
        return RailsCodec.RAILS;
    }

    @Override
    public String hiddenPopulation() {
        return RailsCodec.HIDDEN;
    }

    @Override
    public int ticksPerStep() {
        return period;
    }

    @Override
    public List<SourceSpike> cue(Signs state, long tick) {
        return RailsCodec.cue(state, features, clearing, tick);
    }

    /** Any tick will do that is outside the clearing of the cue before. */
    @Override
    public long alignCue(long previousCueTick, long earliest) {
        return Math.abs(earliest - previousCueTick) < clearing.ticks() ? previousCueTick + clearing.ticks() : earliest;
    }

    @Override
    public List<SourceSpike> gate(Ints open, Signs state, long tick) {
        if (!controls.contains(CodecControl.GATE)) {
            return Codec.super.gate(open, state, tick);
        }
        return RailsCodec.gate(GateCodec.spikes(open, hiddenUnits, tick), state, features, clearing, tick);
    }

    @Override
    public List<SourceSpike> tempo(double gain, long tick) {
        return controls.contains(CodecControl.TEMPO)
                ? TempoCodec.spikes(gain, longestDwell, tick)
                : Codec.super.tempo(gain, tick);
    }

    @Override
    public Decoder decoder(long cueTick) {
        return resume(new DecoderPosition(cueTick, 0, cueTick + clearing.ticks() + 1, Signs.zeros(features)));
    }

    @Override
    public Decoder resume(DecoderPosition position) {
        return new SpikingDecoder(position, volleyTicks, period, longestAnswer);
    }
}
