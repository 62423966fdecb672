package org.mneme.nir.export;

import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.mneme.ir.SpikingGraph;
import org.mneme.nir.file.NirFile;
import org.mneme.nir.graph.MetaValue;
import org.mneme.runtime.exchange.CannotExportException;
import org.mneme.runtime.exchange.ExportOptions;
import org.mneme.runtime.exchange.Exporter;
import org.mneme.runtime.exchange.FidelityReport;

/** Writes spiking graphs as NIR files (docs/tasks/exchange-with-nir.md). */
public final class NirExporter implements Exporter {
    private static final String MEANING =
            "forward Euler at dt, the current before the potential, strict threshold; a spike counts 1 for one step"
                    + " and arrives its Delay later; all states start at 0";

    @Override
    public String format() {
        return "NIR";
    }

    @Override
    public String extension() {
        return ".nir";
    }

    @Override
    public FidelityReport assess(SpikingGraph graph) {
        return GraphExport.assess(FloorFree.of(graph));
    }

    @Override
    public FidelityReport export(SpikingGraph graph, Path file, ExportOptions options) {
        FloorFree free = FloorFree.of(graph);
        FidelityReport report = GraphExport.assess(free);
        switch (report.worst()) {
            case UNSUPPORTED ->
                throw new CannotExportException(format(), report, "lower the memory with 'lowering: spiking'");
            case APPROXIMATE -> {
                if (!options.allowApproximate()) {
                    throw new CannotExportException(
                            format(), report, "--allow-approximate writes it all the same, and lists what differs");
                }
            }
            case FAITHFUL -> {}
        }
        NirFile.write(GraphExport.of(free, options.outputs()).graph(metadata(graph, report)), file);
        return report;
    }

    private static MetaValue.Group metadata(SpikingGraph graph, FidelityReport report) {
        SequencedMap<String, MetaValue> values = new TreeMap<>();
        values.put("dt", MetaValue.Numbers.of(graph.tickSeconds()));
        values.put("name", new MetaValue.Text(graph.name()));
        values.put("meaning", new MetaValue.Text(MEANING));
        values.put("fidelity", new MetaValue.Text(report.text()));
        return new MetaValue.Group(values);
    }
}
