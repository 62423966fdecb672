package org.mneme.report;

import java.util.List;
import java.util.Optional;
import org.mneme.map.InfeasibleException;
import org.mneme.map.Violation;
import org.mneme.pass.Misfit;
import org.mneme.pass.UnfitException;
import org.mneme.targets.Quantity;

/**
 * One reason why a memory does not fit a board, whoever found it: the passes, or the mapping.
 *
 * @param scope whether any board of that kind would help
 * @param object what it is about
 * @param excess what is too much or lacking, part of a sentence
 * @param remedy the nearest change that fits, part of a sentence
 * @param exceeded the limit, where it is one
 */
public record Refusal(
        Violation.Scope scope, String object, String excess, String remedy, Optional<Misfit.Exceeded> exceeded) {
    /**
     * Returns why a graph cannot be mapped.
     *
     * @param infeasible what the mapping said
     * @return one a limit
     */
    public static List<Refusal> of(InfeasibleException infeasible) {
        return infeasible.violations().stream().map(Refusal::of).toList();
    }

    /**
     * Returns why a graph cannot be executed.
     *
     * @param unfit what the passes said
     * @return one a mistake
     */
    public static List<Refusal> of(UnfitException unfit) {
        return unfit.misfits().stream().map(Refusal::of).toList();
    }

    private static Refusal of(Violation violation) {
        Quantity quantity = violation.quantity();
        return new Refusal(
                violation.scope(),
                violation.object(),
                Amounts.rounded(violation.used()) + (quantity.unit().isEmpty() ? "" : " " + quantity.unit())
                        + " exceed the " + Amounts.rounded(violation.limit()) + " of " + quantity.key(),
                violation.remedy(),
                Optional.of(new Misfit.Exceeded(quantity, violation.used(), violation.limit())));
    }

    private static Refusal of(Misfit misfit) {
        return new Refusal(
                Violation.Scope.NEVER_FITS, misfit.object(), misfit.excess(), misfit.remedy(), misfit.exceeded());
    }

    /**
     * Returns a line for the user.
     *
     * @return such as "NEVER FITS  a neuron of rails (0): 8920 axons exceed the 4096 of input-axons-per-core; …"
     */
    public String line() {
        String head = switch (scope) {
            case NEVER_FITS -> "NEVER FITS  ";
            case BOARD_FULL -> "BOARD FULL  ";
        };
        return head + object + ": " + excess + "; " + remedy;
    }
}
