package org.mneme.map;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A placement under change: moves of a cluster to a free core, and swaps of two clusters, with what each does to traffic × hops. */
final class Swaps {
    /** What a link between chips costs more than one on a chip, in hops: it is slower on every board, and shared. */
    private static final int CROSSING = 4;

    private static final int SAMPLES = 2000;
    private static final short[] NOT_YET = {};

    private final PlacementProblem problem;
    private final Mesh mesh;
    private final SplitMix random;
    private final int[] sites;
    private final int[] tiles;
    private final int[] clusterAt;
    private final int[] tileOfSite;
    private final int[] chipX;
    private final int[] chipY;
    private final short[][] distances;
    private final long[] bitsOfChip;
    private final boolean[] inUse;
    private final int[] links;
    private final int[] neighbours;
    private final double[] traffic;
    private final int widest;

    Swaps(PlacementProblem problem, int[] start, long seed) {
        this.problem = problem;
        this.mesh = problem.mesh();
        this.random = new SplitMix(seed);
        this.sites = start.clone();
        this.tileOfSite = IntStream.range(0, mesh.sites())
                .map(s -> mesh.y(s) * mesh.columns() + mesh.x(s))
                .toArray();
        this.tiles = Arrays.stream(sites).map(s -> tileOfSite[s]).toArray();
        this.clusterAt = new int[mesh.sites()];
        Arrays.fill(clusterAt, -1);
        int clusters = sites.length;
        this.bitsOfChip = new long[mesh.chips()];
        this.inUse = new boolean[mesh.chips()];
        for (int c = 0; c < clusters; c++) {
            clusterAt[sites[c]] = c;
            bitsOfChip[mesh.chip(sites[c])] += problem.bits(c);
            inUse[mesh.chip(sites[c])] = true;
        }
        int all = mesh.columns() * mesh.rows();
        this.distances = new short[all][];
        Arrays.fill(distances, NOT_YET);
        this.chipX = IntStream.range(0, all)
                .map(t -> t % mesh.columns() / mesh.tileColumns())
                .toArray();
        this.chipY = IntStream.range(0, all)
                .map(t -> t / mesh.columns() / mesh.tileRows())
                .toArray();
        this.links = IntStream.rangeClosed(0, clusters).map(problem::firstLink).toArray();
        this.neighbours =
                IntStream.range(0, links[clusters]).map(problem::neighbour).toArray();
        this.traffic = IntStream.range(0, links[clusters])
                .mapToDouble(problem::traffic)
                .toArray();
        int used = (clusters + mesh.coresPerTile() - 1) / mesh.coresPerTile();
        this.widest = Math.min(
                Math.max(mesh.columns(), mesh.rows()),
                (int) Math.ceil(Math.sqrt(used)) * Math.max(1, mesh.chips() > 1 ? 2 : 1) + 1);
    }

    int[] sites() {
        return sites.clone();
    }

    /** How far a cluster may move: over all of the used part of the mesh at first, to the next router at last. */
    int reach(double cooled) {
        return (int) Math.max(1, Math.round(StrictMath.pow(widest, 1 - cooled)));
    }

    /** The mean change of the cost by a move, over a sample of moves. */
    double meanChange() {
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < SAMPLES; k++) {
            int cluster = random.below(sites.length);
            int to = target(cluster, widest);
            if (to >= 0 && allowed(cluster, to)) {
                sum += Math.abs(change(cluster, to));
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    /** Tries moves; one that makes things worse by Δ is made with probability e^(−Δ/temperature). */
    void run(int moves, double temperature, int reach) {
        for (int k = 0; k < moves; k++) {
            int cluster = random.below(sites.length);
            int to = target(cluster, reach);
            if (to >= 0 && allowed(cluster, to)) {
                double change = change(cluster, to);
                if (change <= 0 || temperature > 0 && random.unit() < StrictMath.exp(-change / temperature)) {
                    move(cluster, to);
                }
            }
        }
    }

    /** A core near a cluster's, on one of the chips that were used at the start, and not on its own tile; −1 where the draw hits none. */
    private int target(int cluster, int reach) {
        int tile = tiles[cluster];
        int x = tile % mesh.columns() + random.below(2 * reach + 1) - reach;
        int y = tile / mesh.columns() + random.below(2 * reach + 1) - reach;
        int slot = mesh.coresPerTile() == 1 ? 0 : random.below(mesh.coresPerTile());
        if (!mesh.exists(x, y) || !inUse[mesh.chipAt(x, y)]) {
            return -1;
        }
        int core = (y % mesh.tileRows() * mesh.tileColumns() + x % mesh.tileColumns()) * mesh.coresPerTile() + slot;
        if (core >= mesh.coresPerChip()) {
            return -1;
        }
        int site = mesh.chipAt(x, y) * mesh.coresPerChip() + core;
        return tileOfSite[site] == tile ? -1 : site;
    }

    /** Whether the chips' memory has room after a move. */
    private boolean allowed(int cluster, int to) {
        if (problem.bitsPerChip() == Long.MAX_VALUE) {
            return true;
        }
        int from = mesh.chip(sites[cluster]);
        int chip = mesh.chip(to);
        int other = clusterAt[to];
        long more = problem.bits(cluster) - (other < 0 ? 0 : problem.bits(other));
        return from == chip
                || bitsOfChip[chip] + more <= problem.bitsPerChip() && bitsOfChip[from] - more <= problem.bitsPerChip();
    }

    private double change(int cluster, int to) {
        short[] before = distancesFrom(tiles[cluster]);
        short[] after = distancesFrom(tileOfSite[to]);
        int other = clusterAt[to];
        double change = change(cluster, other, before, after);
        return other < 0 ? change : change + change(other, cluster, after, before);
    }

    private double change(int cluster, int but, short[] before, short[] after) {
        int host = tileOfSite[0];
        double change = problem.fromHost(cluster) * (after[host] - before[host]);
        for (int k = links[cluster]; k < links[cluster + 1]; k++) {
            int neighbour = neighbours[k];
            if (neighbour != but) {
                int tile = tiles[neighbour];
                change += traffic[k] * (after[tile] - before[tile]);
            }
        }
        return change;
    }

    private void move(int cluster, int to) {
        int from = sites[cluster];
        int other = clusterAt[to];
        put(cluster, from, to);
        clusterAt[from] = other;
        if (other >= 0) {
            put(other, to, from);
        }
        clusterAt[to] = cluster;
    }

    private void put(int cluster, int from, int to) {
        sites[cluster] = to;
        tiles[cluster] = tileOfSite[to];
        bitsOfChip[mesh.chip(from)] -= problem.bits(cluster);
        bitsOfChip[mesh.chip(to)] += problem.bits(cluster);
    }

    private short[] distancesFrom(int tile) {
        short[] row = distances[tile];
        if (row.length == 0) {
            row = new short[distances.length];
            int columns = mesh.columns();
            for (int t = 0; t < row.length; t++) {
                int hops = mesh.distance(t % columns - tile % columns, t / columns - tile / columns);
                int chips = mesh.tileColumns() * mesh.tileRows() == 1
                        ? 0
                        : mesh.distance(chipX[t] - chipX[tile], chipY[t] - chipY[tile]);
                row[t] = (short) Math.min(Short.MAX_VALUE, hops + CROSSING * chips);
            }
            distances[tile] = row;
        }
        return row;
    }
}
