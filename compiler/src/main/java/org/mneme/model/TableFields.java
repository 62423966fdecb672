package org.mneme.model;

import java.util.Arrays;
import java.util.Optional;
import org.mneme.InvalidValueException;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;

/** The fields of a {@link Tabulation}: integers only. */
final class TableFields implements LocalFields {
    private final SequenceMemory memory;
    private final Tabulation tabulation;
    private final Present present;
    private final long[] x;
    private final SlowTrace trace;
    private final GroupCounts groupCounts;
    private long[] entering = new long[0];

    TableFields(SequenceMemory memory, Tabulation tabulation, Present present) {
        check(memory, tabulation);
        this.memory = memory;
        this.tabulation = tabulation;
        this.present = present;
        this.x = new long[memory.count()];
        this.trace = SlowTrace.sums(steps(memory), memory.count());
        this.groupCounts = new GroupCounts(memory.patterns());
        recompute();
    }

    private static void check(SequenceMemory memory, Tabulation tabulation) {
        if (memory.selfCoupling() == SelfCoupling.EXCLUDED) {
            throw new InvalidValueException("self-coupling", "excluded", "defined with tables; use included");
        }
        if (tabulation.symmetric().isPresent() != memory.timing() instanceof Timing.Mixed) {
            throw new InvalidValueException(
                    "tabulation",
                    tabulation.symmetric().isPresent() ? "a symmetric table" : "no symmetric table",
                    "what the memory's timing needs");
        }
        if (tabulation.phi().isPresent() != (memory.learning() == Learning.PSEUDOINVERSE)) {
            throw new InvalidValueException(
                    "tabulation",
                    tabulation.phi().isPresent() ? "quantized weights" : "no quantized weights",
                    "what the memory's learning needs");
        }
        int choices = tabulation.choice().length();
        if (choices != 1 && choices != memory.count()) {
            throw new InvalidValueException(
                    "tabulation", choices + " table choices", "one, or one a pattern (" + memory.count() + ")");
        }
        if (tabulation.choice().min() < 0
                || tabulation.choice().max() >= tabulation.asymmetric().size()) {
            throw new InvalidValueException(
                    "tabulation",
                    "a table choice in " + tabulation.choice().min() + "…"
                            + tabulation.choice().max(),
                    "an index of its " + tabulation.asymmetric().size() + " tables");
        }
        checkPhi(memory, tabulation.phi());
    }

    private static void checkPhi(SequenceMemory memory, Optional<NumberMatrix> phi) {
        if (phi.isPresent()
                && (phi.get() instanceof NumberMatrix.Real64
                        || phi.get().rows() != memory.features()
                        || phi.get().columns() != memory.count())) {
            throw new InvalidValueException(
                    "tabulation",
                    phi.get(),
                    "a matrix of integers of " + memory.features() + " features × " + memory.count() + " patterns");
        }
    }

    private static Ints steps(SequenceMemory memory) {
        return switch (memory.timing()) {
            case Timing.OneStep _ -> Ints.of(1);
            case Timing.Mixed mixed ->
                switch (mixed.trace()) {
                    case Timing.Trace.Boxcar(Ints steps) -> steps;
                    case Timing.Trace.Kernel kernel ->
                        throw new InvalidValueException(
                                "trace kernel", kernel.weights(), "defined with tables; use a boxcar");
                };
        };
    }

    private void recompute() {
        if (tabulation.phi().isEmpty()) {
            Arrays.setAll(x, present::overlap);
            return;
        }
        Arrays.fill(x, 0);
        for (int i = 0; i < memory.features(); i++) {
            tabulation.phi().get().addRow(i, present.at(i), x);
        }
    }

    @Override
    public void cued() {
        trace.clear();
        recompute();
    }

    @Override
    public void replaced() {
        recompute();
    }

    @Override
    public void begin() {
        entering = x.clone();
    }

    @Override
    public void changed(int unit, int from, int to) {
        recompute();
    }

    @Override
    public void end() {
        trace.push(mu -> entering[mu]);
        recompute();
    }

    @Override
    public int winner() {
        int winner = 0;
        for (int mu = 1; mu < x.length; mu++) {
            winner = x[mu] > x[winner] ? mu : winner;
        }
        return winner;
    }

    @Override
    public String arithmetic() {
        return "table(" + tabulation.payloadBits() + " bits)";
    }

    @Override
    public long exactFallbacks() {
        return 0;
    }

    @Override
    public int[] signs() {
        long[] sums = new long[memory.features()];
        tabulation.symmetric().ifPresent(table -> {
            add(sums, new Groups<>(x.length, mu -> table.at(x[mu])), Ints.range(x.length));
        });
        add(sums, new Groups<>(x.length, this::asymmetric), memory.successors().next());
        return Arrays.stream(sums).mapToInt(Long::signum).toArray();
    }

    private void add(long[] sums, Groups<Integer> byValue, Ints rows) {
        for (int group = 0; group < byValue.count(); group++) {
            long value = byValue.keys().get(group);
            if (value != 0) {
                int[] counts = groupCounts.of(byValue, group, rows);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += value * counts[i];
                }
            }
        }
    }

    @Override
    public int sign(int unit) {
        PatternSet patterns = memory.patterns();
        Optional<IntTable> symmetric = tabulation.symmetric();
        long sum = 0;
        for (int mu = 0; mu < x.length; mu++) {
            int next = memory.successors().of(mu);
            sum += symmetric.isPresent()
                    ? (long) patterns.at(mu, unit) * symmetric.get().at(x[mu])
                    : 0;
            sum += next == Successors.NONE ? 0 : (long) patterns.at(next, unit) * asymmetric(mu);
        }
        return Long.signum(sum);
    }

    private int asymmetric(int mu) {
        int which = tabulation.choice().shared(mu);
        return tabulation.asymmetric().get(which).at(trace.numerator(mu, x[mu]).longValueExact());
    }
}
