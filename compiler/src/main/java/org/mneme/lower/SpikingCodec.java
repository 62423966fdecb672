package org.mneme.lower;

import java.util.ArrayList;
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
 * @param clearTicks spikes of a clearing
 * @param longestAnswer ticks from a volley to the latest hidden spike
 * @param longestDwell the largest τ; 1 without dwell
 * @param controls what the graph has inputs for
 */
record SpikingCodec(
        int features,
        int hiddenUnits,
        int volleyTicks,
        int period,
        int clearTicks,
        int longestAnswer,
        int longestDwell,
        Set<CodecControl> controls)
        implements Codec {
    static final String CUE = "cue";
    static final String CLEAR = "clear";
    static final String RAILS = "rails";
    static final String HIDDEN = "hidden";

    @Override
    public String featurePopulation() {
        return RAILS;
    }

    @Override
    public String hiddenPopulation() {
        return HIDDEN;
    }

    @Override
    public int ticksPerStep() {
        return period;
    }

    @Override
    public List<SourceSpike> cue(Signs state, long tick) {
        if (state.length() != features) {
            throw new IllegalArgumentException("a cue of " + state.length() + " signs for " + features + " features");
        }
        List<SourceSpike> spikes = new ArrayList<>();
        for (int k = 0; k < clearTicks; k++) {
            spikes.add(new SourceSpike(CLEAR, tick + k, 0, 1));
        }
        for (int rail = 0; rail < 2 * features; rail++) {
            if (state.at(rail % features) == (rail < features ? 1 : -1)) {
                spikes.add(new SourceSpike(CUE, tick + clearTicks, rail, 1));
            }
        }
        return spikes;
    }

    /** Any tick will do that is outside the clearing of the cue before. */
    @Override
    public long alignCue(long previousCueTick, long earliest) {
        return Math.abs(earliest - previousCueTick) < clearTicks ? previousCueTick + clearTicks : earliest;
    }

    @Override
    public List<SourceSpike> gate(Ints open, Signs state, long tick) {
        if (!controls.contains(CodecControl.GATE)) {
            return Codec.super.gate(open, state, tick);
        }
        List<SourceSpike> spikes = new ArrayList<>(GateCodec.spikes(open, hiddenUnits, tick));
        if (state.zeroCount() < state.length()) {
            spikes.addAll(cue(state, tick));
        }
        return spikes;
    }

    @Override
    public List<SourceSpike> tempo(double gain, long tick) {
        return controls.contains(CodecControl.TEMPO)
                ? TempoCodec.spikes(gain, longestDwell, tick)
                : Codec.super.tempo(gain, tick);
    }

    @Override
    public Decoder decoder(long cueTick) {
        return resume(new DecoderPosition(cueTick, 0, cueTick + clearTicks + 1, Signs.zeros(features)));
    }

    @Override
    public Decoder resume(DecoderPosition position) {
        return new SpikingDecoder(position, volleyTicks, period, longestAnswer);
    }
}
