package org.mneme.lab.capacity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.mneme.InvalidValueException;
import org.mneme.lab.trials.Workers;
import org.mneme.model.PatternSet;
import org.mneme.model.Successors;

/**
 * Measures capacities by the procedure of Chaudhry et al. (NeurIPS 2023), several trials at a time.
 *
 * <p>A trial draws P random patterns, tests their transitions in a fixed order, and stops at the first flipped bit; on a failure it draws
 * anew with P ← ⌊0.99 P⌋, and the first P without one is its value. Where trials start is told by {@link SearchStart}, how
 * {@link Procedure#BISECTION} finds the same value sooner by {@link Procedure}. Trials have seeds of their own, so that no result depends on
 * threads, interruptions, or what else is asked.
 *
 * <p>With a file each finished trial is kept, and a study that was ended goes on where it stood. A complete file has its lines in the order
 * of the questions, then of the trials; lines of other questions, trials or seeds stay, after them.
 */
public final class Capacity {
    /** The most trials of a study. */
    public static final int MOST_TRIALS = 1_000_000;

    private static final long TICK_NANOS = 100_000_000L;
    private static final double MOST_BEFORE_THE_END = 0.95;

    private final List<CapacityQuestion> questions;
    private final int trials;
    private final long seed;
    private final CapacityProgress progress;
    private final Workers workers = new Workers();
    private final Map<CapacityQuestion, SearchStart> starts = new ConcurrentHashMap<>();
    private final Map<Task, Trial> finished = new ConcurrentHashMap<>();
    private long totalWork;
    private long work;
    private int done;
    private int kept;
    private long ticked = System.nanoTime();

    private record Task(CapacityQuestion question, int trial) {}

    private Capacity(List<CapacityQuestion> questions, int trials, long seed, CapacityProgress progress) {
        this.questions = questions;
        this.trials = trials;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Measures capacities.
     *
     * @param questions what is asked; equal ones are measured once
     * @param trials of each question, ≥ 1
     * @param seed of all draws
     * @param csv new, or the file of this study to go on with; none keeps nothing
     * @param threads trials at a time, ≥ 1
     * @param progress told how far it is; an interrupt of the calling thread ends the study too
     * @return a point for each question all of whose trials are finished, in their order: fewer points than questions mean that the study
     *     was ended before its end
     * @throws CapacityTooLargeException if a capacity is out of reach
     * @throws org.mneme.lab.trials.TrialFileException if the file is of something else, or cannot be written
     * @throws org.mneme.InputException if a question cannot be answered, such as excluded self-coupling with the pseudoinverse
     */
    public static List<CapacityPoint> run(
            List<CapacityQuestion> questions,
            int trials,
            long seed,
            Optional<Path> csv,
            int threads,
            CapacityProgress progress) {
        List<CapacityQuestion> distinct = questions.stream().distinct().toList();
        if (trials < 1 || (long) trials * distinct.size() > MOST_TRIALS) {
            throw new InvalidValueException(
                    "trials", trials, "1 or more, at most " + MOST_TRIALS + " over all questions");
        }
        if (threads < 1) {
            throw new InvalidValueException("threads", threads, "1 or more");
        }
        // Before the file is touched: a network that cannot be leaves none.
        for (CapacityQuestion question : distinct) {
            question.network().memory(PatternSet.random(2, question.features(), 0, 0), Successors.cycle(2));
        }
        Capacity study = new Capacity(distinct, trials, seed, progress);
        try (CapacityFile file = CapacityFile.open(csv, seed)) {
            study.into(file, threads);
        }
        return questions.stream().flatMap(q -> study.point(q).stream()).toList();
    }

    private void into(CapacityFile file, int threads) {
        List<Task> tasks = new ArrayList<>();
        for (CapacityQuestion question : questions) {
            for (int trial = 0; trial < trials; trial++) {
                Task task = new Task(question, trial);
                file.find(question, trial).ifPresentOrElse(there -> keep(task, there), () -> tasks.add(task));
            }
        }
        totalWork =
                tasks.stream().mapToLong(task -> TrialWork.of(task.question)).sum();
        // The heaviest first, so that all threads end at about the same time.
        tasks.sort(Comparator.comparingLong((Task task) -> TrialWork.of(task.question))
                .reversed());
        if (kept > 0) {
            tell(false);
        }
        workers.run(tasks.size(), threads, index -> work(tasks.get(index), file));
        if (finished.size() == questions.size() * trials) {
            file.sort(questions, trials);
        }
    }

    private void keep(Task task, Trial trial) {
        finished.put(task, trial);
        done++;
        kept++;
    }

    private void work(Task task, CapacityFile file) {
        CapacityQuestion question = task.question;
        DrawSeeds seeds = new DrawSeeds(question, seed);
        Share share = new Share(TrialWork.of(question));
        try {
            // Both procedures start alike.
            SearchStart start = starts.computeIfAbsent(
                    question.with(Procedure.DESCENT), q -> SearchStart.of(q, seeds, share::read));
            Trial trial = CapacityTrial.run(question, task.trial, seeds, start, share::read);
            file.append(trial);
            finished.put(task, trial);
        } catch (CancellationException e) {
            return;
        }
        share.finish();
    }

    /** What a running trial has done of its share of the work, which is an estimate. */
    private final class Share {
        private final long all;
        private long credited;

        Share(long all) {
            this.all = all;
        }

        void read(long words) {
            synchronized (Capacity.this) {
                long credit = Math.min(words, Math.max(0, (long) (MOST_BEFORE_THE_END * all) - credited));
                credited += credit;
                work += credit;
                tell(true);
            }
            if (workers.stopped()) {
                throw new CancellationException();
            }
        }

        void finish() {
            synchronized (Capacity.this) {
                work += all - credited;
                done++;
                tell(false);
            }
        }
    }

    private synchronized void tell(boolean within) {
        long now = System.nanoTime();
        if (within && now - ticked < TICK_NANOS) {
            return;
        }
        ticked = now;
        if (!progress.update(new CapacityProgress.State(work, totalWork, done, questions.size() * trials, kept))) {
            workers.stop();
        }
    }

    private Optional<CapacityPoint> point(CapacityQuestion question) {
        List<Trial> all = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            Trial there = finished.get(new Task(question, trial));
            if (there == null) {
                return Optional.empty();
            }
            all.add(there);
        }
        return Optional.of(new CapacityPoint(question, all));
    }
}
