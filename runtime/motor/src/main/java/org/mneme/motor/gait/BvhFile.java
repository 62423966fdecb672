package org.mneme.motor.gait;

import java.nio.file.Path;
import java.util.List;

/**
 * A BVH file as it is written.
 *
 * @param file its name
 * @param nodes joints and ends, each after its parent, in the order of the file
 * @param frameSeconds time from frame to frame, s
 * @param frames the numbers of each frame, in the order of the channels
 */
record BvhFile(Path file, List<BvhNode> nodes, double frameSeconds, List<double[]> frames) {
    /** Copies the lists. */
    BvhFile {
        nodes = List.copyOf(nodes);
        frames = List.copyOf(frames);
    }
}
