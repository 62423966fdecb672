package org.mneme.lower;

import java.util.List;
import org.mneme.bits.Signs;

/**
 * Cues and reads circuits of rails that cannot be silenced, since their inputs only add up: one cue a run.
 *
 * <p>Such a circuit is monotone: more input spikes never make fewer spikes, so nothing that a source sends can end a recall.
 *
 * @param inner of the same circuit, with a clearing of no ticks
 */
record OrCodec(SpikingCodec inner) implements Codec {
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
        throw new CodecBusyException();
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
