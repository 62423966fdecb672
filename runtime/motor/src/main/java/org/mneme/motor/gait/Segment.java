package org.mneme.motor.gait;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A line of a skeleton seen from the side.
 *
 * @param name such as "left thigh"
 * @param parent index of the segment at whose end it begins; −1 for the root
 * @param channel index of the joint between the two; −1 where nothing moves it
 * @param length mm, ≥ 0
 * @param rest direction against the parent's at an angle of 0, counter-clockwise, °
 * @param sign 1 where a positive angle turns it counter-clockwise, −1 where clockwise
 * @param side which side of the body it is on
 */
record Segment(String name, int parent, int channel, double length, double rest, int sign, Side side) {
    /** Sides as a viewer sees them. */
    enum Side {
        NEAR,
        FAR,
        MIDDLE
    }

    /** As drawings get it. */
    Map<String, Object> setting() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("parent", parent);
        map.put("joint", channel);
        map.put("length", length);
        map.put("rest", rest);
        map.put("sign", sign);
        map.put("side", side.name().toLowerCase(Locale.ROOT));
        return map;
    }
}
