package org.mneme.motor.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.model.Timing;
import org.mneme.motor.Shuffle;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;

/** Where a motif is entered when its gate opens in the middle of another. */
class SwitchingTest {
    private static final int SEEDS = 10;

    static Stream<int[]> pairs() {
        return Stream.of(
                new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 0}, new int[] {1, 2}, new int[] {2, 0}, new int[] {
                    2, 1
                });
    }

    private static Entries entries(EncodedPatterns encoded, PatternSet patterns, int from, int to) {
        List<Motif> motifs = encoded.sequencing().orElseThrow().motifs();
        return Entries.of(
                motifs.get(from),
                motifs.get(to),
                patterns,
                Walkers.scene(encoded).body(),
                Walkers.poses(encoded));
    }

    /** The mean over all poses of the least jump there is: each pose of the other motif tried. */
    private static double leastJump(EncodedPatterns encoded, int from, int to) {
        List<double[]> poses = Walkers.poses(encoded);
        BodyMotion body = Walkers.scene(encoded).body();
        double sum = 0;
        for (int k = 0; k < 24; k++) {
            double least = Double.POSITIVE_INFINITY;
            for (int q = 0; q < 24; q++) {
                least = Math.min(least, body.meanDifference(poses.get(24 * from + k), poses.get(24 * to + q)));
            }
            sum += least;
        }
        return sum / 24;
    }

    private static double meanJump(EncodedPatterns encoded, int from, int to) {
        List<double[]> poses = Walkers.poses(encoded);
        BodyMotion body = Walkers.scene(encoded).body();
        double sum = 0;
        for (int k = 0; k < 24; k++) {
            for (int q = 0; q < 24; q++) {
                sum += body.meanDifference(poses.get(24 * from + k), poses.get(24 * to + q));
            }
        }
        return sum / (24 * 24);
    }

    /** The same poses, each motif with a code of its own: what is alike no longer has like signs. */
    private static PatternSet codesOfTheirOwn(EncodedPatterns encoded) {
        List<Signs> rows = new ArrayList<>();
        List<double[]> poses = Walkers.poses(encoded);
        List<MotionChannel> channels =
                MotionCsv.read("walk", Walkers.examples().resolve("walk.csv")).channels();
        for (int m = 0; m < 3; m++) {
            PostureCode own = PostureCode.over(channels, poses, 384, 0.33, 100 + m);
            for (int k = 0; k < 24; k++) {
                rows.add(own.encode(24 * m + k, poses.get(24 * m + k)));
            }
        }
        return PatternSet.of(rows);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nearestPoseAnswers(int[] pair) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            EncodedPatterns encoded = Walkers.quadruped("seed", "" + seed);
            Entries shared = entries(encoded, encoded.patterns(), pair[0], pair[1]);
            double least = leastJump(encoded, pair[0], pair[1]);

            assertTrue(
                    shared.meanJump() <= 1.15 * least + 0.5,
                    "seed " + seed + ": " + shared.meanJump() + "°, least " + least);
            assertEquals(0, shared.ties(), "seed " + seed);
        }
    }

    /** The control: codes of their own enter anywhere, so that joints jump as they would between any two poses. */
    @ParameterizedTest
    @MethodSource("pairs")
    void withoutTheSharedCodeASwitchJumps(int[] pair) {
        EncodedPatterns encoded = Walkers.quadruped();
        double shared = entries(encoded, encoded.patterns(), pair[0], pair[1]).meanJump();
        double apart =
                entries(encoded, codesOfTheirOwn(encoded), pair[0], pair[1]).meanJump();
        double any = meanJump(encoded, pair[0], pair[1]);

        assertTrue(apart > 1.3 * shared, apart + "° against " + shared + "°");
        assertEquals(any, apart, 0.3 * any, "as between any two poses");
    }

    @Test
    void walkLeadsIntoTheTurnWithoutAJumpToSpeakOf() {
        EncodedPatterns encoded = Walkers.quadruped();
        assertTrue(entries(encoded, encoded.patterns(), 0, 2).largestJump() < 15);
        assertTrue(entries(encoded, encoded.patterns(), 2, 0).largestJump() < 16);
        double shared = entries(encoded, encoded.patterns(), 0, 2).meanJump();
        double apart = entries(encoded, codesOfTheirOwn(encoded), 0, 2).meanJump();
        assertTrue(apart > 2.5 * shared, apart + "° against " + shared + "°");
    }

    private static ThreeValuedRecall recall(EncodedPatterns encoded) {
        return new ThreeValuedRecall(new SequenceMemory(
                encoded.patterns(),
                encoded.sequencing().orElseThrow().successors(),
                new Interaction.Exponential(1),
                SelfCoupling.INCLUDED,
                Learning.HEBBIAN,
                new Timing.OneStep()));
    }

    @Test
    void recallEntersWhereTheEntriesSay() {
        EncodedPatterns encoded = Walkers.quadruped();
        ThreeValuedRecall recall = recall(encoded);
        Entries entries = entries(encoded, encoded.patterns(), 0, 1);
        recall.open(Ints.of(IntStream.range(24, 48).toArray()));
        for (int k = 0; k < 24; k++) {
            recall.cue(encoded.patterns().row(k));
            recall.step();
            assertEquals(Ints.of(entries.entered().at(k)), recall.winners(), "from pose " + k);
        }
    }

    /** Of each pose, 30 % of all features flipped, the pose itself is recalled: in one step, and the joints are right again. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3})
    void flippedFeaturesAreRecoveredFromInOneStep(double noise) {
        EncodedPatterns encoded = Walkers.quadruped();
        ThreeValuedRecall recall = recall(encoded);
        int wrong = 0;
        int trials = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            for (int mu = 0; mu < 72; mu++) {
                recall.cue(flipped(encoded.patterns().row(mu), noise, 1000L * seed + mu));
                recall.step();
                wrong += recall.winners().equals(Ints.of(mu)) ? 0 : 1;
                trials++;
            }
        }
        assertEquals(720, trials);
        assertTrue(wrong <= 3, wrong + " of 720 lost");
    }

    @Test
    void halfOfAllFeaturesFlippedIsLost() {
        EncodedPatterns encoded = Walkers.quadruped();
        ThreeValuedRecall recall = recall(encoded);
        int right = 0;
        for (int mu = 0; mu < 72; mu++) {
            recall.cue(flipped(encoded.patterns().row(mu), 0.5, mu));
            recall.step();
            right += recall.winners().equals(Ints.of(mu)) ? 1 : 0;
        }
        assertTrue(right < 12, right + " of 72");
    }

    private static Signs flipped(Signs pattern, double fraction, long seed) {
        int[] order = Shuffle.of(pattern.length(), new SplittableRandom(seed));
        int[] first = new int[(int) Math.round(fraction * order.length)];
        System.arraycopy(order, 0, first, 0, first.length);
        return pattern.flip(first);
    }
}
