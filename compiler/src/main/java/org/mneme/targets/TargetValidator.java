package org.mneme.targets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** What every target must be, besides what its records check. */
public final class TargetValidator {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    private static final int MOST_PAYLOAD_BITS = 32;

    private final Target target;
    private final List<String> mistakes = new ArrayList<>();

    private TargetValidator(Target target) {
        this.target = target;
    }

    /**
     * Checks a target.
     *
     * @param target any
     * @return the same
     * @throws InvalidTargetException naming all mistakes
     */
    public static Target require(Target target) {
        List<String> mistakes = mistakes(target);
        if (!mistakes.isEmpty()) {
            throw new InvalidTargetException(target.name(), mistakes);
        }
        return target;
    }

    /**
     * Says what is wrong with a value of a quantity, apart from all others.
     *
     * @param quantity which
     * @param value in its unit
     * @return part of a sentence, such as "neurons-per-core is -3, not 0 or more"; empty where it can be
     */
    public static List<String> mistakes(Quantity quantity, double value) {
        List<String> found = new ArrayList<>();
        boolean endless = value == Double.POSITIVE_INFINITY;
        boolean mayBeEndless = quantity.role() == Quantity.Role.LIMIT || quantity.role() == Quantity.Role.RANGE;
        String is = quantity.key() + " is " + text(value) + ", not ";
        double least = switch (quantity) {
            case CHIPS,
                    CHIP_COLUMNS,
                    CHIP_ROWS,
                    TILE_COLUMNS,
                    TILE_ROWS,
                    CORES_PER_TILE,
                    CORES_PER_CHIP,
                    SHORTEST_DELAY,
                    LONGEST_DELAY -> 1;
            case STATE_BITS, INPUT_SUM_BITS -> 2;
            default -> 0;
        };
        boolean counted =
                endless && (!mayBeEndless || quantity == Quantity.CHIPS || quantity == Quantity.CORES_PER_CHIP);
        if (!(value >= least)) {
            found.add(is + text(least) + " or more");
        } else if (counted) {
            found.add(is + "a number that can be counted to");
        } else if (quantity.whole() && !endless && value != Math.rint(value)) {
            found.add(is + "whole");
        }
        if (quantity == Quantity.PAYLOAD_BITS && (value == 1 || value > MOST_PAYLOAD_BITS)) {
            found.add(is + "0 (binary spikes) or 2…32 (with the sign)");
        }
        return found;
    }

    /**
     * Writes a number as people do.
     *
     * @param value a number
     * @return such as "1024", "1.5E-9" or "inf"
     */
    public static String text(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static List<String> mistakes(Target target) {
        TargetValidator validator = new TargetValidator(target);
        validator.name();
        validator.figures();
        validator.shape();
        validator.formats();
        validator.traits();
        return validator.mistakes;
    }

    private void wrong(boolean is, String mistake) {
        if (is) {
            mistakes.add(mistake);
        }
    }

    private void name() {
        wrong(
                !NAME.matcher(target.name()).matches(),
                "its name is not made of small letters, digits, '-' and '_', such as 'my-board'");
        wrong(target.title().isBlank(), "it has no title; one sentence that says what it is");
        wrong(
                target.arithmetic() == Target.Arithmetic.ENVELOPE
                        && target.differences().isEmpty(),
                "its arithmetic is an envelope, but no difference is stated");
    }

    private void figures() {
        for (Map.Entry<Quantity, Figure> entry : target.figures().entrySet()) {
            entry.getValue().value().ifPresent(value -> mistakes.addAll(mistakes(entry.getKey(), value)));
        }
        OptionalDouble shortest = target.value(Quantity.SHORTEST_DELAY);
        OptionalDouble longest = target.value(Quantity.LONGEST_DELAY);
        wrong(
                shortest.isPresent() && longest.isPresent() && shortest.getAsDouble() > longest.getAsDouble(),
                "its shortest-delay is above its longest-delay");
    }

    /** Nothing can be placed on a mesh of unknown form. */
    private void shape() {
        boolean whole = true;
        for (Quantity quantity : Quantity.values()) {
            boolean needed = quantity.role() == Quantity.Role.SHAPE
                    || quantity == Quantity.CHIPS
                    || quantity == Quantity.CORES_PER_CHIP;
            if (needed && target.value(quantity).isEmpty()) {
                whole = false;
                mistakes.add(
                        quantity.key() + " (" + quantity.meaning() + ") is needed; if nobody knows it, assume one");
            }
        }
        if (!whole || !mistakes.isEmpty()) {
            return;
        }
        within(Quantity.CHIPS, Quantity.CHIP_COLUMNS, Quantity.CHIP_ROWS);
        within(Quantity.CORES_PER_CHIP, Quantity.TILE_COLUMNS, Quantity.TILE_ROWS, Quantity.CORES_PER_TILE);
        double cores = value(Quantity.CHIPS) * value(Quantity.CORES_PER_CHIP);
        wrong(cores > Integer.MAX_VALUE, "it has " + text(cores) + " cores, more than can be numbered");
        wrong(
                target.routing() == Target.Routing.NONE && cores > 1,
                "it has " + text(cores) + " cores, but no routing between them");
    }

    private double value(Quantity quantity) {
        return target.value(quantity).orElseThrow();
    }

    private void within(Quantity count, Quantity... factors) {
        double places = 1;
        StringBuilder product = new StringBuilder();
        for (Quantity factor : factors) {
            places *= value(factor);
            product.append(product.isEmpty() ? "" : " × ").append(factor.key());
        }
        wrong(
                value(count) > places,
                count.key() + " is " + text(value(count)) + ", above " + product + ", which is " + text(places));
    }

    private void formats() {
        wrong(target.formats().isEmpty(), "it has no weight format");
        Set<String> names = new HashSet<>();
        for (WeightFormat format : target.formats()) {
            wrong(!names.add(format.name()), "two weight formats are named '" + format.name() + "'");
        }
    }

    private void traits() {
        boolean graded =
                target.has(Trait.GRADED_SIGN) || target.has(Trait.GRADED_IDENTITY) || target.has(Trait.GRADED_TABLE);
        boolean binary = target.value(Quantity.PAYLOAD_BITS).orElse(1) == 0;
        wrong(graded && binary, "it has graded neurons, but payload-bits is 0");
        wrong(
                target.has(Trait.SHARED_AXON_WEIGHTS) && !target.rows().crossbar(),
                "its synapses share weights by the axon's type (" + Trait.SHARED_AXON_WEIGHTS.key()
                        + "), but are no crossbar");
    }
}
