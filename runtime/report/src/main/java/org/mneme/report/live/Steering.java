package org.mneme.report.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.Successors;
import org.mneme.report.watch.WatchTold;
import org.mneme.runtime.experiment.RunControl;
import org.mneme.runtime.experiment.Teller;
import org.mneme.runtime.session.Session;

/**
 * What the network is to be told, and what it was: wishes are gathered, and those of a kind are told once, right before a tick is
 * executed. On the engine's thread.
 */
final class Steering {
    /** The most events of a run that can be told again; what comes later is in no report. */
    static final int MOST_EVENTS = 10_000;

    /** The most steps of a run that can be shown again. */
    static final int MOST_STEPS = 100_000;

    private final LiveMemory memory;
    private final Openings openings;
    private final Consumer<WatchTold> heard;
    private final Deque<RunControl> script = new ArrayDeque<>();
    private final Deque<Integer> play = new ArrayDeque<>();
    private double gain = 1;
    private int motif = Openings.ALL;
    private Ints units;
    private String gateWord = "all units";
    private double lesion;
    private double cueNoise;
    private Ints open;
    private Optional<Wish> cue = Optional.empty();

    private Teller teller;
    private double toldGain = 1;
    private Ints toldOpen;
    private Story begun;
    private final List<RunControl> events = new ArrayList<>();
    private int eventsBeforeLastStep;
    private int steps;
    private boolean full;

    /** A cue that is wished for. */
    private record Wish(int pattern, double noise) {}

    Steering(LiveMemory memory, Consumer<WatchTold> heard) {
        this.memory = memory;
        this.openings = memory.openings();
        this.heard = heard;
        this.units = openings.all();
        this.open = units;
        this.toldOpen = units;
        this.cueNoise = memory.options().cueNoise();
        this.teller = new Teller(memory.experiment(), memory.options().seed());
        this.begun = new Story(memory.options().cue(), cueNoise, List.of(), 0);
    }

    double gain() {
        return gain;
    }

    int open() {
        return open.length();
    }

    double lesion() {
        return lesion;
    }

    double cueNoise() {
        return cueNoise;
    }

    /**
     * The motif that is played: as the memory's file says, or the open one where what is stored would go on beyond it, to a unit that is
     * closed.
     */
    Optional<Ints> playing() {
        return scripted()
                .or(() -> motif == Openings.ALL
                        ? Optional.empty()
                        : Optional.of(openings.motif(motif).patterns()).filter(this::goesOnBeyond));
    }

    private Optional<Ints> scripted() {
        return play.isEmpty()
                ? Optional.empty()
                : Optional.of(memory.experiment().motifs().get(play.getFirst()));
    }

    private boolean goesOnBeyond(Ints patterns) {
        int next = memory.experiment().memory().successors().of(patterns.at(patterns.length() - 1));
        return next != Successors.NONE && patterns.stream().noneMatch(pattern -> pattern == next);
    }

    /** Whether so much happened that a report would not show all of it. */
    boolean full() {
        return full;
    }

    /** The tick up to which nothing is told unasked. */
    long nextScripted() {
        return script.isEmpty() ? Long.MAX_VALUE : script.getFirst().tick();
    }

    void tempo(double value) {
        gain = value;
    }

    /** Opens a motif; what the file would play is over. */
    void gate(int index) {
        play.clear();
        motif = index;
        units = openings.of(index);
        gateWord = index == Openings.ALL ? "all units" : openings.motif(index).name();
        open = openings.left(units, lesion);
    }

    void lesion(double fraction) {
        lesion = fraction;
        open = openings.left(units, lesion);
    }

    void cue(OptionalInt pattern, OptionalDouble noise) {
        cueNoise = noise.orElse(cueNoise);
        cue = Optional.of(new Wish(pattern.orElse(first()), cueNoise));
    }

    /** The units that a lesion would leave of a motif. */
    Ints left(int index, double fraction) {
        return openings.left(openings.of(index), fraction);
    }

    /** What a recall starts with unless something else is asked for. */
    private int first() {
        if (playing().isPresent()) {
            return playing().get().at(0);
        }
        return motif == Openings.ALL
                ? memory.options().cue()
                : openings.motif(motif).patterns().at(0);
    }

    /** Starts a recall in a new session, with the settings as they are; what the memory's file says is told again. */
    void begin(Session session) {
        script.clear();
        script.addAll(memory.script().events());
        play.clear();
        play.addAll(memory.script().play());
        openPlayed();
        events.clear();
        eventsBeforeLastStep = 0;
        steps = 0;
        full = false;
        toldGain = 1;
        toldOpen = openings.all();
        teller = new Teller(memory.experiment(), memory.options().seed());
        readScript(0);
        Wish wish = cue.filter(wished -> wished.pattern() != RunControl.Cue.NOW).orElse(new Wish(first(), cueNoise));
        cue = Optional.empty();
        begun = new Story(wish.pattern(), wish.noise(), List.of(), 0);
        tellTempo(session);
        tellCue(session, wish, false);
    }

