package org.mneme.nir.graph;

/**
 * A connection without parameters: the output of a node is (part of) the input of another.
 *
 * @param source name of the node it comes from
 * @param target name of the node it goes to
 */
public record Edge(String source, String target) {
    @Override
    public String toString() {
        return source + " → " + target;
    }
}
