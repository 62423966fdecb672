package org.mneme.runtime.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mneme.bits.Ints;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.result.ControlFigures.Told;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.PerformanceKeeper;
import org.mneme.runtime.score.ControlledScore;
import org.mneme.runtime.score.ControlledScorer;
import org.mneme.runtime.score.Segment;
import org.mneme.runtime.score.SegmentPlan;
import org.mneme.runtime.session.RecallEnd;
import org.mneme.runtime.session.Session;

/**
 * Tells a session what is to be told at its tick; a gate goes on from the state decoded last.
 *
 * <p>Motifs follow each other in time: the first pattern of one is seen when the last of the one before has been held for its dwell, which is
 * then silenced before its successor can show. Where a motif's last pattern is held for less than a silencing takes, the next one is late by the
 * difference, and the one after it, if it can, in time again. Where dwell times are drawn, the next motif begins once the last pattern has been seen.
 *
 * <p>The run ends after so many recall steps; where none are asked for, when nothing is left to be told and the last stretch has shown what
 * follows.
 */
final class ControlledDrive implements SpikingRun.Drive {
    private final Experiment experiment;
    private final RunOptions options;
    private final ControlledScorer scorer;
    private final PerformanceKeeper performance;
    private final Progress progress;
    private final Deque<RunControl> events;
    private final Deque<Integer> motifs;
    private final boolean plays;
    private final boolean random;
    /** Ticks from a cue to its first state. */
    private final long lead;

    private final int steps;
    private final int planned;
    private final List<Told> told = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Teller teller;
    private Optional<Ints> open = Optional.empty();
    private double gain = 1;
    private boolean stalled;
    /** Whether the motif under way began with wrong bits, which takes time. */
    private boolean noisy;

    /** Whether a pause shows no steps. */
    private boolean still;

    ControlledDrive(
            Experiment experiment, RunOptions options, RunControls controls, Lowered lowered, Progress progress) {
        this.experiment = experiment;
        this.options = options;
        this.random = lowered.graph().populations().stream().anyMatch(p -> p.model() instanceof Escape);
        this.lead = lowered.codec().decoder(0).position().nextTick();
        this.scorer = new ControlledScorer(
                experiment.memory(),
                controls.needs().contains(CodecControl.TEMPO),
                random,
                lowered.graph().populations().stream().noneMatch(p -> p.model() instanceof Graded),
                lowered.codec().ticksPerStep());
        this.performance = ExperimentRun.keeper(experiment, lowered);
        this.progress = progress;
        this.events = new ArrayDeque<>(controls.events());
        this.motifs = new ArrayDeque<>(controls.play());
        this.plays = !controls.play().isEmpty();
        this.steps = options.steps().orElse(Integer.MAX_VALUE);
        this.planned = options.steps().orElse(planned(experiment, options, controls));
        this.teller = new Teller(experiment, options.seed());
    }

    /** About how many recall steps there will be; it is for progress only. */
    private static int planned(Experiment experiment, RunOptions options, RunControls controls) {
        if (!controls.play().isEmpty()) {
            return controls.play().stream()
                    .flatMapToInt(motif -> own(experiment.motifs().get(motif)).stream())
                    .map(experiment.memory()::dwell)
                    .sum();
        }
        return experiment.memory().successors().transitionsFrom(options.cue())
                * (1 + controls.events().size());
    }

    /** The patterns that a motif shows: a cycle is played once around. */
    private static Ints own(Ints motif) {
        int last = motif.length() - 1;
        boolean cycle = last > 0 && motif.at(0) == motif.at(last);
        return cycle ? Ints.of(motif.stream().limit(last).toArray()) : motif;
    }

    /** Takes a step of the session. */
    void accept(RecallStep step) {
        if (step.step() == 0 || scorer.steps() < steps) {
            int pattern = scorer.accept(step);
            performance.accept(step.tick(), step.state(), pattern, step.step() == 0);
            teller.shown(step.state());
        }
    }

    @Override
    public boolean through(Session session) {
        start(session);
        while (scorer.steps() < steps) {
            while (!events.isEmpty() && events.getFirst().tick() <= session.tick()) {
                tell(session, nextEvents());
            }
            boolean over = stalled || scorer.complete() && session.tick() >= overAt();
            boolean goesOn = options.steps().isPresent() && !stalled;
            if (over && !motifs.isEmpty()) {
                play(session, motifs.removeFirst());
            } else if (over && !goesOn && events.stream().allMatch(RunControl.Tempo.class::isInstance)) {
                scorer.finish();
                noteUntold();
                return false;
            } else if (gain == 0
                    && events.isEmpty()
                    && scorer.started()
                    && (options.steps().isEmpty() || still)) {
                notes.add("nothing ends the pause, so the run ends in it at tick " + session.tick());
                return false;
            }
            if (!recall(session)) {
                return true;
            }
        }
        noteUntold();
        return false;
    }

    /** The first tick at which a motif that has shown its last pattern is over: for the next one to be told, or for the run to end. */
    private long overAt() {
        if (!plays || random) {
            return 0;
        }
        double held = performance.heldUntil(noisy);
        return Double.isInfinite(held) ? Long.MAX_VALUE : Math.round(held) - (motifs.isEmpty() ? 0 : lead);
    }

    private void noteUntold() {
        events.forEach(event ->
                notes.add("the run is over before tick " + event.tick() + ", so its " + event.word() + " is not told"));
    }

