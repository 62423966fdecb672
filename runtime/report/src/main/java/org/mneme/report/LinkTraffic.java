package org.mneme.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mneme.ir.Population;
import org.mneme.map.Mapping;
import org.mneme.map.Route;

/** How many spikes each link is expected to carry in a tick. */
final class LinkTraffic {
    private LinkTraffic() {}

    /**
     * Traffic between two neighbours.
     *
     * @param x column of one tile
     * @param y its row
     * @param direction to the other one: the first half of the directions, so that each pair is met once
     * @param there spikes a tick in that direction
     * @param back spikes a tick in the other one
     */
    record Link(int x, int y, int direction, double there, double back) {
        double both() {
            return there + back;
        }
    }

    /**
     * Adds up the traffic of all routes.
     *
     * @param mapping the mapping
     * @return pairs of neighbours that a spike passes between, ascending by row, column and direction
     */
    static List<Link> of(Mapping mapping) {
        Mesh mesh = Mesh.of(mapping.target());
        List<Population> populations = mapping.workload().graph().populations();
        int half = mesh.directions() / 2;
        Map<Long, double[]> spikes = new TreeMap<>();
        for (Route route : mapping.routes().trees()) {
            double rate = (route.to() - route.from())
                    * mapping.workload()
                            .rate(populations.get(route.population()).name());
            for (Route.Link link : route.links()) {
                boolean back = link.direction() >= half;
                int direction = link.direction() % half;
                int x = back ? link.x() + mesh.dx(link.direction()) : link.x();
                int y = back ? link.y() + mesh.dy(link.direction()) : link.y();
                spikes.computeIfAbsent(key(x, y, direction), _ -> new double[2])[back ? 1 : 0] += rate;
            }
        }
        List<Link> links = new ArrayList<>();
        spikes.forEach((key, sums) -> links.add(
                new Link((int) (key >> 2 & 0x3fffffff), (int) (key >> 32), (int) (key & 3), sums[0], sums[1])));
        return links;
    }

    private static long key(long x, long y, int direction) {
        return y << 32 | x << 2 | direction;
    }

    /**
     * Returns the links that carry most.
     *
     * @param links all of them
     * @param most how many
     * @return the busiest first
     */
    static List<Link> busiest(List<Link> links, int most) {
        return links.stream()
                .sorted(Comparator.comparingDouble(Link::both).reversed())
                .limit(most)
                .toList();
    }
}
