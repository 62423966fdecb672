package org.mneme.motor.gait;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.bits.Signs;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Plant;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneKind;
import org.mneme.runtime.scene.SceneScore;

/** A walker: joint angles and what its body does, with a low-pass between the poses recalled and what moves. */
final class WalkerScene implements Scene {
    private final List<Channel> channels;
    private final BodyMotion body;
    private final PostureCode code;
    private final List<double[]> poses;
    private final List<Motif> motifs;
    private final Plant plant;
    private final double tolerance;
    private final Skeleton skeleton;
    private final Optional<BvhSkeleton> bvh;

    WalkerScene(
            List<Channel> channels,
            BodyMotion body,
            PostureCode code,
            List<double[]> poses,
            List<Motif> motifs,
            Plant plant,
            double tolerance,
            Skeleton skeleton,
            Optional<BvhSkeleton> bvh) {
        this.channels = List.copyOf(channels);
        this.body = body;
        this.code = code;
        this.poses = List.copyOf(poses);
        this.motifs = List.copyOf(motifs);
        this.plant = plant;
        this.tolerance = tolerance;
        this.skeleton = skeleton;
        this.bvh = bvh;
    }

    @Override
    public SceneKind kind() {
        return SceneKind.WALKER;
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }

    /**
     * Returns how to draw the walker from the side, facing right: x forwards and y upwards, mm and degrees.
     *
     * <ul>
     *   <li>{@code segments}: a list of {@code {name, parent, joint, length, rest, sign, side}}, each after its parent, possibly empty.
     *       {@code parent} is the index of the segment at whose end it begins, −1 for the root; {@code joint} is a channel's index, −1
     *       where nothing moves it. Its direction, counter-clockwise from x, is its parent's (0 without one) + rest + sign · the value
     *       of its joint; {@code side} is "near", "far" or "middle".
     *   <li>{@code root}: [x, y] of the root where no channel gives its height; {@code ground}: y of the ground.
     *   <li>{@code body}: {@code {speed, sign, turn, height}}, indices of the channels that say how fast it goes forwards (sign · value,
     *       mm/s), how fast it turns (°/s, counter-clockwise seen from above) and how high the root is (mm, in place of the root's y);
     *       −1 where none does.
     *   <li>{@code joints}: indices of the channels that are joint angles.
     *   <li>{@code tolerance}: the largest error of a joint that counts as right, °.
     *   <li>{@code motifs}: a list of {@code {name, first, count}}: whose poses patterns are.
     * </ul>
     */
    @Override
    public Map<String, Object> setting() {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put(
                "segments", skeleton.segments().stream().map(Segment::setting).toList());
        setting.put(
                "root",
                List.of(0.0, poses.stream().mapToDouble(skeleton::drop).max().orElse(0)));
        setting.put("ground", 0.0);
        setting.put("body", body.setting());
        setting.put("joints", body.joints());
        setting.put("tolerance", tolerance);
        List<Object> named = new ArrayList<>();
        for (Motif motif : motifs) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", motif.name());
            map.put("first", motif.patterns().min());
            map.put("count", motif.patterns().max() - motif.patterns().min() + 1);
            named.add(map);
        }
        setting.put("motifs", named);
        return setting;
    }

    @Override
    public double[] read(Signs state) {
        return code.decode(state);
    }

    @Override
    public double[] wanted(int pattern) {
        return poses.get(pattern).clone();
    }

    @Override
    public Optional<Plant> plant() {
        return Optional.of(plant);
    }

    @Override
    public SceneScore judge(Performance performance) {
        return new WalkerJudge(this, performance).score();
    }

    @Override
    public List<String> formats() {
        return bvh.isPresent() ? List.of("bvh", "csv") : List.of("csv");
    }

    @Override
    public void write(Performance performance, Path file) {
        new WalkerFile(this, performance).write(file);
    }

    BodyMotion body() {
        return body;
    }

    Plant lowPass() {
        return plant;
    }

    double tolerance() {
        return tolerance;
    }

    Optional<BvhSkeleton> bvh() {
        return bvh;
    }

    /** Which motif a pattern belongs to; −1 for none. */
    int motif(int pattern) {
        for (int m = 0; m < motifs.size(); m++) {
            if (pattern >= motifs.get(m).patterns().min()
                    && pattern <= motifs.get(m).patterns().max()) {
                return m;
            }
        }
        return -1;
    }

    /** Whether a pattern is another or the one that follows it. */
    boolean continues(int pattern, int other) {
        if (other == pattern) {
            return true;
        }
        int m = motif(pattern);
        return m >= 0
                && (other == pattern + 1 && motif(other) == m
                        || pattern == motifs.get(m).patterns().max()
                                && other == motifs.get(m).patterns().min());
    }
}
