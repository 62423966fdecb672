package org.mneme.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetValidatorTest {
    private static List<String> mistakes(Target target) {
        return assertThrows(InvalidTargetException.class, () -> TargetValidator.require(target))
                .mistakes();
    }

    private static Target with(Quantity quantity, double value) {
        Map<Quantity, Figure> figures = SampleTargets.shape();
        figures.put(quantity, SampleTargets.known(value));
        return SampleTargets.of(figures, Target.Routing.DESTINATIONS);
    }

    @Test
    void aSoundTargetIsReturned() {
        Target sound = SampleTargets.of(SampleTargets.shape(), Target.Routing.DESTINATIONS, Trait.LIF);

        assertSame(sound, TargetValidator.require(sound));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NEURONS_PER_CORE | -1 | neurons-per-core is -1, not 0 or more",
                "NEURONS_PER_CORE | 2.5 | neurons-per-core is 2.5, not whole",
                "NEURONS_PER_CORE | NaN | neurons-per-core is NaN, not 0 or more",
                "CHIPS | 0 | chips is 0, not 1 or more",
                "CHIPS | Infinity | chips is inf, not a number that can be counted to",
                "TILE_ROWS | Infinity | tile-rows is inf, not a number that can be counted to",
                "SYNAPSE_ENERGY | Infinity | synapse-energy is inf, not a number that can be counted to",
                "STATE_BITS | 1 | state-bits is 1, not 2 or more",
                "PAYLOAD_BITS | 1 | payload-bits is 1, not 0 (binary spikes) or 2…32 (with the sign)",
                "PAYLOAD_BITS | 33 | payload-bits is 33, not 0 (binary spikes) or 2…32 (with the sign)",
                "SHORTEST_DELAY | 0 | shortest-delay is 0, not 1 or more"
            })
    void valuesThatCannotBeAreNamed(Quantity quantity, double value, String sentence) {
        assertTrue(mistakes(with(quantity, value)).contains(sentence), sentence);
    }

    @Test
    void fractionsOfSecondsAndJoulesAreNoMistake() {
        assertEquals(List.of(), TargetValidator.mistakes(Quantity.SYNAPSE_ENERGY, 23.6e-12));
        assertEquals(List.of(), TargetValidator.mistakes(Quantity.LONGEST_DELAY, Double.POSITIVE_INFINITY));
    }

    @Test
    void moreChipsThanTheGridHasAreNamed() {
        assertEquals(
                List.of("chips is 3, above chip-columns × chip-rows, which is 2"), mistakes(with(Quantity.CHIPS, 3)));
        assertEquals(
                List.of("cores-per-chip is 5, above tile-columns × tile-rows × cores-per-tile, which is 4"),
                mistakes(with(Quantity.CORES_PER_CHIP, 5)));
    }

    @Test
    void aMeshWithoutFormIsNamed() {
        Map<Quantity, Figure> figures = SampleTargets.shape();
        figures.remove(Quantity.TILE_ROWS);
        figures.put(Quantity.CHIPS, new Figure(OptionalDouble.empty(), Status.UNKNOWN, "searched"));

        List<String> mistakes = mistakes(SampleTargets.of(figures, Target.Routing.DESTINATIONS));

        assertEquals(2, mistakes.size());
        assertTrue(mistakes.get(0).startsWith("chips (chips of a board) is needed"), mistakes.get(0));
        assertTrue(mistakes.get(1).startsWith("tile-rows"), mistakes.get(1));
    }

    @Test
    void contradictionsAreNamedAllAtOnce() {
        Map<Quantity, Figure> figures = SampleTargets.shape();
        figures.put(Quantity.PAYLOAD_BITS, SampleTargets.known(0));
        figures.put(Quantity.SHORTEST_DELAY, SampleTargets.known(3));
        figures.put(Quantity.LONGEST_DELAY, SampleTargets.known(2));
        Target base = SampleTargets.of(figures, Target.Routing.NONE, Trait.GRADED_SIGN, Trait.SHARED_AXON_WEIGHTS);
        Target wrong = new Target(
                "Bad Name",
                " ",
                Target.Arithmetic.ENVELOPE,
                List.of(),
                base.topology(),
                base.routing(),
                base.figures(),
                base.traits(),
                List.of(SampleTargets.format("a"), SampleTargets.format("a")),
                SampleTargets.rows(false),
                "");

        List<String> mistakes = mistakes(wrong);

        assertEquals(7, mistakes.size(), mistakes::toString);
        assertTrue(mistakes.contains("two weight formats are named 'a'"));
        assertTrue(mistakes.contains("its shortest-delay is above its longest-delay"));
        assertTrue(mistakes.contains("it has graded neurons, but payload-bits is 0"));
        assertTrue(mistakes.contains("its arithmetic is an envelope, but no difference is stated"));
    }

    @Test
    void coresWithoutRoutesBetweenThemAreNamed() {
        assertEquals(
                List.of("it has 8 cores, but no routing between them"),
                mistakes(SampleTargets.of(SampleTargets.shape(), Target.Routing.NONE)));
    }
}
