package org.mneme.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.lab.SweepAxis;
import org.mneme.lab.capacity.Network;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which networks are measured. */
final class CapacityNetworks {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--degree",
            paramLabel = "D",
            description = "Polynomial interaction, such as 2 or 1..4; with --lambda the asymmetric one, d_A.")
    private @Nullable String degree;

    @Option(names = "--exponential", description = "Exponential interaction.")
    private boolean exponential;

    @Option(names = "--softmax", description = "Softmax interaction.")
    private boolean softmax;

    @Option(
            names = "--kappa",
            paramLabel = "K",
            description = "Inverse temperature of --exponential or --softmax. Default: 1.")
    private @Nullable Double kappa;

    @Option(names = "--linear", description = "Linear interaction: SeqNet.")
    private boolean linear;

    @Option(
            names = "--threshold",
            paramLabel = "F",
            description = "Threshold interaction: fires where at least this fraction of the features match.")
    private @Nullable Double threshold;

    @Option(
            names = "--lambda",
            paramLabel = "L",
            description = "MixedNet with this weight of the asymmetric term, above 1.")
    private @Nullable Double lambda;

    @Option(
            names = "--symmetric-degree",
            paramLabel = "D",
            description = "d_S of a MixedNet, such as 2 or 1..3. Default: as --degree.")
    private @Nullable String symmetric;

    @Option(names = "--pseudoinverse", description = "Generalized pseudoinverse, for correlated patterns.")
    private boolean pseudoinverse;

    @Option(
            names = "--self-coupling",
            paramLabel = "HOW",
            completionCandidates = SelfCouplings.class,
            description = "Whether a unit hears itself: ${COMPLETION-CANDIDATES}. Default: excluded, as in the paper's "
                    + "simulations; included where that is not defined (--pseudoinverse, --lambda).")
    private @Nullable String selfCoupling;

    /** The values of --self-coupling. */
    static final class SelfCouplings extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        SelfCouplings() {
            super(List.of("excluded", "included"));
        }
    }

    /**
     * Returns the networks asked for.
     *
     * @return at least one
     * @throws ParameterException if options contradict each other
     */
    List<Network> networks() {
        List<Interaction> interactions = interactions();
        if (kappa != null && !exponential && !softmax) {
            throw mistake("--kappa is of an exponential interaction; give --exponential or --softmax too");
        }
        if (lambda != null) {
            return mixed(lambda);
        }
        if (symmetric != null) {
            throw mistake("--symmetric-degree is of a MixedNet; give --lambda L too");
        }
        Learning learning = pseudoinverse ? Learning.PSEUDOINVERSE : Learning.HEBBIAN;
        SelfCoupling coupling = coupling().orElse(pseudoinverse ? SelfCoupling.INCLUDED : SelfCoupling.EXCLUDED);
        return interactions.stream()
                .map(f -> (Network) new Network.Dense(f, coupling, learning))
                .toList();
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private List<Interaction> interactions() {
        long kinds = Stream.of(degree != null, exponential, softmax, linear, threshold != null)
                .filter(given -> given)
                .count();
        if (kinds != 1) {
            throw mistake("exactly one of --degree D, --exponential, --linear, --softmax and --threshold F is needed");
        }
        if (degree != null) {
            return polynomials("--degree", degree);
        }
        if (threshold != null) {
            return List.of(new Interaction.Threshold(BigDecimal.valueOf(threshold)));
        }
        double inverse = kappa == null ? 1 : kappa;
        return List.of(
                exponential
                        ? new Interaction.Exponential(inverse)
                        : softmax ? new Interaction.Softmax(inverse) : new Interaction.Linear());
    }

    private static List<Interaction> polynomials(String option, String text) {
        return wholeNumbers(option, text).stream()
                .map(d -> (Interaction) new Interaction.Polynomial(d))
                .toList();
    }

    private List<Network> mixed(double weight) {
        if (softmax || threshold != null) {
            throw mistake("--lambda needs --degree D, --linear or --exponential");
        }
        if (degree == null && symmetric != null) {
            throw mistake("--symmetric-degree needs --degree D");
        }
        if (weight <= 1) {
            throw new InvalidValueException("--lambda", weight, "above 1");
        }
        if (pseudoinverse) {
            throw mistake("--pseudoinverse is measured without --lambda");
        }
        if (coupling().equals(Optional.of(SelfCoupling.EXCLUDED))) {
            throw new InvalidValueException(
                    "--self-coupling", "excluded", "defined with --lambda; use included, or leave --lambda out");
        }
        List<Network> networks = new ArrayList<>();
        for (Interaction asymmetric : interactions()) {
            List<Interaction> partners =
                    symmetric == null ? List.of(asymmetric) : polynomials("--symmetric-degree", symmetric);
            partners.forEach(f -> networks.add(new Network.Mixed(f, asymmetric, weight)));
        }
        return networks;
    }

    private Optional<SelfCoupling> coupling() {
        if (selfCoupling == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (selfCoupling) {
                    case "excluded" -> SelfCoupling.EXCLUDED;
                    case "included" -> SelfCoupling.INCLUDED;
                    default -> throw new InvalidValueException("--self-coupling", selfCoupling, "excluded or included");
                });
    }

    /**
     * Reads whole numbers written as the values of a sweep.
     *
     * @param option they are given to
     * @param text such as "10..100/10"
     * @return distinct, at least one
     * @throws InvalidValueException if one is none
     */
    static List<Integer> wholeNumbers(String option, String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String value : new SweepAxis(option, SweepAxis.values(option, text)).values()) {
            try {
                numbers.add(Integer.parseInt(value));
            } catch (NumberFormatException e) {
                throw new InvalidValueException(option, "'" + value + "'", "a whole number");
            }
        }
        return numbers;
    }
}
