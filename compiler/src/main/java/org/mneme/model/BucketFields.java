package org.mneme.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of Hebbian memories with exact signs, at memory speed: {@link ExactFields} is its plain twin.
 *
 * <p>Patterns of equal argument are counted in integers, the arguments of the largest answers first, until what is left can change no
 * sign ({@link Tally} states the bound and its proof). A unit that stays open after all is decided alone, from its own counts, with a
 * tighter bound, and inside that exactly ({@link UnitFields}).
 *
 * <p>Where self-coupling is excluded and no sign is 0, ξ_i^μ S_i = ±1 =: o, and f(h − o) = g(h) + o e(h) with 2g(h) = f(h−1) + f(h+1),
 * 2e(h) = f(h−1) − f(h+1). The second sum is smaller by a factor of about d/h and soon dropped. An exponential's e is as large as its g,
 * and some signs may be 0: then units that agree with a pattern, differ, or do not see it are counted apart.
 */
final class BucketFields implements LocalFields {
    /** Keys of the weights below the smallest overlap and above the largest. */
    static final int MARGIN = 4;

    private static final long MAX_KEYS = 1 << 21;
    /** Relative to the largest answer: what the first patterns sorted are to leave. */
    private static final double FIRST_REST = 0.5;
    /** With fewer patterns it does not pay to look at the best ones alone. */
    private static final int MIN_COUNT = 2048;
    /** All patterns below the floor answer less than e^−3 of the best one. */
    private static final double LOG_MARGIN = 3;
    /** Exponents this far below 0 move the anchor. */
    private static final double MIN_ANCHOR = -300;

    private final SequenceMemory memory;
    private final BlockPresent present;
    private final List<Side> sides;
    private final Optional<SlowSums> slow;
    private final CountedGroups counted;
    private final Tally tally;
    private final UnitFields units;
    private final Buckets fastBuckets;
    private final Optional<Buckets> slowBuckets;
    private final List<int[]> rowsOf;
    private final List<Term> fullTerms;
    private final List<Term> splitTerms;
    private final Optional<Integer> margin;
    private long skipped;
    private long shortSteps;
    /** Patterns of smaller keys were not counted one by one. */
    private int leastKey;

    BucketFields(SequenceMemory memory, BlockPresent present, Slices slices) {
        this.memory = memory;
        this.present = present;
        this.sides = Side.of(memory);
        int n = memory.features();
        this.slow =
                memory.timing() instanceof Timing.Mixed mixed && mixed.trace() instanceof Timing.Trace.Boxcar(var steps)
                        ? Optional.of(new SlowSums(steps, memory.count(), n, present, slices))
                        : Optional.empty();
        this.margin = margin();
        margin.ifPresent(present::setMargin);
        this.rowsOf = sides.stream().map(side -> side.rows().toArray()).toList();
        this.counted = new CountedGroups(memory.patterns(), present, slices);
        this.tally = new Tally(n);
        this.fastBuckets = new Buckets(2 * n + 1, slices);
        this.slowBuckets = slow.map(s -> new Buckets(s.keyCount(), slices));
        List<Weights> weights = weights(0);
        this.units = new UnitFields(memory, present, sides, rowsOf, slow, weights);
        this.splitTerms = excluded() ? split(weights.getFirst()) : List.of();
        this.fullTerms = fullTerms(weights);
    }

    /** Whether this implementation knows the memory: all but kernels of decimals, and a softmax beside another term. */
    static boolean supports(SequenceMemory memory) {
        return memory.learning() == Learning.HEBBIAN
                && switch (memory.timing()) {
                    case Timing.OneStep _ -> true;
                    case Timing.Mixed(Timing.Trace.Kernel _, double _, Interaction _) -> false;
                    case Timing.Mixed(Timing.Trace.Boxcar(var steps), double _, Interaction symmetric) ->
                        SlowSums.keyCount(steps, memory.features()) <= MAX_KEYS
                                && !(symmetric instanceof Interaction.Softmax)
                                && !(memory.interaction() instanceof Interaction.Softmax);
                };
    }

    private boolean excluded() {
        return memory.selfCoupling() == SelfCoupling.EXCLUDED;
    }

