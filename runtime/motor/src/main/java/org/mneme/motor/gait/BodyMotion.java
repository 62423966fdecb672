package org.mneme.motor.gait;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which channels say what the whole body does, −1 where none does.
 *
 * @param joints indices of the joints' angles, ascending
 * @param speed how fast it goes forwards
 * @param sign −1 where it goes towards the low end of the axis that the speed is along, else 1
 * @param axis 0 for x, 2 for z: the axis of a BVH file that the speed is along, and z where there is none
 * @param turn how fast it turns
 * @param height how high its root is
 */
record BodyMotion(List<Integer> joints, int speed, int sign, int axis, int turn, int height) {
    private static final String ALONG_X = "x speed";

    /** Copies the list. */
    BodyMotion {
        joints = List.copyOf(joints);
    }

    /**
     * Finds them by what they measure; of several speeds, the one with the largest mean.
     *
     * @param channels what the poses' numbers are
     * @param poses at least one
     * @return which is which
     */
    static BodyMotion of(List<MotionChannel> channels, List<double[]> poses) {
        int speed = -1;
        double fastest = 0;
        for (int c : of(channels, Quantity.SPEED)) {
            double mean = poses.stream().mapToDouble(pose -> pose[c]).average().orElse(0);
            if (speed < 0 || Math.abs(mean) > Math.abs(fastest)) {
                speed = c;
                fastest = mean;
            }
        }
        return new BodyMotion(
                of(channels, Quantity.ANGLE),
                speed,
                fastest < 0 ? -1 : 1,
                speed >= 0 && channels.get(speed).name().equals(ALONG_X) ? 0 : 2,
                first(channels, Quantity.TURN),
                first(channels, Quantity.HEIGHT));
    }

    private static List<Integer> of(List<MotionChannel> channels, Quantity quantity) {
        return IntStream.range(0, channels.size())
                .filter(c -> channels.get(c).quantity() == quantity)
                .boxed()
                .toList();
    }

    private static int first(List<MotionChannel> channels, Quantity quantity) {
        return of(channels, quantity).stream().findFirst().orElse(-1);
    }

    /** The largest difference of a joint, °. */
    double difference(double[] one, double[] other) {
        return joints.stream()
                .mapToDouble(c -> Math.abs(one[c] - other[c]))
                .max()
                .orElse(0);
    }

    /** The mean difference of the joints, °. */
    double meanDifference(double[] one, double[] other) {
        return joints.stream()
                .mapToDouble(c -> Math.abs(one[c] - other[c]))
                .average()
                .orElse(0);
    }

    /** As drawings get it. */
    Map<String, Object> setting() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("speed", speed);
        map.put("sign", sign);
        map.put("turn", turn);
        map.put("height", height);
        return map;
    }
}
