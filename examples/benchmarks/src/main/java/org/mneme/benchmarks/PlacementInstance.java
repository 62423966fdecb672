package org.mneme.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.mneme.map.Mesh;
import org.mneme.map.PlacementProblem;

/**
 * A graph of clusters that send each other spikes, in a file as METIS reads it, with the size of the mesh in a comment: {@code % mesh 32
 * 32}.
 *
 * @param columns of the mesh
 * @param rows of the mesh
 * @param clusters number of vertices
 * @param edges each pair once, with whole numbers as traffic
 */
record PlacementInstance(int columns, int rows, int clusters, List<PlacementProblem.Edge> edges) {
    static PlacementInstance read(Path file) throws IOException {
        int columns = 0;
        int rows = 0;
        int vertex = -1;
        int clusters = 0;
        List<PlacementProblem.Edge> edges = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            StringTokenizer words = new StringTokenizer(line);
            if (line.startsWith("% mesh")) {
                words.nextToken();
                words.nextToken();
                columns = Integer.parseInt(words.nextToken());
                rows = Integer.parseInt(words.nextToken());
            } else if (!line.startsWith("%") && vertex < 0) {
                clusters = Integer.parseInt(words.nextToken());
                vertex = 0;
            } else if (!line.startsWith("%")) {
                while (words.hasMoreTokens()) {
                    int other = Integer.parseInt(words.nextToken()) - 1;
                    long traffic = Long.parseLong(words.nextToken());
                    if (vertex < other) {
                        edges.add(new PlacementProblem.Edge(vertex, other, traffic));
                    }
                }
                vertex++;
            }
        }
        return new PlacementInstance(columns, rows, clusters, edges);
    }

    void write(Path file) throws IOException {
        List<StringBuilder> lines = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            lines.add(new StringBuilder());
        }
        for (PlacementProblem.Edge edge : edges) {
            add(lines.get(edge.a()), edge.b(), edge.traffic());
            add(lines.get(edge.b()), edge.a(), edge.traffic());
        }
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%% mesh %d %d\n%d %d 001\n", columns, rows, clusters, edges.size()));
        lines.forEach(line -> text.append(line.toString().trim()).append('\n'));
        Files.writeString(file, text);
    }

    private static void add(StringBuilder line, int other, double traffic) {
        line.append(' ').append(other + 1).append(' ').append((long) traffic);
    }

    PlacementProblem problem() {
        Mesh mesh = new Mesh(false, 1, 1, columns, rows, 1, columns * rows);
        return new PlacementProblem(mesh, edges, new double[clusters], new long[clusters], Long.MAX_VALUE);
    }
}
