package org.mneme.nir.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.mneme.bits.Ints;
import org.mneme.nir.file.NirFile;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.hdf.HdfItem;
import org.mneme.runtime.exchange.RecordingExporter;
import org.mneme.runtime.recording.Manifest;
import org.mneme.runtime.recording.Recording;

/**
 * Writes recordings as NIR graph data: a node a population, of the same name as in an exported graph.
 *
 * <p>Its observable {@code spikes} is EventData, or ValuedEventData where payloads are not all 1: {@code time} is tick · dt, in s, {@code
 * t_max} the end of the recording. A probe is TimeGriddedData under the name of its state variable. There is one sample (trial).
 */
public final class NirDataExporter implements RecordingExporter {
    private static final String TYPE = "__type__";

    @Override
    public String format() {
        return "NIR data";
    }

    @Override
    public String export(Recording recording, Path file) {
        Manifest manifest = recording.manifest();
        List<Events> events = events(recording);
        SequencedMap<String, HdfItem> nodes = new TreeMap<>();
        for (int p = 0; p < events.size(); p++) {
            Manifest.PopulationRange population = manifest.populations().get(p);
            SequencedMap<String, HdfItem> observables = new TreeMap<>();
            observables.put("spikes", spikes(recording, population, events.get(p)));
            for (String probe : recording.probes()) {
                String prefix = "probes/" + population.name() + ".";
                if (probe.startsWith(prefix)) {
                    observables.put(probe.substring(prefix.length()), samples(recording, probe));
                }
            }
            nodes.put(
                    population.name(),
                    typed("NIRNodeData", "observables", HdfItem.Group.of(observables), new TreeMap<>()));
        }
        HdfItem.Group root = typed("NIRGraphData", "nodes", HdfItem.Group.of(nodes), new TreeMap<>());
        NirFile.writeHdf(root, nodes.keySet(), file);
        return String.format(
                Locale.ROOT,
                "%d spikes of %d populations",
                events.stream().mapToLong(Events::count).sum(),
                events.size());
    }

    private static List<Events> events(Recording recording) {
        List<Manifest.PopulationRange> populations = recording.manifest().populations();
        List<Events> events = new ArrayList<>();
        populations.forEach(population -> events.add(new Events()));
        recording.spikes((tick, id, payload) -> {
            int p = 0;
            while (id >= populations.get(p).firstId() + populations.get(p).size()) {
                p++;
            }
            events.get(p).add(tick, id - populations.get(p).firstId(), payload);
        });
        return events;
    }

    private static HdfItem.Group spikes(Recording recording, Manifest.PopulationRange population, Events events) {
        double dt = recording.manifest().tickSeconds();
        SequencedMap<String, HdfItem.Data> attributes = new TreeMap<>();
        attributes.put("n_neurons", new HdfItem.Numbers(Tensor.scalar(population.size()), true));
        attributes.put("t_max", new HdfItem.Numbers(Tensor.scalar(recording.tick() * dt), false));
        SequencedMap<String, HdfItem> columns = new TreeMap<>();
        columns.put("idx", column(events, true, events::neuron));
        columns.put("time", column(events, false, e -> events.tick(e) * dt));
        if (!events.binary()) {
            columns.put("value", column(events, false, events::payload));
        }
        return typed(events.binary() ? "EventData" : "ValuedEventData", columns, attributes);
    }

    private static HdfItem column(Events events, boolean whole, IntToDoubleFunction value) {
        return new HdfItem.Numbers(Tensor.generate(Ints.of(1, events.count()), value), whole);
    }

    /** Samples of every so many ticks, the first at the start of the recording. */
    private static HdfItem.Group samples(Recording recording, String probe) {
        int neurons = recording.probedNeurons(probe).length();
        int steps = Math.toIntExact(recording.rows(probe));
        double[] values = new double[Math.multiplyExact(steps, neurons)];
        long[] ticks = new long[steps];
        int[] step = {0};
        recording.samples(probe, (tick, row) -> {
            ticks[step[0]] = tick;
            System.arraycopy(row, 0, values, step[0]++ * neurons, neurons);
        });
        long apart = steps > 1 ? ticks[1] - ticks[0] : 1;
        SequencedMap<String, HdfItem.Data> attributes = new TreeMap<>();
        attributes.put(
                "dt",
                new HdfItem.Numbers(Tensor.scalar(apart * recording.manifest().tickSeconds()), false));
        SequencedMap<String, HdfItem> columns = new TreeMap<>();
        columns.put("data", new HdfItem.Numbers(Tensor.of(Ints.of(1, steps, neurons), values), false));
        return typed("TimeGriddedData", columns, attributes);
    }

    private static HdfItem.Group typed(
            String type, String member, HdfItem item, SequencedMap<String, HdfItem.Data> attributes) {
        SequencedMap<String, HdfItem> members = new TreeMap<>();
        members.put(member, item);
        return typed(type, members, attributes);
    }

    private static HdfItem.Group typed(
            String type, SequencedMap<String, HdfItem> members, SequencedMap<String, HdfItem.Data> attributes) {
        attributes.put(TYPE, HdfItem.Texts.of(type));
        return new HdfItem.Group(members, attributes);
    }
}
