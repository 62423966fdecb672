package org.mneme.lower;

import java.util.List;
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
     * Returns the source spikes that set a state at a tick.
     *
     * @param state N signs; zeros are not set
     * @param tick when the source spikes
     * @return the spikes, ascending by neuron
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
}
