package org.mneme.motor.gait;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mneme.model.io.Table;
import org.mneme.model.io.Trajectories;

/**
 * Motions from a text of samples: a header with the columns time_s, joints by name (degrees), and, where they are there, what the body
 * does: speed_mm_s (forwards), turn_deg_s (counter-clockwise seen from above) and height_mm (of the skeleton's root above the ground).
 */
final class MotionCsv {
    static final String TIME = "time_s";

    private static final Map<String, MotionChannel> BODY = Map.of(
            "speed_mm_s", new MotionChannel("speed", Quantity.SPEED),
            "turn_deg_s", new MotionChannel("turn", Quantity.TURN),
            "height_mm", new MotionChannel("height", Quantity.HEIGHT));

    private MotionCsv() {}

    /**
     * Reads a motion.
     *
     * @param name of the motif
     * @param file the text
     * @return the motion
     * @throws org.mneme.model.io.FileException if the file cannot be used, such as one with a cell that is not a finite number
     * @throws MotionColumnsException if there is no time or no joint
     */
    static Motion read(String name, Path file) {
        Table table = Trajectories.readCsv(file);
        OptionalInt time = table.column(TIME);
        if (time.isEmpty()) {
            throw new MotionColumnsException(file, TIME, table.names());
        }
        List<MotionChannel> channels = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < table.columns(); c++) {
            if (c != time.getAsInt()) {
                String column = table.names().get(c);
                channels.add(BODY.getOrDefault(column, new MotionChannel(column, Quantity.ANGLE)));
                columns.add(c);
            }
        }
        if (channels.stream().noneMatch(channel -> channel.quantity() == Quantity.ANGLE)) {
            throw new MotionColumnsException(file, "of a joint", table.names());
        }
        List<Double> seconds = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            seconds.add(table.at(row, time.getAsInt()));
            values.add(columns.stream().mapToDouble(c -> table.at(at, c)).toArray());
        }
        return new Motion(name, file, channels, seconds, values, Optional.empty());
    }
}
