package org.mneme.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Signs;
import org.mneme.model.Learning;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;

class RecallBatchTest {
    @Test
    void everyStateEqualsTheReferenceRecalls() {
        int changed = 0;
        int ended = 0;
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SequenceMemory memory = memory(random);
            List<Signs> states = new ArrayList<>();
            for (int k = random.nextInt(40); k >= 0; k--) {
                states.add(state(memory, random));
            }
            List<Signs> next = RecallBatch.of(memory).step(states);
            ReferenceRecall reference = ReferenceRecall.exact(memory);
            for (int k = 0; k < states.size(); k++) {
                reference.cue(states.get(k));
                ended += reference.step() ? 0 : 1;
                assertEquals(reference.state(), next.get(k), "seed " + seed + ", state " + k + " of " + memory);
                changed += next.get(k).equals(states.get(k)) ? 0 : 1;
            }
        }
        assertTrue(changed > 1000 && ended > 100, changed + " changed, " + ended + " ended");
    }

    private static SequenceMemory memory(SplittableRandom random) {
        SequenceMemory memory = RandomMemories.oneStep(random);
        return switch (random.nextInt(5)) {
            case 0 -> memory.with(Learning.PSEUDOINVERSE);
            case 1, 2 -> memory.with(SelfCoupling.EXCLUDED);
            default -> memory;
        };
    }

    private static Signs state(SequenceMemory memory, SplittableRandom random) {
        Signs pattern = memory.patterns().row(random.nextInt(memory.count()));
        int[] signs = new int[pattern.length()];
        int zeros = random.nextInt(8) == 0 ? 3 : 0;
        int flips = random.nextInt(10);
        for (int i = 0; i < signs.length; i++) {
            int sign = pattern.at(i) == 0 ? 1 : pattern.at(i);
            signs[i] = random.nextInt(10) < zeros ? 0 : random.nextInt(20) < flips ? -sign : sign;
        }
        return Signs.of(signs);
    }

    @Test
    void aStateOfAnotherLengthIsRefused() {
        SequenceMemory memory = RandomMemories.oneStep(new SplittableRandom(1));
        RecallBatch batch = RecallBatch.of(memory);
        List<Signs> states = List.of(Signs.zeros(memory.features() + 1));
        assertThrows(InvalidValueException.class, () -> batch.step(states));
    }

    @Test
    void aTimingIsRefused() {
        SplittableRandom random = new SplittableRandom(1);
        SequenceMemory memory = RandomMemories.mixed(RandomMemories.oneStep(random), random);
        assertThrows(InvalidValueException.class, () -> RecallBatch.of(memory));
    }
}
