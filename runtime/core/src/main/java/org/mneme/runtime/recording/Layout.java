package org.mneme.runtime.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mneme.bits.Ints;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.recording.Manifest.Column;
import org.mneme.runtime.recording.Manifest.Table;

/** Which tables and columns a recording has. */
final class Layout {
    static final String SPIKES = "spikes";
    static final String EVENTS = "control/events";
    static final String CONTROL = "control";
    static final String CUES = "control/cues";
    static final String GATES = "control/gates";
    static final String GATE_UNITS = "control/gate_units";
    static final String TEMPOS = "control/tempos";
    static final String RECALL = "recall";

    static final int KIND_SPIKES = 0;
    static final int KIND_CUE = 1;
    static final int KIND_GATE = 2;
    static final int KIND_TEMPO = 3;

    private final SpikingGraph graph;
    private final int features;
    private final List<Table> tables = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Layout(SpikingGraph graph, int features) {
        this.graph = graph;
        this.features = features;
    }

    /** The tables for a graph; those of probe p are the last but 2(n−p), its samples, and the one after, its neurons. */
    static List<Table> tables(SpikingGraph graph, int features, List<StateProbe> probes) {
        Layout layout = new Layout(graph, features);
        layout.spikes();
        layout.control();
        layout.gatesAndTempos();
        layout.recall();
        probes.forEach(probe -> layout.probe(probe, probe.resolve(graph)));
        return layout.tables;
    }

    /**
     * Whether tables could be those of a recording of a version: the fixed ones in order, then two for each probe. Version 1 knew neither
     * gates nor tempos.
     */
    static boolean fits(int version, List<Table> tables) {
        Layout fixed = new Layout(new SpikingGraph("", new NumberDomain.Real(), 1, List.of(), List.of()), 1);
        fixed.spikes();
        fixed.control();
        if (version > 1) {
            fixed.gatesAndTempos();
        }
        fixed.recall();
        int count = fixed.tables.size();
        if (tables.size() < count || (tables.size() - count) % 2 != 0) {
            return false;
        }
        for (int t = 0; t < tables.size(); t++) {
            boolean right = t < count
                    ? tables.get(t).name().equals(fixed.tables.get(t).name())
                            && files(tables.get(t)).equals(files(fixed.tables.get(t)))
                    : tables.get(t).columns().size() == ((t - count) % 2 == 0 ? 2 : 1);
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static List<String> files(Table table) {
        return table.columns().stream().map(Column::file).toList();
    }

    private void spikes() {
        table(
                SPIKES,
                column("spikes/tick.npy", Dtype.INT64, "tick of a spike, ascending"),
                column("spikes/neuron.npy", Dtype.INT32, "global id of the neuron, ascending within a tick"),
                column("spikes/payload.npy", payload(), "payload of the spike, 1 where it is binary"));
    }

    private void control() {
        table(
                EVENTS,
                column("control/event_given.npy", Dtype.INT64, "next tick of the session when the event was given"),
                column("control/event_tick.npy", Dtype.INT64, "first tick at which the event acts"),
                column("control/event_kind.npy", Dtype.INT8, "0: source spikes, 1: a cue, 2: a gate, 3: a tempo"),
                column("control/event_spikes.npy", Dtype.INT64, "rows of control/tick.npy that belong to the event"));
        table(
                CONTROL,
                column("control/tick.npy", Dtype.INT64, "tick of a source spike"),
                column("control/neuron.npy", Dtype.INT32, "global id of the source"),
                column("control/payload.npy", Dtype.INT64, "payload of the source spike"));
        table(CUES, new Column("control/cue_state.npy", Dtype.INT8, features, "a cue: -1, 0 or 1 a feature"));
    }

    private void gatesAndTempos() {
        table(
                GATES,
                column("control/gate_open.npy", Dtype.INT64, "rows of control/gate_unit.npy that belong to the gate"),
                new Column(
                        "control/gate_state.npy",
                        Dtype.INT8,
                        features,
                        "what the recall goes on from: -1, 0 or 1 a feature, all 0 for nothing"));
        table(GATE_UNITS, column("control/gate_unit.npy", Dtype.INT32, "a hidden unit whose gate is open, ascending"));
        table(
                TEMPOS,
                column("control/tempo_gain.npy", Dtype.FLOAT64, "a tempo: 1 as lowered, 2 twice as fast, 0 paused"));
    }

    private void recall() {
        table(
                RECALL,
                column("recall/step.npy", Dtype.INT64, "recall step, 0 for the cue"),
                column("recall/tick.npy", Dtype.INT64, "tick at which the features of the step spiked"),
                column("recall/silent.npy", Dtype.INT8, "1 where no feature spiked"),
                column("recall/hidden_winner.npy", Dtype.INT32, "hidden unit that this state made win, -1 for none"),
                new Column("recall/state.npy", Dtype.INT8, features, "decoded state: -1, 0 or 1 a feature"));
    }

    private void probe(StateProbe probe, Ints neurons) {
        String name = fileName(probe);
        String what = probe.variable().symbol() + " of " + probe.population();
        table(
                name,
                column(name + ".tick.npy", Dtype.INT64, "tick after which " + what + " was sampled"),
                new Column(
                        name + ".npy",
                        fixed() ? Dtype.INT64 : Dtype.FLOAT64,
                        neurons.length(),
                        what + ", a row a tick"));
        table(
                name + ".neurons",
                column(
                        name + ".neurons.npy",
                        Dtype.INT32,
                        "index in " + probe.population() + " of each column of " + name));
    }

    /** A name that no file system objects to, and that no other probe has. */
    private String fileName(StateProbe probe) {
        String base = "probes/" + probe.population().replaceAll("[^A-Za-z0-9_-]", "_") + "."
                + probe.variable().symbol();
        String name = base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + "-" + i;
        }
        return name;
    }

    private boolean fixed() {
        return switch (graph.domain()) {
            case NumberDomain.Fixed _ -> true;
            case NumberDomain.Real _ -> false;
        };
    }

    private Dtype payload() {
        if (!fixed()) {
            return Dtype.FLOAT64;
        }
        return graph.populations().stream().anyMatch(Layout::sendsLongs) ? Dtype.INT64 : Dtype.INT32;
    }

    private static boolean sendsLongs(Population population) {
        return population.model() instanceof Source source && source.maxPayload() > Integer.MAX_VALUE;
    }

    private void table(String name, Column... columns) {
        tables.add(new Table(name, List.of(columns)));
    }

    private static Column column(String file, Dtype dtype, String meaning) {
        return new Column(file, dtype, 0, meaning);
    }
}
