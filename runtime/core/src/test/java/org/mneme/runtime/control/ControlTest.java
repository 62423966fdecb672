package org.mneme.runtime.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.lower.Codec;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.toy.Toys;

class ControlTest {
    private static final Codec CODEC = Toys.cycle().codec();

    @Test
    void cueStandsForTheSpikesOfItsCodec() {
        Control.Cue cue = new Control.Cue(7, Toys.PATTERNS.row(2));

        assertEquals(CODEC.cue(Toys.PATTERNS.row(2), 7), cue.sourceSpikes(CODEC));
    }

    @Test
    void spikesActAtTheFirstOfTheirTicks() {
        List<SourceSpike> spikes = List.of(new SourceSpike("cue", 9, 0, 1), new SourceSpike("cue", 4, 1, -1));

        Control.Spikes control = Control.Spikes.of(spikes);

        assertEquals(4, control.tick());
        assertEquals(spikes, control.sourceSpikes(CODEC));
    }

    @Test
    void spikesWithoutAnyOrWithAnotherTickAreRefused() {
        assertThrows(InvalidValueException.class, () -> Control.Spikes.of(List.of()));
        assertThrows(
                InvalidValueException.class, () -> new Control.Spikes(3, List.of(new SourceSpike("cue", 4, 0, 1))));
    }
}
