package org.mneme.runtime.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mneme.bits.Ints;
import org.mneme.runtime.config.Nearest;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.Motif;

/**
 * Reads {@code controls:}, such as
 * {@code [{at: 0, gate: [0-9, 20-29]}, {at: 0.2 s, tempo: 2}, {at: 300, cue: 12, noise: 0.1}, {play: [3, 1, 4]}]}; motifs that have names
 * may be written by them, {@code {at: 500, gate: trot}}, and the pattern that is shown as {@code cue: now}.
 */
final class ControlsReader {
    static final String KEY = "controls";
    private static final String AT = "at";
    private static final String GATE = "gate";
    private static final String TEMPO = "tempo";
    private static final String CUE = "cue";
    private static final String NOISE = "noise";
    private static final String PLAY = "play";
    private static final String NOW = "now";

    private final double tickSeconds;
    private final int patterns;
    private final List<Ints> motifs;
    private final List<String> names;
    private final List<RunControl> events = new ArrayList<>();
    private List<Integer> play = List.of();

    private ControlsReader(double tickSeconds, int patterns, List<Ints> motifs, List<Motif> named) {
        this.tickSeconds = tickSeconds;
        this.patterns = patterns;
        this.motifs = motifs;
        this.names = named.stream().map(Motif::name).toList();
    }

    /**
     * Reads controls.
     *
     * @param setting a list of mappings
     * @param tickSeconds length of a tick, for times with a unit
     * @param patterns P
     * @param motifs of the memory
     * @param named the same by name; empty where they have none
     * @return the controls
     * @throws org.mneme.runtime.config.SettingException if one is wrong, naming its place
     */
    static RunControls read(Setting setting, double tickSeconds, int patterns, List<Ints> motifs, List<Motif> named) {
        ControlsReader reader = new ControlsReader(tickSeconds, patterns, motifs, named);
        RunControls controls = RunControls.NONE;
        for (Setting item : setting.items().list()) {
            reader.item(item.group());
            controls = InteractionReader.located(item, () -> new RunControls(reader.events, reader.play));
        }
        RunControls all = controls;
        return InteractionReader.located(setting, () -> {
            all.requireFit(patterns, motifs);
            return all;
        });
    }

    private void item(Setting.Group item) {
        if (item.find(PLAY).isPresent()) {
            item.only(PLAY);
            if (!play.isEmpty()) {
                throw item.error("motifs are played once; write them into one list");
            }
            play = played(item.get(PLAY));
            return;
        }
        item.only(AT, GATE, TEMPO, CUE, NOISE, PLAY);
        long kinds = List.of(GATE, TEMPO, CUE).stream()
                .filter(key -> item.find(key).isPresent())
                .count();
        if (kinds != 1) {
            throw item.error("one of gate, tempo, cue is needed here, such as {at: 200, tempo: 2}");
        }
        long tick = TickReader.ticks(item.get(AT), tickSeconds);
        if (item.find(NOISE).isPresent() && item.find(CUE).isEmpty()) {
            throw item.get(NOISE).error("noise is for a cue: {at: 300, cue: 12, noise: 0.1}");
        }
        events.add(InteractionReader.located(item, () -> event(item, tick)));
    }

    private RunControl event(Setting.Group item, long tick) {
        if (item.find(GATE).isPresent()) {
            Setting gate = item.get(GATE);
            return InteractionReader.located(gate, () -> new RunControl.Gate(tick, open(gate)));
        }
        if (item.find(TEMPO).isPresent()) {
            Setting tempo = item.get(TEMPO);
            return InteractionReader.located(
                    tempo, () -> new RunControl.Tempo(tick, tempo.value().number()));
        }
        Setting.Value cue = item.get(CUE).value();
        return new RunControl.Cue(
                tick,
                cue.text().equals(NOW) ? RunControl.Cue.NOW : cue.integer(0, patterns - 1),
                item.or(NOISE, 0.0, ControlsReader::fraction));
    }

    private static double fraction(Setting setting) {
        double value = setting.value().number();
        if (!(value >= 0 && value <= 1)) {
            throw setting.error(setting.value().text() + " is not a fraction in 0…1");
        }
        return value;
    }

    private Ints open(Setting setting) {
        if (setting instanceof Setting.Value word && word.text().equals("all")) {
            return Ints.range(patterns);
        }
        List<Setting> parts = switch (setting) {
            case Setting.Value value -> value.text().isBlank() ? List.of() : List.of(value);
            case Setting.Items items -> items.list();
            case Setting.Group group -> throw group.error("hidden units are needed here, such as [0-9, 20-29]");
        };
        BitSet open = new BitSet();
        List<String> ranges = new ArrayList<>();
        for (Setting part : parts) {
            int motif = names.indexOf(part.value().text());
            if (motif >= 0) {
                motifs.get(motif).stream().forEach(open::set);
            } else {
                requireUnits(part.value());
                ranges.add(part.value().text());
            }
        }
        if (!ranges.isEmpty()) {
            InteractionReader.located(setting, () -> IndexRanges.parse("gate", String.join(",", ranges))).stream()
                    .forEach(open::set);
        }
        if (open.length() > patterns) {
            throw setting.error((open.length() - 1) + " is not a hidden unit in 0…" + (patterns - 1));
        }
        return Ints.of(open.stream().toArray());
    }

    /** Refuses a word where motifs have names: it is a name mistyped. */
    private void requireUnits(Setting.Value part) {
        if (!names.isEmpty() && !part.text().matches("[-0-9,\\s]*")) {
            throw part.error("'" + part.text() + "' is neither a motif nor a range of hidden units"
                    + Nearest.suggestion(part.text(), names));
        }
    }

    private List<Integer> played(Setting setting) {
        List<Setting> wanted = setting.items().list();
        if (wanted.isEmpty()) {
            throw setting.error("at least one motif is needed here, such as [3, 1, 4]");
        }
        if (motifs.isEmpty()) {
            throw setting.error("the memory has no motifs; give it several sequences, such as [[0, 1, 2], [3, 4]]");
        }
        return wanted.stream().map(motif -> motif(motif.value())).toList();
    }

    private int motif(Setting.Value motif) {
        int named = names.indexOf(motif.text());
        if (named < 0 && !names.isEmpty() && !motif.text().matches("\\s*-?[0-9]+\\s*")) {
            throw motif.error("'" + motif.text() + "' is not a motif" + Nearest.suggestion(motif.text(), names));
        }
        return named >= 0 ? named : motif.integer(0, motifs.size() - 1);
    }

    /** Controls as they would be written. */
    static List<Object> written(RunControls controls) {
        List<Object> written = new ArrayList<>();
        for (RunControl event : controls.events()) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put(AT, event.tick());
            switch (event) {
                case RunControl.Gate gate -> item.put(GATE, IndexRanges.text(gate.open()));
                case RunControl.Tempo tempo -> item.put(TEMPO, BigDecimal.valueOf(tempo.gain()));
                case RunControl.Cue cue -> {
                    item.put(CUE, cue.pattern() == RunControl.Cue.NOW ? NOW : cue.pattern());
                    item.put(NOISE, BigDecimal.valueOf(cue.noise()));
                }
            }
            written.add(item);
        }
        if (!controls.play().isEmpty()) {
            written.add(Map.of(PLAY, controls.play()));
        }
        return written;
    }
}
