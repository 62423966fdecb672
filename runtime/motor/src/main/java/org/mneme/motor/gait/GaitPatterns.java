package org.mneme.motor.gait;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.model.Successors;
import org.mneme.motor.LargestOverlap;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.patterns.PatternSource;
import org.mneme.runtime.patterns.Sequencing;
import org.mneme.runtime.scene.Channel;

/**
 * {@code gait: {motions: {walk: walk.csv, trot: trot.csv}, …}}: movements of one body, each a motif of poses in one memory; CSV or BVH by the
 * file's ending.
 *
 * <p>Settings: {@code poses} (24, a motion), {@code features} (384), {@code seed} (1), {@code context} (0.33, the share of features that tell
 * the place in the memory), {@code max-overlap} (0.8), {@code plant-ms} (30) and {@code plant-order} (2), the low-pass between poses and what
 * moves, {@code step-ms} (3, a recall step at the natural pace), {@code cycle} (true), {@code max-gap-deg} (3) and {@code blend} (false),
 * {@code tolerance-deg} (3), {@code unit-mm} (10, of BVH files), {@code skeleton} (how to draw a CSV).
 */
public final class GaitPatterns implements PatternSource {
    private static final int MOST_PATTERNS = 10_000;
    private static final int MOST_DWELL = 10_000;
    private static final int MOST_NOTES = 12;

    @Override
    public String key() {
        return "gait";
    }

    @Override
    public String shortFor() {
        return "motions";
    }

    @Override
    public Map<String, String> defaults() {
        return GaitSettings.DEFAULTS;
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        GaitSettings settings = GaitSettings.read(setting, folder);
        if (settings.motions().size() * settings.poses() > MOST_PATTERNS) {
            throw setting.error(settings.motions().size() + " motions of " + settings.poses() + " poses are more than "
                    + MOST_PATTERNS + " patterns; use fewer poses");
        }
        List<Motion> motions = settings.motions().stream()
                .map(motion -> read(motion, settings.unit()))
                .toList();
        requireEqualJoints(motions);
        List<MotionChannel> channels = motions.getFirst().channels();
        List<PoseSequence> sequences = motions.stream()
                .map(motion -> PoseSequence.of(
                        motion.ordered(channels), settings.poses(), settings.cyclic(), settings.mostGap()))
                .toList();
        List<double[]> poses =
                sequences.stream().flatMap(s -> s.poses().stream()).toList();
        Ints dwell = dwell(sequences, settings);
        PostureCode code = PostureCode.over(channels, poses, settings.features(), settings.context(), settings.seed());
        PatternSet patterns = encode(code, poses, settings);
        LargestOverlap largest = LargestOverlap.of(patterns);
        if (largest.overlap() > settings.maxOverlap()) {
            throw new AlikePosesException(largest, settings.maxOverlap(), settings.context());
        }
        double coarse = coarseness(code, channels, poses, patterns, settings);
        List<Motif> motifs = motifs(sequences);
        Skeleton skeleton = skeleton(settings, motions.getFirst(), poses);
        WalkerScene scene = new WalkerScene(
                channels(channels, poses),
                BodyMotion.of(channels, poses),
                code,
                poses,
                motifs,
                settings.plant(),
                settings.tolerance(),
                skeleton,
                motions.getFirst().bvh());
        List<String> notes = new ArrayList<>();
        notes.add(pace(sequences, settings));
        notes.add(String.format(
                Locale.ROOT,
                "largest overlap of different patterns: %.3f (poses %d and %d; bound %s)",
                largest.overlap(),
                largest.first(),
                largest.second(),
                settings.maxOverlap()));
        notes.add(String.format(
                Locale.ROOT,
                "code: reads joints within %.2f°, %d of %d features tell the place",
                coarse,
                code.contexts().length,
                settings.features()));
        notes.addAll(switches(motifs, patterns, BodyMotion.of(channels, poses), poses));
        return EncodedPatterns.of(patterns, notes).with(scene).held(dwell).with(sequencing(motifs, poses.size()));
    }

    private static Motion read(GaitSettings.MotionFile motion, double unit) {
        String ending = motion.file().toString().toLowerCase(Locale.ROOT);
        if (ending.endsWith(".bvh")) {
            return BvhSkeleton.motion(motion.name(), BvhReader.read(motion.file()), unit);
        }
        if (ending.endsWith(".csv")) {
            return MotionCsv.read(motion.name(), motion.file());
        }
        throw motion.setting().error("'" + motion.setting().text() + "' is neither a .csv nor a .bvh file");
    }

    private static void requireEqualJoints(List<Motion> motions) {
        Motion first = motions.getFirst();
        for (Motion motion : motions) {
            for (MotionChannel channel : first.channels()) {
                if (!motion.channels().contains(channel)) {
                    throw new UnequalJointsException(first.name(), motion.name(), channel.name(), true);
                }
            }
            for (MotionChannel channel : motion.channels()) {
                if (!first.channels().contains(channel)) {
                    throw new UnequalJointsException(first.name(), motion.name(), channel.name(), false);
                }
            }
        }
    }

