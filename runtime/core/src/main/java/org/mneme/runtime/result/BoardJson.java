package org.mneme.runtime.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.mneme.runtime.backend.BoardFigures;

/** A board's part of a run's result. */
public final class BoardJson {
    private BoardJson() {}

    /**
     * Returns the figures as a tree.
     *
     * @param board the figures
     * @return a new tree
     */
    public static ObjectNode tree(BoardFigures board) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("uri", board.uri()).put("kind", board.kind());
        node.put("target", board.target()).put("arithmetic", board.arithmetic());
        node.put("cores", board.cores()).put("loadSeconds", board.loadSeconds());
        node.put("hops", board.hops());
        put(node, "joules", board.joules());
        put(node, "seconds", board.seconds());
        node.put("figures", board.status().name().toLowerCase(Locale.ROOT));
        node.put("eventsLost", board.eventsLost()).put("fullQueues", board.fullQueues());
        return node;
    }

    /** A number that is unknown is left out. */
    private static void put(ObjectNode node, String key, OptionalDouble value) {
        value.ifPresent(number -> node.put(key, number));
    }
}