    private void start(Session session) {
        if (motifs.isEmpty()) {
            List<RunControl> first = new ArrayList<>();
            first.add(new RunControl.Cue(0, options.cue(), options.cueNoise()));
            while (!events.isEmpty() && events.getFirst().tick() == 0) {
                first.add(events.removeFirst());
            }
            tell(session, first);
        } else {
            while (!events.isEmpty() && events.getFirst().tick() == 0) {
                tell(session, List.of(events.removeFirst()));
            }
            play(session, motifs.removeFirst());
        }
    }

    /** Those of one tick: a cue and a gate are told together. */
    private List<RunControl> nextEvents() {
        List<RunControl> next = new ArrayList<>(List.of(events.removeFirst()));
        while (!events.isEmpty() && events.getFirst().tick() == next.getFirst().tick()) {
            next.add(events.removeFirst());
        }
        return next;
    }

    private void tell(Session session, List<RunControl> together) {
        Optional<RunControl.Cue> cue = Optional.empty();
        Optional<RunControl.Gate> gate = Optional.empty();
        for (RunControl event : together) {
            switch (event) {
                case RunControl.Tempo tempo -> tell(session, tempo);
                case RunControl.Cue started -> cue = Optional.of(started);
                case RunControl.Gate opened -> gate = Optional.of(opened);
            }
        }
        gate.ifPresent(opened -> open = Optional.of(opened.open()));
        if (cue.isPresent()) {
            cue(session, cue.get(), gate);
        } else if (gate.isPresent()) {
            long tick = teller.gate(session, gate.get().open());
            told.add(new Told.Gate(tick, gate.get().open()));
            begin(new SegmentPlan(Segment.Start.GATE, tick, -1, -1, teller.last(), true, open));
        }
    }

    private void tell(Session session, RunControl.Tempo tempo) {
        session.tempo(tempo.gain());
        gain = tempo.gain();
        scorer.tempo(session.tick(), gain);
        performance.tempo(session.tick(), gain);
        told.add(new Told.Tempo(session.tick(), gain));
    }

    private void cue(Session session, RunControl.Cue cue, Optional<RunControl.Gate> gate) {
        Teller.Cued cued = teller.cue(session, cue.pattern(), cue.noise(), gate.map(RunControl.Gate::open));
        NoisyCue noisy = cued.cue();
        long tick = cued.tick();
        gate.ifPresent(opened -> told.add(new Told.Gate(tick, opened.open())));
        told.add(new Told.Cue(tick, cued.pattern(), cue.noise(), noisy.flipped()));
        begin(new SegmentPlan(Segment.Start.CUE, tick, -1, cued.pattern(), noisy.state(), noisy.flipped() > 0, open));
    }

    private void play(Session session, int motif) {
        Ints patterns = own(experiment.motifs().get(motif));
        Ints units = Ints.of(patterns.stream().sorted().distinct().toArray());
        double due = performance.heldUntil(noisy);
        if (!stalled && !random && Double.isFinite(due)) {
            performance.beginsNext(due);
        }
        Teller.Cued cued = teller.cue(session, patterns.at(0), options.cueNoise(), Optional.of(units));
        long tick = cued.tick();
        noisy = cued.cue().flipped() > 0;
        told.add(new Told.Motif(tick, motif, patterns.at(0), cued.cue().flipped()));
        begin(new SegmentPlan(
                Segment.Start.MOTIF,
                tick,
                motif,
                patterns.at(0),
                cued.cue().state(),
                noisy,
                Optional.of(units),
                random ? OptionalInt.empty() : OptionalInt.of(patterns.length())));
    }

    private void begin(SegmentPlan plan) {
        scorer.begin(plan);
        stalled = false;
    }

    /** Recalls a step, or up to the next event; returns false where the run is to end. */
    private boolean recall(Session session) {
        long longest = session.tick() + scorer.longestStep();
        long until = events.isEmpty() ? Long.MAX_VALUE : events.getFirst().tick();
        if (plays && scorer.complete() && overAt() > session.tick()) {
            until = Math.min(until, overAt());
        }
        boolean goesOn = true;
        if (session.recall(1, Math.min(until, longest) - session.tick()).isEmpty()) {
            stalled = stalled
                    || session.recallEnd() == RecallEnd.IDLE
                    || session.recallEnd() == RecallEnd.TICK_LIMIT && session.tick() >= longest && gain > 0;
            if (stalled && motifs.isEmpty() && !events.isEmpty()) {
                session.advance(until - session.tick());
            }
            still = gain == 0 && session.tick() >= longest;
            goesOn = session.recallEnd() != RecallEnd.INTERRUPTED;
        } else {
            still = false;
            goesOn = progress.step(scorer.steps(), Math.max(scorer.steps(), planned));
        }
        return goesOn && !Thread.currentThread().isInterrupted();
    }

    ControlledScore score() {
        int unplayed = 0;
        for (int motif : motifs) {
            unplayed += own(experiment.motifs().get(motif)).length();
        }
        return scorer.score(unplayed == 0 ? OptionalInt.empty() : OptionalInt.of(unplayed));
    }

    /** What was kept of the states, up to a tick. */
    Performance performance(long endTick) {
        return performance.performance(endTick);
    }

    /** What was told, in order. */
    List<Told> told() {
        return told;
    }

    /** What the run was cued with first. */
    RunResult.CueFigures firstCue() {
        for (Told first : told) {
            if (first instanceof Told.Cue cue) {
                return new RunResult.CueFigures(cue.pattern(), options.cueNoise(), cue.flipped());
            }
            if (first instanceof Told.Motif motif) {
                return new RunResult.CueFigures(motif.pattern(), options.cueNoise(), motif.flipped());
            }
        }
        return new RunResult.CueFigures(options.cue(), options.cueNoise(), 0);
    }

    List<String> notes() {
        return notes;
    }
}
