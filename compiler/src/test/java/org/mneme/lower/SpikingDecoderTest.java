package org.mneme.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;

/** N = 4, A = 2, period 3, a clearing of 4 ticks, answers within 12 ticks: a cue at tick 0 spikes at tick 5. */
class SpikingDecoderTest {
    private static final SpikingCodec CODEC = new SpikingCodec(4, 9, 2, 3, new CodecClearing(4, 1), 12, 1, Set.of());

    /** A spike of the rails, or of a hidden unit. */
    private record Told(long tick, boolean hidden, int neuron) {
        void to(Decoder decoder) {
            if (hidden) {
                decoder.hidden(tick, neuron, 1);
            } else {
                decoder.feature(tick, neuron, 1);
            }
        }
    }

    private static void volley(Decoder decoder, long tick, String state) {
        Signs signs = Signs.parse(state);
        for (int rail = 0; rail < 8; rail++) {
            if (signs.at(rail % 4) == (rail < 4 ? 1 : -1)) {
                decoder.feature(tick, rail, 1);
            }
        }
    }

    @Test
    void aStepIsCompleteOnceItsWinnerIsKnown() {
        Decoder decoder = CODEC.decoder(0);
        assertEquals(8, decoder.nextStepComplete());
        volley(decoder, 5, "+-0+");
        assertEquals(List.of(), decoder.drain(7));
        assertEquals(new DecoderPosition(0, 0, 5, Signs.zeros(4)), decoder.position());
        decoder.hidden(7, 8, 1);
        decoder.hidden(7, 6, 1);
        Signs state = Signs.parse("+-0+");
        assertEquals(List.of(new RecallStep(0, 5, state, false, 6)), decoder.drain(8));
        assertEquals(new DecoderPosition(0, 1, 8, state), decoder.position());
        assertEquals(11, decoder.nextStepComplete());
    }

    @Test
    void withoutHiddenSpikesTheNextVolleyCompletesAStepAndALongWaitTheLast() {
        Decoder decoder = CODEC.decoder(0);
        volley(decoder, 5, "++++");
        assertEquals(List.of(), decoder.drain(12));
        volley(decoder, 15, "----");
        assertEquals(List.of(new RecallStep(0, 5, Signs.parse("++++"), false, -1)), decoder.drain(16));
        assertEquals(List.of(), decoder.drain(15 + 12));
        assertEquals(15, decoder.position().nextTick());
        assertEquals(List.of(new RecallStep(1, 15, Signs.parse("----"), false, -1)), decoder.drain(15 + 13));
        assertEquals(List.of(), decoder.drain(100));
        assertEquals(2, decoder.position().nextStep());
        assertEquals(101, decoder.nextStepComplete());
    }

    @Test
    void jitterOfATickDoesNotTearAStepApartAndContradictionsAreUnknown() {
        Decoder decoder = CODEC.decoder(0);
        decoder.feature(5, 0, 1);
        decoder.feature(6, 5, 1);
        decoder.feature(6, 2, 1);
        decoder.feature(6, 6, 1);
        decoder.hidden(7, 3, 1);
        assertEquals(List.of(new RecallStep(0, 5, Signs.parse("+-00"), false, 3)), decoder.drain(8));
    }

    @Test
    void spikesBeforeTheCueAreNotItsOwn() {
        Decoder decoder = CODEC.decoder(100);
        decoder.feature(100, 0, 1);
        decoder.hidden(100, 3, 1);
        decoder.feature(104, 1, 1);
        volley(decoder, 105, "----");
        decoder.hidden(107, 2, 1);
        assertEquals(List.of(new RecallStep(0, 105, Signs.parse("----"), false, 2)), decoder.drain(108));
    }

    @Test
    void aHiddenSpikeWithTheVolleyOrAfterAllAnswersNamesNoWinner() {
        Decoder decoder = CODEC.decoder(0);
        volley(decoder, 5, "++++");
        decoder.hidden(5, 1, 1);
        decoder.hidden(18, 2, 1);
        assertEquals(List.of(new RecallStep(0, 5, Signs.parse("++++"), false, -1)), decoder.drain(19));
    }

    @Test
    void decodingGoesOnFromAnyPositionAsIfItHadNotStopped() {
        for (int seed = 0; seed < 40; seed++) {
            List<Told> spikes = stream(new SplittableRandom(seed));
            long end = spikes.getLast().tick() + 20;
            List<RecallStep> whole = new ArrayList<>();
            decode(CODEC.decoder(0), spikes, 0, end, whole);
            assertFalse(whole.size() < 5, "few steps");
            for (long at = 0; at < end; at++) {
                List<RecallStep> parts = new ArrayList<>();
                DecoderPosition position = decode(CODEC.decoder(0), spikes, 0, at, parts);
                Decoder resumed = CODEC.resume(position);
                for (Told spike : spikes) {
                    if (spike.tick() >= position.nextTick() && spike.tick() < at) {
                        spike.to(resumed);
                    }
                }
                parts.addAll(resumed.drain(at));
                decode(resumed, spikes, at, end, parts);
                assertEquals(whole, parts, "seed " + seed + ", resumed at tick " + at);
            }
        }
    }

    /** Volleys with jitter, stray spikes, winners that come late or not at all. */
    private static List<Told> stream(SplittableRandom random) {
        List<Told> spikes = new ArrayList<>();
        long tick = 5;
        for (int step = 0; step < 8; step++) {
            for (int rail = 0; rail < 4; rail++) {
                if (random.nextInt(5) > 0) {
                    spikes.add(new Told(tick + (random.nextInt(6) == 0 ? 1 : 0), false, rail + 4 * random.nextInt(2)));
                }
            }
            spikes.add(new Told(tick, false, 3));
            long answer = tick + 2 + (random.nextInt(3) == 0 ? random.nextInt(10) : 0);
            if (random.nextInt(5) > 0) {
                spikes.add(new Told(answer, true, random.nextInt(9)));
                spikes.add(new Told(answer + random.nextInt(2), true, random.nextInt(9)));
            }
            tick = answer + 1 + (random.nextInt(4) == 0 ? random.nextInt(20) : 0);
        }
        spikes.sort(java.util.Comparator.comparingLong(Told::tick).thenComparing(Told::hidden));
        return spikes;
    }

    private static DecoderPosition decode(
            Decoder decoder, List<Told> spikes, long from, long until, List<RecallStep> steps) {
        for (long tick = from; tick < until; tick++) {
            for (Told spike : spikes) {
                if (spike.tick() == tick) {
                    spike.to(decoder);
                }
            }
            if (tick % 3 != 1 || tick == until - 1) {
                steps.addAll(decoder.drain(tick + 1));
            }
        }
        return decoder.position();
    }
}
