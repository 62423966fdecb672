package org.mneme.map;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mneme.MnemeException;

/** A graph that does not fit a target: a result, not a crash. Commands end with exit code 1. */
public final class InfeasibleException extends MnemeException {
    private static final long serialVersionUID = 1L;

    private final String graph;
    private final String target;
    private final transient List<Violation> violations;

    /**
     * Creates the error.
     *
     * @param graph name of the graph
     * @param target name of the target
     * @param violations all of them, at least one
     */
    public InfeasibleException(String graph, String target, List<Violation> violations) {
        super("graph '" + graph + "' does not fit " + target + ": "
                + violations.stream().map(InfeasibleException::sentence).collect(Collectors.joining("; ")));
        this.graph = graph;
        this.target = target;
        this.violations = List.copyOf(violations);
    }

    /**
     * Says a violation in words.
     *
     * @param violation which
     * @return such as "rails: 8920 axons exceed the 4096 of input-axons-per-core (never fits; use at most …)"
     */
    public static String sentence(Violation violation) {
        String unit = violation.quantity().unit();
        return violation.object() + ": " + number(violation.used()) + (unit.isEmpty() ? "" : " " + unit)
                + " exceed the " + number(violation.limit()) + " of "
                + violation.quantity().key() + " ("
                + (violation.scope() == Violation.Scope.NEVER_FITS ? "never fits" : "board full") + "; "
                + violation.remedy() + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    @Override
    public int exitCode() {
        return 1;
    }

    /**
     * Returns the graph.
     *
     * @return its name
     */
    public String graph() {
        return graph;
    }

    /**
     * Returns the target.
     *
     * @return its name
     */
    public String target() {
        return target;
    }

    /**
     * Returns every violated limit.
     *
     * @return those that never fit first
     */
    public List<Violation> violations() {
        return violations;
    }
}
