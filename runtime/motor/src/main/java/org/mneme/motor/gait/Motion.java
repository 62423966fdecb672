package org.mneme.motor.gait;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A recorded movement: joint angles, and what the body does, over time.
 *
 * @param name of the motif it becomes
 * @param file it was read from
 * @param channels C ≥ 1, at least one of them an angle
 * @param seconds time of each frame, ascending; at least two
 * @param values C numbers each frame
 * @param bvh the skeleton, where the file has one
 */
record Motion(
        String name,
        Path file,
        List<MotionChannel> channels,
        List<Double> seconds,
        List<double[]> values,
        Optional<BvhSkeleton> bvh) {
    /** The largest angle that makes sense in either direction, °. */
    static final double LARGEST_ANGLE = 360;

    private static final double LARGEST_NUMBER = 1e6;

    /** Checks that there are frames, that time goes on, and that all numbers can be those of a body. */
    Motion {
        channels = List.copyOf(channels);
        seconds = List.copyOf(seconds);
        values = List.copyOf(values);
        if (seconds.size() < 2) {
            throw new ShortMotionException(file, seconds.size());
        }
        for (int frame = 0; frame < seconds.size(); frame++) {
            if (frame > 0 && !(seconds.get(frame) > seconds.get(frame - 1))) {
                throw new FrameTimeException(file, frame, seconds.get(frame - 1), seconds.get(frame));
            }
            for (int c = 0; c < channels.size(); c++) {
                boolean angle = channels.get(c).quantity() == Quantity.ANGLE;
                double most = angle ? LARGEST_ANGLE : LARGEST_NUMBER;
                if (!(Math.abs(values.get(frame)[c]) <= most)) {
                    throw new SenselessValueException(
                            file, channels.get(c), seconds.get(frame), values.get(frame)[c], most);
                }
            }
        }
    }

    /** Its duration, s. */
    double duration() {
        return seconds.getLast() - seconds.getFirst();
    }

    /**
     * Returns the values at a time between the frames, on straight lines from frame to frame.
     *
     * @param time s since the first frame, 0…duration
     * @return C numbers
     */
    double[] at(double time) {
        double wanted = seconds.getFirst() + time;
        int after = 1;
        while (after < seconds.size() - 1 && seconds.get(after) < wanted) {
            after++;
        }
        double from = seconds.get(after - 1);
        double share = Math.clamp((wanted - from) / (seconds.get(after) - from), 0, 1);
        double[] before = values.get(after - 1);
        double[] next = values.get(after);
        return IntStream.range(0, before.length)
                .mapToDouble(c -> before[c] + share * (next[c] - before[c]))
                .toArray();
    }

    /**
     * Returns the same with its channels in another order.
     *
     * @param order the same channels
     * @return the motion
     */
    Motion ordered(List<MotionChannel> order) {
        int[] from = order.stream().mapToInt(channels::indexOf).toArray();
        List<double[]> moved = values.stream()
                .map(frame -> IntStream.of(from).mapToDouble(c -> frame[c]).toArray())
                .toList();
        return new Motion(name, file, order, seconds, moved, bvh);
    }
}