    private List<Weights> weights(double anchor) {
        long n = memory.features();
        List<Weights> weights = new ArrayList<>();
        for (int side = 0; side < sides.size(); side++) {
            if (side == 0 || slow.isEmpty()) {
                weights.add(Weights.of(sides.get(side), -n - MARGIN, n + MARGIN, 1, anchor));
            } else {
                List<Weights> parts = new ArrayList<>();
                for (int tau : slow.get().taus()) {
                    parts.add(Weights.of(sides.get(side), -n * tau, n * tau, tau, anchor));
                }
                weights.add(Weights.concatenated(parts));
            }
        }
        return weights;
    }

    private List<Term> split(Weights f) {
        int[] rows = rowsOf.getFirst();
        return List.of(
                new Term(RowKind.AGREEING, rows, f.moved(-1), fastBuckets),
                new Term(RowKind.DIFFERING, rows, f.moved(1), fastBuckets),
                new Term(RowKind.UNSEEN, rows, f, fastBuckets));
    }

    private List<Term> fullTerms(List<Weights> weights) {
        Weights f = weights.getFirst();
        int[] rows = rowsOf.getFirst();
        if (sides.size() == 2) {
            return List.of(
                    new Term(RowKind.TARGET, rows, f, fastBuckets),
                    new Term(RowKind.TARGET, rowsOf.getLast(), weights.getLast(), slowBuckets.orElseThrow()));
        }
        if (!excluded()) {
            return List.of(new Term(RowKind.TARGET, rows, f, fastBuckets));
        }
        return sides.getFirst().response().isExponential()
                ? splitTerms.subList(0, 2)
                : List.of(
                        new Term(RowKind.TARGET, rows, f.moved(-1).plus(1, f.moved(1)), fastBuckets),
                        new Term(RowKind.PRODUCT, rows, f.moved(-1).plus(-1, f.moved(1)), fastBuckets));
    }

    @Override
    public void cued() {
        slow.ifPresent(SlowSums::clear);
    }

    @Override
    public void replaced() {
        // The overlaps are the present state's own.
    }

    @Override
    public void begin() {
        slow.ifPresent(SlowSums::remember);
    }

    @Override
    public void changed(int unit, int from, int to) {
        // The overlaps are the present state's own.
    }

    @Override
    public void end() {
        slow.ifPresent(SlowSums::push);
    }

    @Override
    public int winner() {
        return present.winner();
    }

    @Override
    public String arithmetic() {
        return "exact";
    }

    @Override
    public long exactFallbacks() {
        return units.exactFallbacks();
    }

    /** Patterns that were not added, since they could change no sign. */
    long skipped() {
        return skipped;
    }

    /** Steps that looked at the patterns above a floor alone. */
    long shortSteps() {
        return shortSteps;
    }

    @Override
    public int sign(int unit) {
        return units.sign(unit, shift());
    }

    @Override
    public int[] signs() {
        int all = -memory.features();
        boolean settled = addAbove(margin.isPresent() ? Math.max(all, present.largest() - margin.get()) : all);
        if (leastKey > 0 && settled) {
            shortSteps++;
        } else if (leastKey > 0) {
            addAbove(all);
        }
        int[] signs = tally.signs().clone();
        for (int i = tally.settled(); i < signs.length; i++) {
            signs[i] = sign(i);
        }
        return signs;
    }

    /**
     * How far below the best overlap patterns are looked at first, where an exponential stands alone: all farther ones together answer
     * little beside the best. They count as just below: more than they are.
     */
    private Optional<Integer> margin() {
        Response response = sides.getFirst().response();
        if (sides.size() == 2 || !response.isExponential() || memory.count() < MIN_COUNT) {
            return Optional.empty();
        }
        double enough = (Math.log(memory.count()) + LOG_MARGIN) / response.kappa() + (excluded() ? 2 : 0);
        return enough < memory.features() && memory.patterns().mask().isEmpty()
                ? Optional.of((int) Math.ceil(enough))
                : Optional.empty();
    }

    /** Adds groups of patterns until all signs are settled, down to an overlap; returns whether they are. */
    private boolean addAbove(int floor) {
        List<Term> terms = terms();
        long left = open(terms, floor);
        boolean done = tally.settle(rest(terms));
        if (!done && !sortFirst(terms)) {
            return false;
        }
        while (!done && next(terms).isPresent()) {
            List<CountedGroups.Group> batch = batch(terms);
            if (batch.isEmpty()) {
                return false;
            }
            counted.count(batch);
            for (int k = 0; k < batch.size() && !done; k++) {
                CountedGroups.Group group = batch.get(k);
                tally.add(counted.sums(k), group.value(), group.error(), group.rows());
                done = tally.settle(group.rest());
                left -= group.rows();
            }
        }
        skipped += left;
        return done;
    }

