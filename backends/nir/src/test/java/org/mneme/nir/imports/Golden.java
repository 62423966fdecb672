package org.mneme.nir.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mneme.ir.Graded;
import org.mneme.ir.StateVariable;
import org.mneme.runtime.exchange.ImportOptions;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.exchange.ImportedNetwork.Readout;
import org.mneme.runtime.exchange.Importer;
import org.mneme.runtime.graph.InputSpikes;

/** A network of the reference package, its input, and what a NumPy stepper of the same equations made of it (src/test/python). */
record Golden(String name, List<String> spikes, List<String> states) {
    static final List<String> NAMES =
            List.of("conv", "conv1d", "cuba", "delays", "integrators", "lif", "nested", "older", "ties");

    private static final int TICKS = 30;
    private static final double TOLERANCE = 1e-9;

    static Golden of(String name) {
        return new Golden(name, rows(name + ".spikes.csv"), rows(name + ".states.csv"));
    }

    private static List<String> rows(String file) {
        try {
            return Files.readAllLines(file(file)).stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Golden.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** What an importer makes of the file, run on a backend, that the stepper did not. */
    List<String> differences(Importer importer, String backend) {
        ImportedNetwork network = observed(importer.read(file(name + ".nir"), ImportOptions.tick(Nets.DT)));
        Nets.Heard heard = Nets.run(network, backend, TICKS, InputSpikes.read(file(name + ".in.csv"), network));
        List<String> wanted = spikes.stream()
                .map(row -> row.split(",", -1))
                .map(cells -> cells[0] + " " + cells[1] + " " + cells[2])
                .toList();
        List<String> differences = new ArrayList<>();
        if (!wanted.equals(heard.spikes)) {
            differences.add("spikes " + heard.spikes + " where " + wanted + " were expected");
        }
        for (String row : states) {
            String[] cells = row.split(",", -1);
            double found = Objects.requireNonNull(heard.states.get(cells[1]))
                    .get(Integer.parseInt(cells[0]))
                    .get(Integer.parseInt(cells[2]));
            if (!(Math.abs(found - Double.parseDouble(cells[3])) <= TOLERANCE)) {
                differences.add("state " + found + " where the row is " + row);
            }
        }
        return differences;
    }

    /** Reads out the spikes and the potential of every population that the stepper tells of. */
    private ImportedNetwork observed(ImportedNetwork network) {
        Set<String> populations = new TreeSet<>();
        states.forEach(row -> populations.add(row.split(",", -1)[1]));
        List<Readout> readouts = new ArrayList<>();
        for (String population : populations) {
            boolean sum = network.graph().population(population).model() instanceof Graded;
            if (!sum) {
                readouts.add(new Readout(population, population, Optional.empty()));
            }
            StateVariable potential = sum ? StateVariable.SUM : StateVariable.POTENTIAL;
            readouts.add(new Readout(population, population, Optional.of(potential)));
        }
        return new ImportedNetwork(network.format(), network.graph(), readouts, network.notes());
    }
}
