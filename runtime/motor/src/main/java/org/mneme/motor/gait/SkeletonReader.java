package org.mneme.motor.gait;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mneme.motor.gait.Segment.Side;
import org.mneme.runtime.config.Nearest;
import org.mneme.runtime.config.Setting;

/**
 * Reads {@code skeleton:}, a list of segments, each after the one it hangs on, such as
 * {@code {segment: left shank, on: left thigh, joint: left knee, length-mm: 190, rest-deg: 0, sign: -1, side: far}}.
 */
final class SkeletonReader {
    private static final int MOST_SEGMENTS = 500;
    private static final double LONGEST = 1e6;

    private SkeletonReader() {}

    /**
     * Reads a skeleton.
     *
     * @param setting the list
     * @param channels joints are found by name among them
     * @return the skeleton
     * @throws org.mneme.runtime.config.SettingException if a segment or a joint is unknown, or a number is wrong
     */
    static Skeleton read(Setting setting, List<MotionChannel> channels) {
        List<Segment> segments = new ArrayList<>();
        Map<String, Integer> known = new LinkedHashMap<>();
        Map<String, Integer> joints = new LinkedHashMap<>();
        for (int c = 0; c < channels.size(); c++) {
            if (channels.get(c).quantity() == Quantity.ANGLE) {
                joints.put(channels.get(c).name(), c);
            }
        }
        List<Setting> items = setting.items().list();
        if (items.isEmpty() || items.size() > MOST_SEGMENTS) {
            throw setting.error(items.size() + " segments; a skeleton has 1…" + MOST_SEGMENTS);
        }
        for (Setting item : items) {
            Setting.Group group = item.group().only("segment", "on", "joint", "length-mm", "rest-deg", "sign", "side");
            Setting.Value name = group.get("segment").value();
            int parent = group.or("on", -1, on -> index(on.value(), known, "segment"));
            int channel = group.or("joint", -1, joint -> index(joint.value(), joints, "joint"));
            Segment segment = new Segment(
                    name.text(),
                    parent,
                    channel,
                    length(group.get("length-mm").value()),
                    group.or("rest-deg", 0.0, SkeletonReader::rest),
                    group.or("sign", 1, sign -> sign.value().oneOf(Map.of("1", 1, "-1", -1))),
                    group.or("side", Side.MIDDLE, SkeletonReader::side));
            if (name.text().isBlank() || known.put(name.text(), segments.size()) != null) {
                throw name.error("each segment needs a name of its own");
            }
            segments.add(segment);
        }
        return new Skeleton(segments);
    }

    private static int index(Setting.Value name, Map<String, Integer> known, String what) {
        Integer index = known.get(name.text());
        if (index == null) {
            throw name.error("'" + name.text() + "' is not a " + what
                    + (what.equals("segment") ? " listed before" : " of the motions")
                    + Nearest.suggestion(name.text(), known.keySet()));
        }
        return index;
    }

    private static double length(Setting.Value value) {
        double length = value.number();
        if (!(length >= 0 && length <= LONGEST)) {
            throw value.error(value.text() + " is not a length in mm, 0 or more");
        }
        return length;
    }

    private static double rest(Setting setting) {
        double rest = setting.value().number();
        if (Math.abs(rest) > Motion.LARGEST_ANGLE) {
            throw setting.error(setting.value().text() + " is not an angle in degrees");
        }
        return rest;
    }

    private static Side side(Setting setting) {
        Map<String, Side> words = new LinkedHashMap<>();
        words.put("near", Side.NEAR);
        words.put("far", Side.FAR);
        words.put("middle", Side.MIDDLE);
        return setting.value().oneOf(words);
    }
}
