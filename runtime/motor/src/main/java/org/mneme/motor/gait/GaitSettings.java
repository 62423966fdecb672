package org.mneme.motor.gait;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.scene.Plant;

/**
 * What stands under {@code gait:}.
 *
 * @param motions files by name of the motif, in order
 * @param poses K of each motion
 * @param features N
 * @param seed draws the code
 * @param context share of features that tell the place in the memory, 0…0.9
 * @param maxOverlap the largest overlap of different patterns that is accepted
 * @param plant between poses and what moves
 * @param stepSeconds length of a recall step at the motions' natural pace, s
 * @param cyclic whether each motion's end leads into its start
 * @param mostGap how far a joint may be off at the end of a cycle, °
 * @param tolerance the largest error of a joint that counts as right, °
 * @param unit length of a BVH file's unit, mm
 * @param skeleton how to draw motions that have none of their own
 */
record GaitSettings(
        List<MotionFile> motions,
        int poses,
        int features,
        long seed,
        double context,
        double maxOverlap,
        Plant plant,
        double stepSeconds,
        boolean cyclic,
        double mostGap,
        double tolerance,
        double unit,
        Optional<Setting> skeleton) {
    /** A motion and its file. */
    record MotionFile(String name, Path file, Setting.Value setting) {}

    /** Key → default, of the settings that have one. */
    static final Map<String, String> DEFAULTS = defaults();

    private static final int MOST_POSES = 2_000;
    private static final int MOST_MOTIONS = 200;
    private static final int LEAST_FEATURES = 32;
    private static final int MOST_FEATURES = 1 << 20;
    private static final double MOST_CONTEXT = 0.9;
    private static final double LONGEST_PLANT = 60_000;
    private static final String MOTIONS = "motions";
    private static final String SKELETON = "skeleton";

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("poses", "24");
        defaults.put("features", "384");
        defaults.put("seed", "1");
        defaults.put("context", "0.33");
        defaults.put("max-overlap", "0.8");
        defaults.put("plant-ms", "30.0");
        defaults.put("plant-order", "2");
        defaults.put("step-ms", "3.0");
        defaults.put("cycle", "true");
        defaults.put("blend", "false");
        defaults.put("max-gap-deg", "3.0");
        defaults.put("tolerance-deg", "3.0");
        defaults.put("unit-mm", "10.0");
        return defaults;
    }

    static GaitSettings read(Setting setting, Path folder) {
        Setting.Group group = setting.group();
        List<String> keys = new ArrayList<>(DEFAULTS.keySet());
        keys.add(MOTIONS);
        keys.add(SKELETON);
        group.only(keys.toArray(String[]::new));
        boolean blend = flag(group.valueOr("blend", DEFAULTS));
        double tau = group.valueOr("plant-ms", DEFAULTS).positive(LONGEST_PLANT) / 1e3;
        return new GaitSettings(
                motions(group.get(MOTIONS), folder),
                group.valueOr("poses", DEFAULTS).integer(2, MOST_POSES),
                group.valueOr("features", DEFAULTS).integer(LEAST_FEATURES, MOST_FEATURES),
                group.valueOr("seed", DEFAULTS).integer(Long.MIN_VALUE, Long.MAX_VALUE),
                group.valueOr("context", DEFAULTS).between(0, MOST_CONTEXT),
                group.valueOr("max-overlap", DEFAULTS).between(0, 1),
                new Plant(tau, group.valueOr("plant-order", DEFAULTS).integer(1, 4)),
                group.valueOr("step-ms", DEFAULTS).positive() / 1e3,
                flag(group.valueOr("cycle", DEFAULTS)),
                blend
                        ? Double.POSITIVE_INFINITY
                        : group.valueOr("max-gap-deg", DEFAULTS).positive(),
                group.valueOr("tolerance-deg", DEFAULTS).positive(),
                group.valueOr("unit-mm", DEFAULTS).positive(),
                group.find(SKELETON));
    }

    private static List<MotionFile> motions(Setting setting, Path folder) {
        Map<String, Setting> entries = setting.group().entries();
        if (entries.isEmpty() || entries.size() > MOST_MOTIONS) {
            throw setting.error(entries.size() + " motions; give 1…" + MOST_MOTIONS + ", such as {walk: walk.csv}");
        }
        List<MotionFile> motions = new ArrayList<>();
        entries.forEach((name, file) -> {
            if (name.isBlank() || name.equals("all") || name.matches("[-0-9,\\s]+")) {
                throw file.error("'" + name + "' cannot name a motif: gates would take it for hidden units");
            }
            motions.add(new MotionFile(name, file.value().file(folder), file.value()));
        });
        return motions;
    }

    private static boolean flag(Setting.Value value) {
        if (!Set.of("true", "false").contains(value.text())) {
            throw value.error("'" + value.text() + "' is not true or false");
        }
        return value.text().equals("true");
    }
}
