package org.mneme.map;

import java.util.List;
import org.mneme.InvalidValueException;

/** Finds the links that a spike takes from a core to the cores that hear it. */
public sealed interface Router permits UnicastRouter, MulticastRouter {
    /**
     * Returns the name it is chosen by.
     *
     * @return such as "multicast"
     */
    String name();

    /**
     * Finds the links of a spike.
     *
     * @param mesh of the board
     * @param site where the spike starts
     * @param destinations sites of cores, distinct
     * @param copying whether routers copy a spike where its ways part: then the links are a tree, and none is taken twice; else there is a
     *     spike for each destination, one after the other
     * @return the links in the order in which they are taken
     */
    List<Route.Link> links(Mesh mesh, int site, List<Integer> destinations, boolean copying);

    /**
     * Returns the router of a name.
     *
     * @param name "unicast" or "multicast", or {@link MappingOptions#AUTO} for multicast
     * @return the router
     * @throws InvalidValueException if there is none
     */
    static Router named(String name) {
        return switch (name) {
            case UnicastRouter.NAME -> new UnicastRouter();
            case MulticastRouter.NAME, MappingOptions.AUTO -> new MulticastRouter();
            default -> throw new InvalidValueException("router", name, "one of auto, multicast, unicast");
        };
    }
}
