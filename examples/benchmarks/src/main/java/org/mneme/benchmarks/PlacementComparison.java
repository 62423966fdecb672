package org.mneme.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.mneme.map.MappingProgress;
import org.mneme.map.PlacementProblem;
import org.mneme.map.Placer;

/** Places the instances of a folder by each placer, and prints traffic × hops and time; beside METIS where its placements are there. */
final class PlacementComparison {
    private PlacementComparison() {}

    /**
     * Compares.
     *
     * @param arguments folder of the instances (.graph), and optionally one of METIS placements (.place, one site a line; first line: its
     *     time in seconds)
     */
    public static void main(String[] arguments) throws IOException {
        List<Path> instances;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            instances =
                    files.filter(f -> f.toString().endsWith(".graph")).sorted().toList();
        }
        System.out.println(
                "| instance | slices | pairs | first-fit | annealing | of first-fit | time | METIS | time | annealing / METIS |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (Path file : instances) {
            Optional<Path> metis = arguments.length < 2
                    ? Optional.empty()
                    : Optional.of(Path.of(
                            arguments[1], String.valueOf(file.getFileName()).replace(".graph", ".place")));
            System.out.println(row(file, metis.filter(Files::exists)));
        }
    }

    private static String row(Path file, Optional<Path> metis) throws IOException {
        PlacementProblem problem = PlacementInstance.read(file).problem();
        double first = cost(problem, "first-fit");
        long begin = System.nanoTime();
        double annealed = cost(problem, "annealing");
        double seconds = (System.nanoTime() - begin) / 1e9;
        String name = String.valueOf(file.getFileName()).replace(".graph", "");
        String ours = String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.0f | %.0f | %.2f | %.1f s |",
                name,
                problem.clusters(),
                problem.edges(),
                first,
                annealed,
                annealed / first,
                seconds);
        if (metis.isEmpty()) {
            return ours + " | | |";
        }
        List<String> lines = Files.readAllLines(metis.get());
        int[] sites =
                lines.stream().skip(1).mapToInt(l -> Integer.parseInt(l.trim())).toArray();
        double theirs = problem.cost(sites);
        double time = Double.parseDouble(new StringTokenizer(lines.getFirst()).nextToken());
        return ours + String.format(Locale.ROOT, " %.0f | %.1f s | %.2f |", theirs, time, annealed / theirs);
    }

    private static double cost(PlacementProblem problem, String placer) {
        return problem.cost(Placer.named(placer)
                .place(problem, 1, Optional.empty(), MappingProgress.NONE)
                .placement()
                .orElseThrow()
                .sites()
                .toArray());
    }
}
