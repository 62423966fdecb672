package org.mneme.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.model.CapacityTheory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mneme theory}: capacities by the paper's formulas. */
@Command(
        name = "theory",
        header = "Print capacities by the paper's formulas.",
        description = "Gaussian, large-N formulas of Chaudhry et al. (2023). With --lambda: MixedNet, else DenseNet.",
        footer = {
            "",
            "Examples:",
            "  mneme theory --features 100 --degree 2",
            "  mneme theory --features 20 --exponential --patterns 1000",
            "  mneme theory --features 100 --lambda 2.5 --symmetric-degree 2 --degree 3 \\",
            "      --steps-per-pattern 5 --json"
        },
        mixinStandardHelpOptions = true)
final class TheoryCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--features", paramLabel = "N", required = true, description = "Number of features, 2 or more.")
    private int features;

    @Option(
            names = "--degree",
            paramLabel = "D",
            description = "Polynomial interaction; with --lambda the asymmetric one, d_A.")
    private @Nullable Integer degree;

    @Option(names = "--exponential", description = "Exponential interaction.")
    private boolean exponential;

    @Option(
            names = "--lambda",
            paramLabel = "L",
            description = "MixedNet with this weight of the asymmetric term, above 1.")
    private @Nullable Double lambda;

    @Option(names = "--symmetric-degree", paramLabel = "D", description = "d_S of a MixedNet. Default: as --degree.")
    private @Nullable Integer symmetric;

    @Option(names = "--steps-per-pattern", paramLabel = "T", description = "Dwell τ of a MixedNet, in recall steps.")
    private @Nullable Integer tau;

    @Option(
            names = "--patterns",
            paramLabel = "P",
            description = "Also the crosstalk of the exponential DenseNet at P patterns.")
    private @Nullable Long patterns;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (exponential == (degree != null)) {
            throw mistake("exactly one of --degree D and --exponential is needed");
        }
        if (lambda == null && (tau != null || symmetric != null)) {
            throw mistake("--steps-per-pattern and --symmetric-degree are of a MixedNet; give --lambda L too");
        }
        if (exponential && (tau != null || symmetric != null)) {
            throw mistake("--steps-per-pattern and --symmetric-degree need --degree D");
        }
        if (lambda != null && lambda <= 1) {
            throw mistake("--lambda: " + lambda + " is not above 1");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Map<String, Object> figures = figures();
        if (json) {
            JsonText.print(figures, out);
        } else {
            figures.forEach((name, value) -> out.printf(
                    Locale.ROOT,
                    "%-32s %s%n",
                    name,
                    value instanceof Double d ? String.format(Locale.ROOT, "%.6g", d) : value));
        }
        return ExitCodes.DONE;
    }

    private CommandLine.ParameterException mistake(String sentence) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("features", features);
        if (lambda != null) {
            mixed(figures, lambda);
        } else if (degree != null) {
            figures.put("network", "polynomial DenseNet");
            figures.put("degree", degree);
            figures.put("transitionCapacity", CapacityTheory.polynomialTransition(features, degree));
            figures.put("sequenceCapacity", CapacityTheory.polynomialSequence(features, degree));
        } else {
            figures.put("network", "exponential DenseNet");
            figures.put("transitionCapacity", CapacityTheory.exponentialTransition(features));
            figures.put("sequenceCapacity", CapacityTheory.exponentialSequence(features));
        }
        if (patterns != null) {
            figures.put("patterns", patterns);
            figures.put("crosstalkVariance", CapacityTheory.crosstalkVariance(features, patterns));
            figures.put("crosstalkExcessKurtosis", CapacityTheory.crosstalkExcessKurtosis(features, patterns));
        }
        return figures;
    }

    private void mixed(Map<String, Object> figures, double weight) {
        figures.put("lambda", weight);
        if (degree == null) {
            figures.put("network", "exponential MixedNet");
            figures.put("transitionCapacity", CapacityTheory.mixedExponentialTransition(features, weight));
            figures.put("sequenceCapacity", CapacityTheory.mixedExponentialSequence(features, weight));
            return;
        }
        int symmetricDegree = symmetric == null ? degree : symmetric;
        figures.put("network", "polynomial MixedNet");
        figures.put("symmetricDegree", symmetricDegree);
        figures.put("asymmetricDegree", degree);
        figures.put(
                "transitionCapacity",
                CapacityTheory.mixedPolynomialTransition(features, symmetricDegree, degree, weight));
        figures.put(
                "sequenceCapacity", CapacityTheory.mixedPolynomialSequence(features, symmetricDegree, degree, weight));
        figures.put(
                "sequenceCapacityByUnionBound",
                CapacityTheory.mixedPolynomialSequenceByUnionBound(features, symmetricDegree, degree, weight));
        if (tau != null) {
            figures.put("stepsPerPattern", tau);
            figures.put("dwell", CapacityTheory.dwell(tau, weight, degree));
            figures.put("dwellIsExact", CapacityTheory.dwellIsExact(tau, weight, degree));
        }
    }
}
