package org.mneme.runtime.session;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mneme.bits.Signs;
import org.mneme.lower.Codec;
import org.mneme.lower.Decoder;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.checkpoint.Checkpoint;

/** Decodes the recall of the last cue that acted; a cue still to come takes over at its tick. */
final class RecallDecoding {
    private static final long NEVER = -1;

    private final Codec codec;
    private final TreeSet<Long> scheduledCues = new TreeSet<>();
    private final HeldSpikes held = new HeldSpikes();
    private Optional<Decoder> decoder = Optional.empty();
    private long nextTick;
    private long lastFeatureTick = NEVER;

    RecallDecoding(Codec codec) {
        this.codec = codec;
    }

    void schedule(long cueTick) {
        scheduledCues.add(cueTick);
    }

    /**
     * The first tick from the given one on at which a cue replaces the state of the recall before it, and leaves alone every cue that is
     * still to come.
     */
    long align(long tick) {
        TreeSet<Long> cues = new TreeSet<>(scheduledCues);
        decoder.ifPresent(d -> cues.add(d.position().cueTick()));
        long aligned = tick;
        // a replay may hold cues between which no tick fits; each is passed by two moves at most where one does
        boolean moved = true;
        for (int move = 0; moved && move <= 2 * cues.size(); move++) {
            moved = false;
            for (long cue : cues) {
                long beside = beside(cue, aligned);
                moved |= beside != aligned;
                aligned = beside;
            }
        }
        return aligned;
    }

    /** The given tick where a cue at it and another do not disturb each other, or else a later one. */
    private long beside(long cue, long tick) {
        if (cue > tick && codec.alignCue(tick, cue) == cue) {
            return tick;
        }
        long aligned = codec.alignCue(cue, tick);
        return aligned == cue || cue > tick ? Math.max(tick + 1, aligned) : aligned;
    }

    /** The state decoded last of the recall that runs; none before its first step. */
    Optional<Signs> lastState() {
        return decoder.map(d -> d.position().last());
    }

    boolean cued() {
        return decoder.isPresent() || !scheduledCues.isEmpty();
    }

    /** Whether a step will be complete, or a cue will act, without any further spike. */
    boolean unfinished() {
        return !scheduledCues.isEmpty() || lastFeatureTick >= nextTick;
    }

    /** The tick of the first cue that has not acted, or else the given one. */
    long firstScheduledOr(long tick) {
        return scheduledCues.isEmpty() ? tick : scheduledCues.first();
    }

    /** Lets a cue take over whose tick is next. */
    void takeOver(long tick) {
        while (!scheduledCues.isEmpty() && scheduledCues.first() <= tick) {
            long cueTick = scheduledCues.removeFirst();
            decoder = Optional.of(codec.decoder(cueTick));
            held.dropBefore(Long.MAX_VALUE);
            nextTick = cueTick;
            lastFeatureTick = NEVER;
        }
    }

    /** The first tick after the given one before which execution should pause. */
    long pauseAfter(long tick) {
        long complete =
                decoder.map(d -> Math.max(tick + 1, d.nextStepComplete())).orElse(Long.MAX_VALUE);
        return Math.min(complete, firstScheduledOr(Long.MAX_VALUE));
    }

    void feature(long tick, int neuron, double payload) {
        if (decoder.isPresent()) {
            decoder.get().feature(tick, neuron, payload);
            held.add(false, tick, neuron, payload);
            lastFeatureTick = tick;
        }
    }

    void hidden(long tick, int neuron, double payload) {
        if (decoder.isPresent()) {
            decoder.get().hidden(tick, neuron, payload);
            held.add(true, tick, neuron, payload);
        }
    }

    List<RecallStep> drain(long beforeTick) {
        if (decoder.isEmpty()) {
            return List.of();
        }
        List<RecallStep> steps = decoder.get().drain(beforeTick);
        nextTick = decoder.get().position().nextTick();
        held.dropBefore(nextTick);
        return steps;
    }

    Optional<Checkpoint.Decoding> save() {
        return decoder.map(d -> new Checkpoint.Decoding(d.position(), held.toList()));
    }

    List<Long> scheduledCues() {
        return List.copyOf(scheduledCues);
    }

    void restore(Checkpoint checkpoint) {
        scheduledCues.addAll(checkpoint.scheduledCues());
        checkpoint.decoding().ifPresent(saved -> {
            decoder = Optional.of(codec.resume(saved.position()));
            nextTick = saved.position().nextTick();
            for (Checkpoint.HeldSpike spike : saved.held()) {
                if (spike.hidden()) {
                    hidden(spike.tick(), spike.neuron(), spike.payload());
                } else {
                    feature(spike.tick(), spike.neuron(), spike.payload());
                }
            }
            // a decoder tells its position only after a drain; all steps before this tick were told before the
            // checkpoint
            drain(checkpoint.image().tick());
        });
    }

    int heldCapacity() {
        return held.capacity();
    }
}