    /** The groups that are next, as many as are worth counting at once; all are sorted. */
    private List<CountedGroups.Group> batch(List<Term> terms) {
        List<CountedGroups.Group> batch = new ArrayList<>();
        long rows = 0;
        for (Optional<Term> next = next(terms);
                next.isPresent() && !isBelowFloor(next.get()) && counted.takes(batch.size(), rows);
                next = next(terms)) {
            Term term = next.get();
            if (!term.isWanted()) {
                sortRest();
            }
            int group = term.group();
            rows += term.rows(group);
            term.pass();
            batch.add(new CountedGroups.Group(term, group, rest(terms)));
        }
        return batch;
    }

    private List<Term> terms() {
        boolean full = present.isFull() && memory.patterns().mask().isEmpty();
        if (sides.size() == 2) {
            double anchor = anchor();
            if (anchor < MIN_ANCHOR) {
                return fullTerms(weights(anchor));
            }
        }
        return full || !excluded() ? fullTerms : splitTerms;
    }

    /** The largest exponent of either side, where both have one. */
    private double anchor() {
        double largest = sides.getFirst().response().exponent(present.largest(), 1);
        SlowSums sums = slow.orElseThrow();
        sums.refresh();
        return Math.max(largest, sums.largestExponent(sides.getLast().response()));
    }

    /** Where an exponential stands alone, its largest argument is moved to where it is 1: only ratios matter. */
    private int shift() {
        Response response = sides.getFirst().response();
        if (sides.size() == 2 || !response.isExponential()) {
            return 0;
        }
        int largest = present.largest();
        int argument = !excluded() ? largest : largest == memory.features() ? largest - 1 : largest + 1;
        return response.units() - argument;
    }

    /** Whether the patterns of the group that is next were not counted one by one. */
    private boolean isBelowFloor(Term term) {
        return leastKey > 0 && term.isBelow(leastKey);
    }

    private long open(List<Term> terms, int floor) {
        present.count(floor);
        leastKey = present.countedFrom() + memory.features();
        fastBuckets.take(
                present.largeOverlaps(),
                memory.features(),
                present.occurrences(),
                present.occurrencesOfSlices(),
                leastKey > 0 ? present.largestOfBlocks() : new int[0]);
        slow.ifPresent(sums -> {
            sums.refresh();
            slowBuckets.orElseThrow().take(sums.keys(), 0, sums.occurrences(), sums.occurrencesOfSlices(), new int[0]);
        });
        boolean exact = true;
        long rows = 0;
        for (int side = 0; side < terms.size(); side++) {
            boolean isSlow = sides.size() == 2 && side == 1;
            rows += terms.get(side).open(isSlow ? 0 : MARGIN + shift());
            exact &= terms.get(side).weights().isExact();
        }
        tally.clear(exact);
        return rows;
    }

    private static Optional<Term> next(List<Term> terms) {
        Optional<Term> next = Optional.empty();
        for (Term term : terms) {
            if (!term.isOver() && (next.isEmpty() || term.bound() > next.get().bound())) {
                next = Optional.of(term);
            }
        }
        return next;
    }

    /** Sorts the patterns that are likely to be enough, or all where that is most of them; false where they were not counted. */
    private boolean sortFirst(List<Term> terms) {
        double target = next(terms).map(term -> FIRST_REST * term.bound()).orElse(0.0);
        long rows = 0;
        for (Optional<Term> next = next(terms); next.isPresent() && rest(terms) > target; next = next(terms)) {
            if (isBelowFloor(next.get())) {
                return false;
            }
            rows += next.get().want();
            next.get().pass();
        }
        terms.forEach(Term::rewind);
        if (rows <= memory.count() / 2) {
            sort();
        } else if (leastKey > 0) {
            return false;
        } else {
            sortAll();
        }
        return true;
    }

    private static double rest(List<Term> terms) {
        double rest = 0;
        for (Term term : terms) {
            rest += term.rest();
        }
        return rest;
    }

    private void sortRest() {
        for (int key = leastKey; key < fastBuckets.count(); key++) {
            fastBuckets.want(key);
        }
        if (leastKey > 0) {
            sort();
        } else {
            sortAll();
        }
    }

    private void sortAll() {
        fastBuckets.wantAll();
        slowBuckets.ifPresent(Buckets::wantAll);
        sort();
    }

    private void sort() {
        fastBuckets.sort();
        slowBuckets.ifPresent(Buckets::sort);
    }
}
