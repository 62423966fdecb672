package org.mneme.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mneme.ir.Population;
import org.mneme.ir.Source;

/**
 * Clusters that send each other spikes, to be put on a mesh.
 *
 * <p>Not modified once it is made. The cost of a placement is Σ traffic · hops, over pairs of clusters and over clusters and the host's
 * entry at site 0.
 */
public final class PlacementProblem {
    private final Mesh mesh;
    private final int[] offsets;
    private final int[] neighbours;
    private final double[] traffic;
    private final double[] fromHost;
    private final long[] bits;
    private final long bitsPerChip;

    /**
     * Spikes between two clusters, both ways together.
     *
     * @param a cluster
     * @param b another
     * @param traffic spikes a tick, ≥ 0
     */
    public record Edge(int a, int b, double traffic) {}

    /**
     * Creates a problem.
     *
     * @param mesh where to
     * @param edges those of the same two clusters are added; one from a cluster to itself costs nothing
     * @param fromHost spikes a tick from the host to each cluster; one entry a cluster
     * @param bits synapse memory of each cluster
     * @param bitsPerChip synapse memory that the cores of a chip share
     */
    public PlacementProblem(Mesh mesh, List<Edge> edges, double[] fromHost, long[] bits, long bitsPerChip) {
        this.mesh = mesh;
        this.fromHost = fromHost.clone();
        this.bits = bits.clone();
        this.bitsPerChip = bitsPerChip;
        int clusters = fromHost.length;
        int[] next = new int[clusters + 1];
        for (Edge edge : edges) {
            if (edge.a() != edge.b()) {
                next[edge.a() + 1]++;
                next[edge.b() + 1]++;
            }
        }
        for (int c = 0; c < clusters; c++) {
            next[c + 1] += next[c];
        }
        int[] starts = next.clone();
        int[] to = new int[next[clusters]];
        double[] weight = new double[to.length];
        for (Edge edge : edges) {
            if (edge.a() != edge.b()) {
                to[next[edge.a()]] = edge.b();
                weight[next[edge.a()]++] = edge.traffic();
                to[next[edge.b()]] = edge.a();
                weight[next[edge.b()]++] = edge.traffic();
            }
        }
        this.offsets = new int[clusters + 1];
        int kept = joined(starts, to, weight, offsets);
        this.neighbours = Arrays.copyOf(to, kept);
        this.traffic = Arrays.copyOf(weight, kept);
    }

    /**
     * Returns the problem that a mapping has solved.
     *
     * @param mapping of any graph
     * @return its clusters, with the traffic of its routes
     */
    public static PlacementProblem of(Mapping mapping) {
        List<Cluster> clusters = mapping.partition().clusters();
        Mesh mesh = Mesh.of(mapping.target(), clusters.size());
        Map<Integer, Integer> clusterAt = new HashMap<>();
        for (int c = 0; c < clusters.size(); c++) {
            clusterAt.put(mapping.placement().sites().at(c), c);
        }
        List<Population> populations = mapping.workload().graph().populations();
        List<Edge> edges = new ArrayList<>();
        double[] fromHost = new double[clusters.size()];
        for (Route route : mapping.routes().trees()) {
            Population population = populations.get(route.population());
            double spikes = mapping.workload().rate(population.name()) * (route.to() - route.from());
            for (int site : route.destinations()) {
                int to = clusterAt.getOrDefault(site, 0);
                if (population.model() instanceof Source) {
                    fromHost[to] += spikes;
                } else {
                    edges.add(new Edge(clusterAt.getOrDefault(route.site(), 0), to, spikes));
                }
            }
        }
        // Limits of a chip's memory are the mapper's: here clusters are points.
        return new PlacementProblem(mesh, edges, fromHost, new long[clusters.size()], Long.MAX_VALUE);
    }

    /** Adds up what goes to the same cluster, in place; returns how many are left. */
    private static int joined(int[] starts, int[] to, double[] weight, int[] offsets) {
        int clusters = starts.length - 1;
        int[] seenAt = new int[clusters];
        Arrays.fill(seenAt, -1);
        int kept = 0;
        for (int c = 0; c < clusters; c++) {
            offsets[c] = kept;
            for (int k = starts[c]; k < starts[c + 1]; k++) {
                int other = to[k];
                if (seenAt[other] >= offsets[c]) {
                    weight[seenAt[other]] += weight[k];
                } else {
                    seenAt[other] = kept;
                    to[kept] = other;
                    weight[kept++] = weight[k];
                }
            }
        }
        offsets[clusters] = kept;
        return kept;
    }

    /**
     * Returns where to.
     *
     * @return the mesh
     */
    public Mesh mesh() {
        return mesh;
    }

    /**
     * Returns how many clusters there are.
     *
     * @return ≥ 0
     */
    public int clusters() {
        return fromHost.length;
    }

    /**
     * Returns how many pairs of clusters send each other spikes.
     *
     * @return ≥ 0
     */
    public int edges() {
        return neighbours.length / 2;
    }

    int firstLink(int cluster) {
        return offsets[cluster];
    }

    int neighbour(int link) {
        return neighbours[link];
    }

    double traffic(int link) {
        return traffic[link];
    }

    double fromHost(int cluster) {
        return fromHost[cluster];
    }

    long bits(int cluster) {
        return bits[cluster];
    }

    long bitsPerChip() {
        return bitsPerChip;
    }

    /**
     * Returns the cost of a placement: traffic × hops.
     *
     * @param sites of the clusters
     * @return hops a tick
     */
    public double cost(int[] sites) {
        double cost = 0;
        for (int c = 0; c < clusters(); c++) {
            cost += fromHost[c] * mesh.hops(0, sites[c]);
            for (int k = offsets[c]; k < offsets[c + 1]; k++) {
                if (neighbours[k] > c) {
                    cost += traffic[k] * mesh.hops(sites[c], sites[neighbours[k]]);
                }
            }
        }
        return cost;
    }
}
