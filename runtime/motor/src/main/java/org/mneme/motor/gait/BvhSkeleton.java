package org.mneme.motor.gait;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mneme.motor.gait.BvhNode.Channel;

/**
 * How the numbers of a BVH frame and the channels of a motion belong together: every rotation is a channel, of the first root's positions
 * x and z are read as speeds and y as the height; all other positions stay as in the first frame.
 *
 * @param nodes the joints
 * @param first the numbers of the first frame
 * @param unitMillimetres length of the file's unit, mm
 */
record BvhSkeleton(List<BvhNode> nodes, List<Double> first, double unitMillimetres) {
    /** Copies the lists. */
    BvhSkeleton {
        nodes = List.copyOf(nodes);
        first = List.copyOf(first);
    }

    /** A channel of a motion, and which number of a frame it is. */
    record Source(MotionChannel channel, int value, Channel kind) {}

    /** The channels, in the order of the file. */
    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            BvhNode node = nodes.get(n);
            for (int k = 0; k < node.channels().size(); k++) {
                Channel kind = node.channels().get(k);
                Quantity quantity =
                        kind.rotation() ? Quantity.ANGLE : kind == Channel.YPOSITION ? Quantity.HEIGHT : Quantity.SPEED;
                String name = kind.rotation()
                        ? node.name() + " " + kind.word()
                        : kind == Channel.YPOSITION
                                ? "height"
                                : kind.word().substring(0, 1).toLowerCase(Locale.ROOT) + " speed";
                if (kind.rotation() || n == 0) {
                    sources.add(new Source(new MotionChannel(name, quantity), node.firstValue() + k, kind));
                }
            }
        }
        return sources;
    }

    /** Which channel is a rotation of a joint about an axis. */
    OptionalInt rotation(int node, int axis) {
        BvhNode joint = nodes.get(node);
        List<Source> sources = sources();
        return IntStream.range(0, sources.size())
                .filter(c -> {
                    Source source = sources.get(c);
                    int k = source.value() - joint.firstValue();
                    return source.kind().rotation()
                            && source.kind().axis() == axis
                            && k >= 0
                            && k < joint.channels().size();
                })
                .findFirst();
    }

    /**
     * Reads a file as a motion.
     *
     * @param name of the motif
     * @param bvh what the file holds
     * @param unitMillimetres length of its unit, mm
     * @return the motion
     */
    static Motion motion(String name, BvhFile bvh, double unitMillimetres) {
        List<Double> first = IntStream.range(0, bvh.frames().getFirst().length)
                .mapToObj(k -> bvh.frames().getFirst()[k])
                .toList();
        BvhSkeleton skeleton = new BvhSkeleton(bvh.nodes(), first, unitMillimetres);
        List<Source> sources = skeleton.sources();
        int frames = bvh.frames().size();
        List<Double> seconds =
                IntStream.range(0, frames).mapToObj(f -> f * bvh.frameSeconds()).toList();
        List<double[]> values = new ArrayList<>();
        for (int f = 0; f < frames; f++) {
            double[] row = new double[sources.size()];
            for (int c = 0; c < row.length; c++) {
                row[c] = skeleton.value(bvh, sources.get(c), f);
            }
            values.add(row);
        }
        unwrap(sources, values);
        return new Motion(
                name,
                bvh.file(),
                sources.stream().map(Source::channel).toList(),
                seconds,
                values,
                Optional.of(skeleton));
    }

    private double value(BvhFile bvh, Source source, int frame) {
        double now = bvh.frames().get(frame)[source.value()];
        return switch (source.channel().quantity()) {
            case ANGLE, TURN -> now;
            case HEIGHT -> now * unitMillimetres;
            case SPEED -> {
                // what is held from a frame to the next adds up to the way between them; the last repeats the one
                // before
                int from = Math.max(0, Math.min(frame, bvh.frames().size() - 2));
                double next = bvh.frames().get(Math.min(from + 1, bvh.frames().size() - 1))[source.value()];
                yield (next - bvh.frames().get(from)[source.value()]) * unitMillimetres / bvh.frameSeconds();
            }
        };
    }

    /** Takes whole turns off where an angle is written as −180…180° and goes beyond. */
    private static void unwrap(List<Source> sources, List<double[]> values) {
        for (int c = 0; c < sources.size(); c++) {
            if (sources.get(c).kind().rotation()) {
                for (int f = 1; f < values.size(); f++) {
                    double step = values.get(f)[c] - values.get(f - 1)[c];
                    values.get(f)[c] -= Math.abs(step) <= Motion.LARGEST_ANGLE ? 360 * Math.rint(step / 360) : 0;
                }
            }
        }
    }
}
