package org.mneme.pass;

import java.util.List;
import java.util.Locale;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/**
 * Proves that no state can be larger than the target's.
 *
 * <p>A target that executes Mneme's arithmetic saturates as the graph says, so that its width is all that counts; on every other an overflow is not defined
 * by the graph, and the static bounds must exclude it.
 */
final class StateChecks {
    private final Target target;
    private final NumberDomain.Fixed domain;
    private final StaticBounds bounds;
    private final StaticBounds meant;
    private final Grounds grounds;
    private final List<Misfit> misfits;

    StateChecks(
            Target target,
            NumberDomain.Fixed domain,
            StaticBounds bounds,
            StaticBounds meant,
            Grounds grounds,
            List<Misfit> misfits) {
        this.target = target;
        this.domain = domain;
        this.bounds = bounds;
        this.meant = meant;
        this.grounds = grounds;
        this.misfits = misfits;
    }

    void check(Population population) {
        if (!(population.model() instanceof Source)) {
            input(population);
        }
        long width = grounds.limit(Quantity.STATE_BITS);
        if (target.arithmetic() == Target.Arithmetic.EXACT && domain.stateBits() <= width) {
            return;
        }
        switch (population.model()) {
            case Lif lif -> check(population, lif.membrane(), false, width);
            case Escape escape -> check(population, escape.membrane(), true, width);
            case Graded graded ->
                check(population, "sum", (meant.has(population) ? meant : bounds).sum(population, graded), width);
            case Source _ -> {}
        }
    }

    private void input(Population population) {
        long width = grounds.limit(Quantity.INPUT_SUM_BITS);
        StaticBounds.Range sum = bounds.input(population);
        if (sum.bits() > width) {
            misfits.add(Misfit.beyond(
                    Quantity.INPUT_SUM_BITS,
                    sum.bits(),
                    (double) width,
                    "population " + population.name(),
                    String.format(
                            Locale.ROOT,
                            "the sum of its inputs in a tick can reach %.0f…%.0f, which takes %d bits, where %s adds in %d",
                            sum.low(),
                            sum.high(),
                            sum.bits(),
                            target.name(),
                            width),
                    remedy(population)));
        }
    }

    /** The potential reaches at least as far as the current that is added to it. */
    private void check(Population population, Membrane membrane, boolean escapes, long width) {
        check(population, "potential", bounds.potential(population, membrane, escapes), width);
    }

    private void check(Population population, String variable, StaticBounds.Range range, long width) {
        // with no bound at all, the graph's own width is where it saturates
        int needed = range.bits();
        long most = Math.min(width, domain.stateBits());
        if (needed <= most) {
            return;
        }
        String reach = Double.isInfinite(range.magnitude())
                ? "has no bound, and would saturate"
                : String.format(
                        Locale.ROOT, "can reach %.0f…%.0f, which takes %d bits", range.low(), range.high(), needed);
        misfits.add(Misfit.beyond(
                Quantity.STATE_BITS,
                needed,
                (double) most,
                "population " + population.name(),
                "its " + variable + " " + reach + ", where " + target.name() + " has " + most
                        + " bits and does not saturate as the graph does",
                remedy(population)));
    }

    private static String remedy(Population population) {
        return switch (population.model()) {
            case Graded _ -> "use fewer payload bits or patterns, or a shorter dwell";
            case Lif _, Escape _, Source _ -> "use fewer features or patterns, or a shorter dwell";
        };
    }
}
