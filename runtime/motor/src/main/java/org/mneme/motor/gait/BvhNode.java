package org.mneme.motor.gait;

import java.util.List;

/**
 * A joint of a BVH skeleton.
 *
 * @param name of the joint; empty for the end of a chain
 * @param parent index of the joint it hangs on; −1 for a root
 * @param offset x, y, z from the parent's place, in units of the file
 * @param channels what each frame gives for it, in the order of the file
 * @param firstValue index of its first channel within a frame
 */
record BvhNode(String name, int parent, List<Double> offset, List<Channel> channels, int firstValue) {
    /** Copies the lists. */
    BvhNode {
        offset = List.copyOf(offset);
        channels = List.copyOf(channels);
    }

    /** What a frame may give for a joint; named as in the file. */
    enum Channel {
        XPOSITION("Xposition", 0, false),
        YPOSITION("Yposition", 1, false),
        ZPOSITION("Zposition", 2, false),
        XROTATION("Xrotation", 0, true),
        YROTATION("Yrotation", 1, true),
        ZROTATION("Zrotation", 2, true);

        private final String word;
        private final int axis;
        private final boolean rotation;

        Channel(String word, int axis, boolean rotation) {
            this.word = word;
            this.axis = axis;
            this.rotation = rotation;
        }

        /** How it is written. */
        String word() {
            return word;
        }

        /** 0 for x, 1 for y, 2 for z. */
        int axis() {
            return axis;
        }

        /** Whether it is an angle, degrees. */
        boolean rotation() {
            return rotation;
        }
    }

    /** Whether it is the end of a chain, which nothing moves. */
    boolean end() {
        return name.isEmpty();
    }
}
