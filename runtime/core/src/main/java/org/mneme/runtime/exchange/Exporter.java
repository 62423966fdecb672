package org.mneme.runtime.exchange;

import java.nio.file.Path;
import org.mneme.ir.SpikingGraph;

/** Writes graphs in another tool's format; found by {@link java.util.ServiceLoader}. */
public interface Exporter {
    /**
     * Returns the name of the format.
     *
     * @return for example "NIR"
     */
    String format();

    /**
     * Returns how names of such files end.
     *
     * @return for example ".nir"
     */
    String extension();

    /**
     * Says what the format can say of a graph.
     *
     * @param graph a graph without mistakes
     * @return the report
     */
    FidelityReport assess(SpikingGraph graph);

    /**
     * Writes a graph.
     *
     * @param graph a graph without mistakes
     * @param file replaced where it exists, in one step
     * @param options outputs, whether approximations are wanted
     * @return what is exact in the file, and what is not
     * @throws CannotExportException if a part cannot be said, or only approximately and that is not wanted
     * @throws org.mneme.InputException if the file cannot be written
     */
    FidelityReport export(SpikingGraph graph, Path file, ExportOptions options);
}
