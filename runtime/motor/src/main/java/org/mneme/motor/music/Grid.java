package org.mneme.motor.music;

import java.util.List;
import org.mneme.runtime.config.Setting;

/**
 * What notes are moved to: multiples of a part of a whole note.
 *
 * @param parts of a whole note: 16 for sixteenths, 24 for triplets of them; a multiple of 4
 */
record Grid(int parts) {
    private static final List<Integer> KNOWN = List.of(4, 8, 12, 16, 24, 32, 48, 64, 96, 192);

    /** Reads "1/16". */
    static Grid read(Setting.Value value) {
        for (int parts : KNOWN) {
            if (value.text().strip().equals("1/" + parts)) {
                return new Grid(parts);
            }
        }
        throw value.error("'" + Names.clean(value.text())
                + "' is not a grid; write 1/16 for sixteenths, 1/24 for their triplets, or another of 1/"
                + String.join(
                        ", 1/",
                        KNOWN.stream().map(parts -> Integer.toString(parts)).toList()));
    }

    /** Returns the point nearest to a tick, the later of two as near. */
    long nearest(long tick, int resolution) {
        return Math.floorDiv(2 * tick * parts + 4L * resolution, 8L * resolution);
    }

    /** Returns where a point is, ticks. */
    double tick(long point, int resolution) {
        return 4.0 * resolution * point / parts;
    }

    /** Returns how many points there are in a quarter note. */
    int perQuarter() {
        return parts / 4;
    }

    @Override
    public String toString() {
        return "1/" + parts;
    }
}
