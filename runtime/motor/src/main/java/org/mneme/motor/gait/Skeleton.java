package org.mneme.motor.gait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.mneme.motor.gait.BvhNode.Channel;
import org.mneme.motor.gait.Segment.Side;

/**
 * A body seen from the side, facing right: forward kinematics in the plane, x forwards and y upwards.
 *
 * <p>A segment's direction is its parent's + its rest + its sign times the angle of its joint, counter-clockwise from x; that of a segment
 * without parent counts from 0.
 *
 * @param segments each after its parent; possibly none
 */
record Skeleton(List<Segment> segments) {
    /** Copies the list. */
    Skeleton {
        segments = List.copyOf(segments);
    }

    /**
     * Returns how far below the root the lowest end is.
     *
     * @param values C numbers
     * @return mm, ≥ 0
     */
    double drop(double[] values) {
        double[] direction = new double[segments.size()];
        double[] y = new double[segments.size()];
        double lowest = 0;
        for (int k = 0; k < y.length; k++) {
            Segment s = segments.get(k);
            double angle = s.channel() < 0 ? 0 : s.sign() * values[s.channel()];
            direction[k] = (s.parent() < 0 ? 0 : direction[s.parent()]) + s.rest() + angle;
            y[k] = (s.parent() < 0 ? 0 : y[s.parent()]) + s.length() * Math.sin(Math.toRadians(direction[k]));
            lowest = Math.min(lowest, y[k]);
        }
        return -lowest;
    }

    /**
     * Makes one of a BVH skeleton: its offsets and rotations seen along the axis across the way it goes, y up. The names of the far side's
     * joints begin with an L, of the near side's with an R.
     *
     * @param bvh the skeleton
     * @param body which way it goes
     * @return the skeleton
     */
    static Skeleton of(BvhSkeleton bvh, BodyMotion body) {
        int forwards = body.axis();
        boolean backwards = body.sign() < 0;
        int across = 2 - forwards;
        // about z, y turns away from x; about x, y turns towards z
        int sign = (across == Channel.ZROTATION.axis() ? 1 : -1) * (backwards ? -1 : 1);
        List<Segment> segments = new ArrayList<>();
        int[] segment = new int[bvh.nodes().size()];
        double[] angle = new double[bvh.nodes().size()];
        Arrays.fill(segment, -1);
        for (int n = 0; n < segment.length; n++) {
            BvhNode node = bvh.nodes().get(n);
            if (node.parent() >= 0) {
                double along = node.offset().get(forwards) * (backwards ? -1 : 1);
                double up = node.offset().get(1);
                double length = Math.hypot(along, up) * bvh.unitMillimetres();
                double before = angle[node.parent()];
                angle[n] = length == 0 ? before : Math.toDegrees(StrictMath.atan2(up, along));
                OptionalInt channel = bvh.rotation(node.parent(), across);
                segment[n] = segments.size();
                segments.add(new Segment(
                        name(bvh, n),
                        segment[node.parent()],
                        channel.orElse(-1),
                        length,
                        angle[n] - before,
                        sign,
                        side(bvh, n)));
            }
        }
        return new Skeleton(segments);
    }

    private static String name(BvhSkeleton bvh, int n) {
        BvhNode node = bvh.nodes().get(n);
        return node.end() ? bvh.nodes().get(node.parent()).name() + " end" : node.name();
    }

    private static Side side(BvhSkeleton bvh, int n) {
        String name = name(bvh, n);
        String plain = name.substring(name.lastIndexOf(':') + 1);
        boolean left = plain.startsWith("Left") || plain.startsWith("left") || plain.matches("[lL][A-Z_.].*");
        boolean right = plain.startsWith("Right") || plain.startsWith("right") || plain.matches("[rR][A-Z_.].*");
        return left ? Side.FAR : right ? Side.NEAR : Side.MIDDLE;
    }
}
