package org.mneme.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mneme.lower.Codec;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.Lowerings;
import org.mneme.model.Interaction;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.toy.Gated;
import org.mneme.runtime.toy.ToyBackend;
import org.mneme.runtime.toy.Toys;

class CueTicksTest {
    private static Codec codec(String lowering) {
        SequenceMemory memory = SequenceMemory.of(Toys.PATTERNS, Successors.cycle(6), new Interaction.Exponential(1));
        return Lowerings.named(lowering)
                .lower(memory, LoweringOptions.defaults())
                .codec();
    }

    private static long schedule(RecallDecoding decoding, long tick) {
        long aligned = decoding.align(tick);
        decoding.schedule(aligned);
        return aligned;
    }

    @Test
    void cuesWantedOneAfterTheOtherFollowWithoutOverlap() {
        Codec codec = codec("spiking");
        long clearing = codec.alignCue(100, 100) - 100;
        assertTrue(clearing > 1, "a clearing of one tick has nothing to overlap");
        RecallDecoding decoding = new RecallDecoding(codec);
        schedule(decoding, 0);
        decoding.takeOver(0);

        for (int k = 0; k < 5; k++) {
            assertEquals(20 + k * clearing, schedule(decoding, 20 + k));
        }
    }

    @Test
    void cueThatWouldReachIntoALaterOneComesAfterIt() {
        Codec codec = codec("spiking");
        long clearing = codec.alignCue(100, 100) - 100;
        RecallDecoding decoding = new RecallDecoding(codec);

        assertEquals(50, schedule(decoding, 50));
        assertEquals(100, schedule(decoding, 100));
        assertEquals(50 + clearing, schedule(decoding, 49));
        assertEquals(50 - clearing, schedule(decoding, 50 - clearing), "there is room before");
    }

    @Test
    void randomCuesNeverOverlapWhateverTheirOrder() {
        for (String lowering : List.of("graded", "spiking", "stochastic")) {
            Codec codec = codec(lowering);
            for (long seed = 1; seed <= 50; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                RecallDecoding decoding = new RecallDecoding(codec);
                TreeSet<Long> ticks = new TreeSet<>();
                for (int k = 0; k < 12; k++) {
                    long wanted = random.nextInt(60);
                    long tick = schedule(decoding, wanted);
                    String message = lowering + ", seed " + seed + ", cue " + k + " at " + wanted;
                    assertTrue(tick >= wanted, message);
                    assertTrue(ticks.add(tick), message);
                    for (long before : ticks.headSet(tick)) {
                        assertEquals(tick, codec.alignCue(before, tick), message);
                    }
                    for (long after : ticks.tailSet(tick, false)) {
                        assertEquals(after, codec.alignCue(tick, after), message);
                    }
                }
            }
        }
    }

    @Test
    void cuesInASessionThatAreWantedAtOneTickFollowEachOther() {
        try (Session session = Session.open(Gated.of(Toys.cycle()), new ToyBackend(), SessionOptions.seeded(1))) {
            long first = session.cue(Toys.PATTERNS.row(0), 10);
            long second = session.cue(Toys.PATTERNS.row(3), 10);

            assertTrue(second > first);
            session.advance(second + 1);
            assertEquals(Toys.PATTERNS.row(4), session.recall(1).getFirst().state());
        }
    }
}
