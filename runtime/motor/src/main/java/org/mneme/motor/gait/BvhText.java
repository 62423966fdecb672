package org.mneme.motor.gait;

import java.util.List;
import java.util.Locale;

/** Writes the skeleton of a BVH file. */
final class BvhText {
    private BvhText() {}

    /**
     * Writes {@code HIERARCHY} and all joints.
     *
     * @param nodes each after its parent
     * @param lines where to
     */
    static void hierarchy(List<BvhNode> nodes, List<String> lines) {
        lines.add("HIERARCHY");
        for (int n = 0; n < nodes.size(); n++) {
            if (nodes.get(n).parent() < 0) {
                joint(nodes, n, "", lines);
            }
        }
    }

    private static void joint(List<BvhNode> nodes, int index, String indent, List<String> lines) {
        BvhNode node = nodes.get(index);
        lines.add(indent + (node.end() ? "End Site" : (node.parent() < 0 ? "ROOT " : "JOINT ") + node.name()));
        lines.add(indent + "{");
        lines.add(String.format(
                Locale.ROOT,
                "%s\tOFFSET %.6f %.6f %.6f",
                indent,
                node.offset().get(0),
                node.offset().get(1),
                node.offset().get(2)));
        if (!node.end()) {
            StringBuilder channels =
                    new StringBuilder(indent + "\tCHANNELS " + node.channels().size());
            node.channels().forEach(channel -> channels.append(' ').append(channel.word()));
            lines.add(channels.toString());
        }
        for (int n = index + 1; n < nodes.size(); n++) {
            if (nodes.get(n).parent() == index) {
                joint(nodes, n, indent + "\t", lines);
            }
        }
        lines.add(indent + "}");
    }
}
