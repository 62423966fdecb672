package org.mneme.lower;

import java.util.List;
import java.util.Set;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/**
 * How a cue becomes source spikes, and how feature spikes become the state S(t).
 *
 * <p>Nothing but feature spikes is decoded into S; a codec does not know the stored patterns.
 */
public interface Codec {
    /**
     * Returns the number of features.
     *
     * @return N
     */
    int features();

    /**
     * Returns the population whose spikes carry S(t).
     *
     * @return a population name
     */
    String featurePopulation();

    /**
     * Returns the population whose spikes name the hidden winner.
     *
     * @return a population name
     */
    String hiddenPopulation();

    /**
     * Returns the period: ticks a clean recall step takes.
     *
     * @return ≥ 1
     */
    int ticksPerStep();

    /**
     * Returns the source spikes that set a state, from a tick on: where a recall may run, they first silence it.
     *
     * @param state N signs; zeros are not set
     * @param tick of the first of them
     * @return the spikes, ascending by tick, then neuron
     */
    List<SourceSpike> cue(Signs state, long tick);

    /**
     * Returns the first tick, not before another, at which a further cue replaces the state of the recall that runs.
     *
     * @param previousCueTick the tick of the cue before
     * @param earliest the first tick wanted
     * @return ≥ earliest
     */
    long alignCue(long previousCueTick, long earliest);

    /**
     * Returns a decoder for the recall that a cue at a tick starts.
     *
     * @param cueTick the tick given to {@link #cue}
     * @return a fresh decoder
     */
    Decoder decoder(long cueTick);

    /**
     * Returns a decoder that goes on where another stood.
     *
     * @param position what {@link Decoder#position} returned
     * @return the decoder
     */
    Decoder resume(DecoderPosition position);

    /**
     * Returns what the graph can be told besides cues.
     *
     * @return possibly empty
     */
    default Set<CodecControl> controls() {
        return Set.of();
    }

    /**
     * Returns the source spikes that, from a tick on, let these hidden units fire and no other, and that set a state from which to go on,
     * after the recall that ran has been silenced.
     *
     * @param open indices of hidden units, ascending; all P open everything
     * @param state N signs; where all are 0 no state is set, which is for gates set before the first cue
     * @param tick of the first of them
     * @return the spikes, ascending by tick
     * @throws CodecControlException if the graph has no gates
     */
    default List<SourceSpike> gate(Ints open, Signs state, long tick) {
        throw new CodecControlException(CodecControl.GATE, "lower with gates, by the spiking or stochastic lowering");
    }

    /**
     * Returns the source spikes that set the tempo from a tick on.
     *
     * @param gain 1 as lowered, 2 twice as fast, 0 to pause
     * @param tick of the first of them
     * @return the spikes, ascending by tick
     * @throws CodecControlException if the graph has no tempo inputs
     * @throws org.mneme.InvalidValueException if it cannot be so fast or slow; the message names the nearest gain that it can
     */
    default List<SourceSpike> tempo(double gain, long tick) {
        throw new CodecControlException(
                CodecControl.TEMPO, "lower with a tempo, by the spiking or stochastic lowering");
    }
}
