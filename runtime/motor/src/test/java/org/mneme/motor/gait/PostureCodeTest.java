package org.mneme.motor.gait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Signs;

class PostureCodeTest {
    private static final List<MotionChannel> CHANNELS = List.of(
            new MotionChannel("hip", Quantity.ANGLE),
            new MotionChannel("knee", Quantity.ANGLE),
            new MotionChannel("wrist", Quantity.ANGLE),
            new MotionChannel("speed", Quantity.SPEED));

    /** A hip of ±40°, a knee of ±10°, a wrist that never moves, a speed of 0…1000 mm/s. */
    private static List<double[]> poses(int count) {
        return IntStream.range(0, count)
                .mapToObj(k -> {
                    double angle = 2 * Math.PI * k / count;
                    return new double[] {40 * Math.sin(angle), 10 * Math.cos(angle), 12.5, 500 + 500 * Math.sin(angle)};
                })
                .toList();
    }

    private static PostureCode code(List<double[]> poses, int features) {
        return PostureCode.over(CHANNELS, poses, features, 0.3, 1);
    }

    @Test
    void readsWhatItWroteAndWhatNeverVaries() {
        List<double[]> poses = poses(40);
        PostureCode code = code(poses, 400);
        for (int mu = 0; mu < 40; mu++) {
            double[] read = code.decode(code.encode(mu, poses.get(mu)));
            assertEquals(poses.get(mu)[0], read[0], 1);
            assertEquals(poses.get(mu)[1], read[1], 1);
            assertEquals(12.5, read[2]);
            assertEquals(poses.get(mu)[3], read[3], 25);
        }
    }

    /** Joints have features by their range, so that a degree of the one is as far as a degree of the other. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aDegreeOfEachJointCountsAlike(int joint) {
        PostureCode code = code(poses(40), 2000);
        double features = 0;
        for (int k = 0; k < 10; k++) {
            double[] from = {-20 + 4 * k, -9 + 1.5 * k, 12.5, 500};
            double[] to = from.clone();
            to[joint] += 2;
            features += code.encode(0, from).distance(code.encode(0, to)) / 10.0;
        }
        assertEquals(44, features, 8, "features that tell 2° apart");
    }

    @Test
    void fartherAnglesShareFewerSigns() {
        PostureCode code = code(poses(40), 800);
        double[] from = {-40, 0, 12.5, 0};
        int before = -1;
        for (int degrees = 0; degrees <= 80; degrees += 8) {
            double[] to = from.clone();
            to[0] += degrees;
            int distance = code.encode(0, from).distance(code.encode(0, to));
            assertTrue(distance > before - 12, degrees + "°: " + distance + " after " + before);
            before = distance;
        }
        assertTrue(before > 200, "80° apart: " + before);
    }

    @Test
    void anyTwoPlacesShareHalfOfTheContext() {
        double[] same = {0, 0, 12.5, 500};
        List<double[]> poses = poses(40);
        PostureCode code = code(poses, 400);
        assertEquals(128, code.contexts().length);
        for (int mu = 0; mu < 40; mu++) {
            for (int nu = mu + 1; nu < 40; nu++) {
                assertEquals(64, code.encode(mu, same).distance(code.encode(nu, same)), mu + " and " + nu);
            }
        }
    }

    @Test
    void nearestPoseIsFoundWhereverItIs() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<double[]> poses = IntStream.range(0, 30)
                    .mapToObj(_ -> new double[] {random.nextDouble(-40, 40), random.nextDouble(-40, 40), 0, 0})
                    .toList();
            PostureCode code = PostureCode.over(CHANNELS, poses, 600, 0.1, seed);
            double[] asked = {random.nextDouble(-35, 35), random.nextDouble(-35, 35), 0, 0};
            Signs state = code.encode(0, asked);
            int best = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int mu = 1; mu < 30; mu++) {
                best = code.encode(mu, poses.get(mu)).overlap(state)
                                > code.encode(best, poses.get(best)).overlap(state)
                        ? mu
                        : best;
                least = Math.min(least, distance(asked, poses.get(mu)));
            }
            assertTrue(distance(asked, poses.get(best)) <= least + 6, "seed " + seed);
        }
    }

    private static double distance(double[] a, double[] b) {
        return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
    }

    @Test
    void noiseMovesJointsALittle() {
        List<double[]> poses = poses(40);
        PostureCode code = code(poses, 800);
        SplittableRandom random = new SplittableRandom(5);
        double sum = 0;
        for (int mu = 0; mu < 40; mu++) {
            int[] flips = random.ints(0, 800).distinct().limit(80).toArray();
            sum += Math.abs(code.decode(code.encode(mu, poses.get(mu)).flip(flips))[0] - poses.get(mu)[0]);
        }
        assertTrue(sum / 40 < 3, "10 % flipped: " + sum / 40 + "° in the mean");
    }

    @Test
    void sameSeedSameSigns() {
        List<double[]> poses = poses(10);
        assertEquals(code(poses, 300).encode(3, poses.get(3)), code(poses, 300).encode(3, poses.get(3)));
        assertArrayEquals(code(poses, 300).contexts(), code(poses, 300).contexts());
    }
}
