package org.mneme.board.targets;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.mneme.runtime.config.Place;
import org.mneme.targets.Figure;
import org.mneme.targets.InvalidTargetException;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;
import org.mneme.targets.TargetValidator;

/**
 * Values given with a target's name, such as {@code chips=4&neurons-per-core=4096}.
 *
 * @param values in their units
 * @param written as given
 */
record TargetSizes(Map<Quantity, Double> values, String written) {
    static TargetSizes parse(String written, String specification) {
        Place place = new Place(specification, 0, 0);
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        for (String option : List.of(written.split("&", -1))) {
            int equals = option.indexOf('=');
            if (equals < 0) {
                throw new TargetFileException(
                        place, "'" + option + "' is no option of a target; write quantity=value, such as chips=4");
            }
            Quantity quantity = DescriptionReader.quantity(option.substring(0, equals), place);
            double value = value(option.substring(equals + 1), quantity, place);
            List<String> mistakes = TargetValidator.mistakes(quantity, value);
            if (!mistakes.isEmpty()) {
                throw new TargetFileException(place, String.join("; ", mistakes));
            }
            if (values.put(quantity, value) != null) {
                throw new TargetFileException(place, quantity.key() + " is given twice; keep one");
            }
        }
        return new TargetSizes(values, written);
    }

    private static double value(String text, Quantity quantity, Place place) {
        if (text.equals("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double value = new java.math.BigDecimal(text).doubleValue();
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the sentence below is the answer
        }
        throw new TargetFileException(
                place,
                quantity.key() + ": '" + text + "' is not a number"
                        + (quantity.unit().isEmpty() ? "" : " of ") + quantity.unit() + ", nor inf");
    }

    /**
     * Sizes a target. Where numbers of chips or cores are given without the form of their grid, it is the most square one that holds
     * them. Mneme's own emulator is what it is told to be; values of other targets are assumed from then on.
     *
     * @param target any
     * @return the target with these values
     * @throws TargetFileException if they contradict each other or the rest
     */
    Target apply(Target target) {
        Map<Quantity, Double> all = new EnumMap<>(values);
        square(all, Quantity.CHIPS, 1, Quantity.CHIP_COLUMNS, Quantity.CHIP_ROWS);
        if (values.containsKey(Quantity.CORES_PER_CHIP) || values.containsKey(Quantity.CORES_PER_TILE)) {
            tiles(all, target);
        }
        Status status = target.arithmetic() == Target.Arithmetic.EXACT ? Status.KNOWN : Status.ASSUMED;
        Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        figures.putAll(target.figures());
        all.forEach((quantity, value) ->
                figures.put(quantity, new Figure(OptionalDouble.of(value), status, "option " + written)));
        try {
            return TargetMessages.digested(TargetValidator.require(with(target, figures)));
        } catch (InvalidTargetException e) {
            throw new TargetFileException(
                    new Place(target.name() + "?" + written, 0, 0), String.join("; ", e.mistakes()));
        }
    }

    private static void square(
            Map<Quantity, Double> all, Quantity count, double each, Quantity columns, Quantity rows) {
        Double places = all.get(count);
        if (places == null || all.containsKey(columns) || all.containsKey(rows)) {
            return;
        }
        double tiles = Math.ceil(places / each);
        double short1 = Math.max(1, Math.floor(Math.sqrt(tiles)));
        all.put(rows, short1);
        all.put(columns, Math.ceil(tiles / short1));
    }

    private static void tiles(Map<Quantity, Double> all, Target target) {
        all.putIfAbsent(
                Quantity.CORES_PER_CHIP, target.value(Quantity.CORES_PER_CHIP).orElseThrow());
        double cores = all.get(Quantity.CORES_PER_CHIP);
        boolean oneRouter = Arrays.stream(new Quantity[] {Quantity.TILE_COLUMNS, Quantity.TILE_ROWS})
                .allMatch(q -> target.value(q).orElse(0) == 1);
        all.putIfAbsent(
                Quantity.CORES_PER_TILE,
                oneRouter ? cores : target.value(Quantity.CORES_PER_TILE).orElseThrow());
        square(
                all,
                Quantity.CORES_PER_CHIP,
                all.get(Quantity.CORES_PER_TILE),
                Quantity.TILE_COLUMNS,
                Quantity.TILE_ROWS);
    }

    private static Target with(Target target, Map<Quantity, Figure> figures) {
        return new Target(
                target.name(),
                target.title(),
                target.arithmetic(),
                target.differences(),
                target.topology(),
                target.routing(),
                figures,
                target.traits(),
                target.formats(),
                target.rows(),
                "");
    }
}
