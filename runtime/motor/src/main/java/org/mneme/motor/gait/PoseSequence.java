package org.mneme.motor.gait;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Ints;

/**
 * A motion as poses, evenly spaced in time.
 *
 * @param name of the motif
 * @param poses K arrays of C numbers; of a cycle, the first follows the last
 * @param seconds duration of all of them, s
 * @param cyclic whether the first follows the last
 */
record PoseSequence(String name, List<double[]> poses, double seconds, boolean cyclic) {
    /** Copies the list. */
    PoseSequence {
        poses = List.copyOf(poses);
    }

    /**
     * Samples a motion.
     *
     * @param motion any motion
     * @param count K ≥ 2
     * @param cyclic whether its end leads into its start
     * @param mostGap how far a joint may be off at the end of a cycle, °; what is left is spread over the cycle
     * @return the poses
     * @throws OpenCycleException if a joint is farther off
     */
    static PoseSequence of(Motion motion, int count, boolean cyclic, double mostGap) {
        double duration = motion.duration();
        double[] gap = new double[motion.channels().size()];
        if (cyclic) {
            for (int c = 0; c < gap.length; c++) {
                gap[c] = motion.values().getLast()[c] - motion.values().getFirst()[c];
            }
            requireClosed(motion, gap, mostGap);
        }
        List<double[]> poses = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double share = (double) k / (cyclic ? count : count - 1);
            double[] pose = motion.at(share * duration);
            for (int c = 0; c < gap.length; c++) {
                pose[c] -= share * gap[c];
            }
            poses.add(pose);
        }
        return new PoseSequence(motion.name(), poses, duration, cyclic);
    }

    private static void requireClosed(Motion motion, double[] gap, double mostGap) {
        int worst = -1;
        for (int c = 0; c < gap.length; c++) {
            boolean joint = motion.channels().get(c).quantity() == Quantity.ANGLE;
            if (joint && Math.abs(gap[c]) > mostGap && (worst < 0 || Math.abs(gap[c]) > Math.abs(gap[worst]))) {
                worst = c;
            }
        }
        if (worst >= 0) {
            throw new OpenCycleException(
                    motion.name(), motion.channels().get(worst).name(), Math.abs(gap[worst]), mostGap);
        }
    }

    /**
     * Returns how long each pose is held; together as long as the motion, to half a step.
     *
     * @param stepSeconds length of a recall step, s
     * @param most the largest dwell
     * @return K recall steps, each ≥ 1
     * @throws PaceException if a pose is shorter than a step, or held for more than the most
     */
    Ints dwell(double stepSeconds, int most) {
        double pose = seconds / poses.size();
        if (pose < stepSeconds || pose > most * stepSeconds) {
            throw new PaceException(name, pose, stepSeconds, most);
        }
        int[] steps = new int[poses.size()];
        long before = 0;
        for (int k = 0; k < steps.length; k++) {
            long until = Math.round((k + 1) * pose / stepSeconds);
            steps[k] = (int) Math.max(1, until - before);
            before = until;
        }
        return Ints.of(steps);
    }
}
