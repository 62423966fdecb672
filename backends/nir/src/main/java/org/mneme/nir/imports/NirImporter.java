package org.mneme.nir.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.mneme.nir.file.NirDocument;
import org.mneme.nir.file.NirFile;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.runtime.exchange.ImportOptions;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.exchange.Importer;

/** Imports NIR files (Pedersen et al., Nature Communications 2024) into graphs of the real domain. */
public final class NirImporter implements Importer {
    /** The graph's metadata that tells its time step, s. */
    public static final String TICK_SECONDS = "dt";

    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    /** Creates the importer, as {@link java.util.ServiceLoader} does. */
    public NirImporter() {}

    @Override
    public String format() {
        return "NIR";
    }

    @Override
    public boolean recognises(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".nir")) {
            return true;
        }
        if (!Files.isRegularFile(file)) {
            // what is read from a pipe to look at it is lost to whoever reads it next
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(HDF5.length), HDF5);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Imports a NIR file.
     *
     * @throws org.mneme.nir.file.NirFileException if it cannot be read
     * @throws NirImportException if it holds what cannot be run
     */
    @Override
    public ImportedNetwork read(Path file, ImportOptions options) {
        NirDocument document = NirFile.read(file);
        String format = document.version().isEmpty() ? "NIR" : "NIR " + document.version();
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
        return network(name, format, document.graph(), options);
    }

    /**
     * Imports a NIR graph.
     *
     * @param graph not checked
     * @param options the time step
     * @return the network
     * @throws NirImportException if it cannot be run
     */
    public static ImportedNetwork network(NirGraph graph, ImportOptions options) {
        return network("nir", "NIR", graph, options);
    }

    private static ImportedNetwork network(String name, String format, NirGraph graph, ImportOptions options) {
        if (options.tickSeconds().isPresent()) {
            return NetworkImport.of(name, format, graph, options.tickSeconds().getAsDouble(), List.of());
        }
        OptionalDouble told = told(graph);
        if (told.isPresent()) {
            return NetworkImport.of(
                    name,
                    format,
                    graph,
                    told.getAsDouble(),
                    List.of("the time step is the file's, " + told.getAsDouble() + " s"));
        }
        double tick = ImportOptions.DEFAULT_TICK_SECONDS;
        String note = "the file tells no time step; it is taken as " + tick + " s, --dt sets another";
        return NetworkImport.of(name, format, graph, tick, List.of(note));
    }

    /** Empty where the metadata has no time step; what it has must be one. */
    private static OptionalDouble told(NirGraph graph) {
        MetaValue value = graph.metadata().values().get(TICK_SECONDS);
        if (value == null) {
            return OptionalDouble.empty();
        }
        return switch (value) {
            case MetaValue.Numbers numbers
            when numbers.values().size() == 1 -> {
                double seconds = numbers.values().at(0);
                if (!(seconds > 0) || !Double.isFinite(seconds)) {
                    throw new TimeStepException(String.valueOf(seconds));
                }
                yield OptionalDouble.of(seconds);
            }
            case MetaValue.Numbers numbers ->
                throw new TimeStepException(numbers.values().size() + " numbers");
            case MetaValue.Text text -> throw new TimeStepException("the text '" + text.text() + "'");
            case MetaValue.Texts _ -> throw new TimeStepException("a list of texts");
            case MetaValue.Group _ -> throw new TimeStepException("a group");
        };
    }
}