    private void openPlayed() {
        scripted().ifPresent(patterns -> {
            motif = Openings.ALL;
            units = Ints.of(patterns.stream().sorted().distinct().toArray());
            gateWord = "motif " + play.getFirst();
            open = openings.left(units, lesion);
        });
    }

    /** Goes on to the next motif that the file plays, or cues anew. Returns false where that was the last and none is to follow. */
    boolean again(boolean loop) {
        boolean played = !play.isEmpty();
        if (played) {
            play.removeFirst();
            if (play.isEmpty() && loop) {
                play.addAll(memory.script().play());
            }
            openPlayed();
        }
        if (played ? play.isEmpty() : !loop) {
            return false;
        }
        cue = Optional.of(new Wish(first(), cueNoise));
        return true;
    }

    private void readScript(long tick) {
        while (nextScripted() <= tick) {
            switch (script.removeFirst()) {
                case RunControl.Tempo tempo -> gain = tempo.gain();
                case RunControl.Cue wanted -> cue = Optional.of(new Wish(wanted.pattern(), wanted.noise()));
                case RunControl.Gate gate -> {
                    motif = Openings.ALL;
                    units = gate.open();
                    gateWord = word(gate.open());
                    open = openings.left(units, lesion);
                }
            }
        }
    }

    private String word(Ints opened) {
        for (String name : openings.names()) {
            int index = openings.names().indexOf(name);
            if (openings.of(index).equals(opened)) {
                return name;
            }
        }
        return opened.length() == openings.all().length() ? "all units" : opened.length() + " units";
    }

    /** Tells what is wished for, right before a tick is executed; returns whether a recall begins anew. */
    boolean tell(Session session) {
        readScript(session.tick());
        tellTempo(session);
        if (cue.isPresent()) {
            Wish wish = cue.get();
            cue = Optional.empty();
            tellCue(session, wish, true);
            return true;
        }
        if (open.length() > 0 && !open.equals(toldOpen)) {
            keep(new RunControl.Gate(session.tick(), open));
            long tick = teller.gate(session, open);
            toldOpen = open;
            heard.accept(gateTold(tick));
            return true;
        }
        return false;
    }

    private void tellTempo(Session session) {
        if (gain != toldGain) {
            keep(new RunControl.Tempo(session.tick(), gain));
            session.tempo(gain);
            toldGain = gain;
            heard.accept(new WatchTold(
                    session.tick(),
                    gain == 0 ? "tempo 0: held" : "tempo ×" + number(gain),
                    OptionalDouble.of(gain),
                    OptionalInt.empty()));
        }
    }

    private void tellCue(Session session, Wish wish, boolean kept) {
        Optional<Ints> gate = open.length() > 0 && !open.equals(toldOpen) ? Optional.of(open) : Optional.empty();
        gate.ifPresent(opened -> keep(new RunControl.Gate(session.tick(), opened)));
        if (kept) {
            keep(new RunControl.Cue(session.tick(), wish.pattern(), wish.noise()));
        }
        Teller.Cued cued = teller.cue(session, wish.pattern(), wish.noise(), gate);
        gate.ifPresent(opened -> {
            toldOpen = opened;
            heard.accept(gateTold(cued.tick()));
        });
        int flipped = cued.cue().flipped();
        String bits = flipped == 0 ? "" : ", " + flipped + (flipped == 1 ? " bit" : " bits") + " flipped";
        heard.accept(WatchTold.of(cued.tick(), "cue pattern " + cued.pattern() + bits));
    }

    private WatchTold gateTold(long tick) {
        String silenced = lesion == 0 ? "" : String.format(Locale.ROOT, ", %d silenced", openings.silenced(lesion));
        return new WatchTold(
                tick,
                "gate: " + gateWord + ", " + open.length() + " open" + silenced,
                OptionalDouble.empty(),
                OptionalInt.of(open.length()));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void keep(RunControl event) {
        full |= events.size() >= MOST_EVENTS;
        if (!full) {
            events.add(event);
        }
    }

    /** Is told a state that was shown. */
    void shown(long step, Signs state) {
        teller.shown(state);
        full |= steps >= MOST_STEPS;
        if (step > 0 && !full) {
            steps++;
            eventsBeforeLastStep = events.size();
        }
    }

    /** What led to the steps shown so far. */
    Story story() {
        return new Story(begun.cue(), begun.noise(), events.subList(0, eventsBeforeLastStep), steps);
    }
}
