package org.mneme.board.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mneme.board.program.ProgramEmitter;
import org.mneme.board.program.ProgramReader;
import org.mneme.board.program.ProgramSection;
import org.mneme.board.run.ProgramSource;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.map.IncompleteTargetException;
import org.mneme.map.InfeasibleException;
import org.mneme.map.Mapper;
import org.mneme.map.Mapping;
import org.mneme.map.MappingOptions;
import org.mneme.map.MappingProgress;
import org.mneme.map.Workload;
import org.mneme.pass.BoardPasses;
import org.mneme.pass.Misfit;
import org.mneme.targets.Target;

/**
 * A golden vector, ready for a target.
 *
 * @param vector the vector
 * @param graph what runs; the vector's, or one that was rewritten for the target and spikes alike
 * @param program for the target
 * @param isStored whether the program is the one that is shipped
 */
record Trial(GoldenVector vector, SpikingGraph graph, ProgramSource program, boolean isStored) {
    /** A target that cannot run a vector. */
    static final class NotApplicable extends Exception {
        private static final long serialVersionUID = 1L;

        NotApplicable(String reason) {
            super(reason);
        }
    }

    /**
     * Takes the program that is stored, where it is for that very target, and compiles the graph otherwise.
     *
     * @param name of a golden vector
     * @param target of the board
     * @return what to load and run
     * @throws NotApplicable if the target cannot run it, saying why
     */
    static Trial of(String name, Target target) throws NotApplicable {
        GoldenVector vector = GoldenVectors.read(name);
        Stored stored = Stored.of(name);
        return stored.digest().equals(target.digest())
                ? new Trial(vector, vector.graph(), stored.program(), true)
                : compiled(vector, target);
    }

    /**
     * Returns the program of a vector that is shipped.
     *
     * @param name of a golden vector
     * @return for the target "emulator"
     */
    static ProgramSource stored(String name) {
        return Stored.of(name).program();
    }

    /**
     * Compiles the graph of a vector.
     *
     * @param vector the vector
     * @param target of the board
     * @return what to load and run
     * @throws NotApplicable if the target cannot run it, saying why
     */
    static Trial compiled(GoldenVector vector, Target target) throws NotApplicable {
        BoardPasses.Result fitted = BoardPasses.apply(vector.graph(), target, false);
        if (!fitted.misfits().isEmpty()) {
            throw new NotApplicable(
                    fitted.misfits().stream().map(Trial::reason).findFirst().orElseThrow());
        }
        SpikingGraph graph = keepsShape(vector.graph(), fitted.graph()) ? vector.graph() : fitted.graph();
        try {
            Mapping mapping = mapping(graph, target);
            return new Trial(vector, graph, sink -> ProgramEmitter.create().emit(mapping, sink), false);
        } catch (InfeasibleException e) {
            throw new NotApplicable(InfeasibleException.sentence(e.violations().getFirst()));
        } catch (IncompleteTargetException e) {
            throw new NotApplicable(String.valueOf(e.getMessage()));
        }
    }

    /** The sentence of a misfit, which names a trait, with the figure that is not kept. */
    private static String reason(Misfit misfit) {
        return misfit.sentence()
                + misfit.exceeded()
                        .map(exceeded -> " (" + exceeded.quantity().key() + ")")
                        .orElse("");
    }

    /** Maps a graph of which the spikes of every neuron are told. */
    static Mapping mapping(SpikingGraph graph, Target target) {
        return Mapper.map(
                new Workload(graph, neurons(graph), Map.of()),
                target,
                MappingOptions.defaults().allowingIncomplete(true),
                MappingProgress.NONE);
    }

    /** The populations that are no sources. */
    static Set<String> neurons(SpikingGraph graph) {
        Set<String> names = new HashSet<>();
        for (Population population : graph.populations()) {
            if (!(population.model() instanceof Source)) {
                names.add(population.name());
            }
        }
        return names;
    }

    /** Whether nothing was rewritten but how weights are stored. */
    private static boolean keepsShape(SpikingGraph graph, SpikingGraph fitted) {
        return graph.populations().equals(fitted.populations())
                && graph.projections().stream()
                        .map(Projection::delay)
                        .toList()
                        .equals(fitted.projections().stream()
                                .map(Projection::delay)
                                .toList());
    }

    /**
     * Says whether states and counters are those of the vector too, not only spikes.
     *
     * @return true where the graph is the vector's
     */
    boolean isWhole() {
        return graph.equals(vector.graph());
    }

    /** A stored program: which target it is for, and its sections. */
    private record Stored(String digest, List<ProgramSection> sections) {
        static Stored of(String name) {
            try {
                Path file = Files.createTempFile("mneme-vector", GoldenVectors.PROGRAM);
                try {
                    Files.write(file, GoldenVectors.program(name));
                    try (ProgramReader reader = ProgramReader.open(file)) {
                        List<ProgramSection> sections = new ArrayList<>();
                        reader.emit(sections::add);
                        byte[] digest = reader.header().getTargetDigest().toByteArray();
                        return new Stored(HexFormat.of().formatHex(digest), sections);
                    }
                } finally {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        ProgramSource program() {
            return sink -> {
                for (ProgramSection section : sections) {
                    sink.section(section);
                }
            };
        }
    }
}