    private static PatternSet encode(PostureCode code, List<double[]> poses, GaitSettings settings) {
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < poses.size(); mu++) {
            rows.add(code.encode(mu, poses.get(mu)));
        }
        return PatternSet.of(new TieBreaker(rows, settings.poses(), code.contexts(), settings.seed()).broken());
    }

    /** The largest error of a joint read from a pattern without a bit error, °. */
    private static double coarseness(
            PostureCode code,
            List<MotionChannel> channels,
            List<double[]> poses,
            PatternSet patterns,
            GaitSettings settings) {
        double largest = 0;
        for (int mu = 0; mu < poses.size(); mu++) {
            double[] read = code.decode(patterns.row(mu));
            for (int c = 0; c < read.length; c++) {
                double error = Math.abs(read[c] - poses.get(mu)[c]);
                if (channels.get(c).quantity() == Quantity.ANGLE) {
                    largest = Math.max(largest, error);
                    if (error > settings.tolerance()) {
                        throw new CoarsePostureException(
                                channels.get(c).name(), error, settings.tolerance(), settings.features());
                    }
                }
            }
        }
        return largest;
    }

    private static List<Motif> motifs(List<PoseSequence> sequences) {
        List<Motif> motifs = new ArrayList<>();
        int first = 0;
        for (PoseSequence sequence : sequences) {
            int count = sequence.poses().size();
            int start = first;
            int[] patterns = IntStream.range(0, sequence.cyclic() ? count + 1 : count)
                    .map(k -> start + k % count)
                    .toArray();
            motifs.add(new Motif(sequence.name(), Ints.of(patterns)));
            first += count;
        }
        return motifs;
    }

    private static Sequencing sequencing(List<Motif> motifs, int count) {
        return new Sequencing(
                Successors.sequences(count, motifs.stream().map(Motif::patterns).toList()), motifs);
    }

    private static Ints dwell(List<PoseSequence> sequences, GaitSettings settings) {
        return Ints.of(sequences.stream()
                .flatMapToInt(sequence -> sequence.dwell(settings.stepSeconds(), MOST_DWELL).stream())
                .toArray());
    }

    private static List<Channel> channels(List<MotionChannel> channels, List<double[]> poses) {
        return IntStream.range(0, channels.size())
                .mapToObj(c -> new Channel(
                        channels.get(c).name(),
                        channels.get(c).quantity().unit(),
                        poses.stream().mapToDouble(pose -> pose[c]).min().orElse(0),
                        poses.stream().mapToDouble(pose -> pose[c]).max().orElse(0)))
                .toList();
    }

    private static Skeleton skeleton(GaitSettings settings, Motion motion, List<double[]> poses) {
        if (motion.bvh().isPresent()) {
            settings.skeleton().ifPresent(given -> {
                throw given.error("a BVH file has a skeleton of its own; leave this out");
            });
            return Skeleton.of(motion.bvh().get(), BodyMotion.of(motion.channels(), poses));
        }
        return settings.skeleton()
                .map(given -> SkeletonReader.read(given, motion.channels()))
                .orElse(new Skeleton(List.of()));
    }

    private static String pace(List<PoseSequence> sequences, GaitSettings settings) {
        StringBuilder durations = new StringBuilder();
        sequences.forEach(sequence -> durations
                .append(durations.isEmpty() ? "" : ", ")
                .append(sequence.name())
                .append(String.format(Locale.ROOT, " %.2f s", sequence.seconds())));
        return String.format(
                Locale.ROOT,
                "natural pace (%s): a recall step of %.4g ms, so with timing: from-patterns and 3 ticks a step tick: %.4g ms",
                durations,
                1e3 * settings.stepSeconds(),
                1e3 * settings.stepSeconds() / 3);
    }

    private static List<String> switches(
            List<Motif> motifs, PatternSet patterns, BodyMotion body, List<double[]> poses) {
        List<String> notes = new ArrayList<>();
        for (Motif from : motifs) {
            for (Motif to : motifs) {
                if (!from.equals(to) && notes.size() < MOST_NOTES) {
                    Entries entries = Entries.of(from, to, patterns, body, poses);
                    notes.add(String.format(
                            Locale.ROOT,
                            "%s to %s by gating: the nearest pose answers, joints jump by %.1f° in the mean and %.1f° at most%s",
                            from.name(),
                            to.name(),
                            entries.meanJump(),
                            entries.largestJump(),
                            entries.ties() == 0 ? "" : "; two are equally near from " + entries.ties() + " poses"));
                }
            }
        }
        return notes;
    }
}
