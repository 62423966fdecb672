package org.mneme.board.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

class ShippedTargetsTest {
    static Stream<String> names() {
        return new ShippedTargets().names().stream();
    }

    @Test
    void areFoundByTheServiceLoader() {
        assertEquals(List.of("emulator", "loihi1", "loihi2", "spinnaker1", "truenorth", "tinyodin"), Targets.names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyQuantityIsStatedWithItsSource(String name) {
        Target target = Targets.named(name);

        assertEquals(name, target.name());
        for (Quantity quantity : Quantity.values()) {
            assertTrue(target.figures().containsKey(quantity), quantity::key);
            assertTrue(target.figure(quantity).source().length() > 3, quantity::key);
        }
    }

    /** "Recalled" in a source means that nobody looked it up: such a value must be flagged. */
    @ParameterizedTest
    @MethodSource("names")
    void whatWasOnlyRecalledIsNeverCalledKnown(String name) {
        Target target = Targets.named(name);

        target.figures().forEach((quantity, figure) -> {
            assertFalse(figure.source().contains("not verified") && figure.status() == Status.KNOWN, quantity::key);
        });
        target.traits()
                .forEach((trait, support) -> assertFalse(
                        support.source().contains("not verified") && support.status() == Status.KNOWN, trait::key));
    }

    @ParameterizedTest
    @MethodSource("names")
    void onlyTheEmulatorIsExact(String name) {
        Target target = Targets.named(name);

        assertEquals(
                name.equals("emulator") ? Target.Arithmetic.EXACT : Target.Arithmetic.ENVELOPE, target.arithmetic());
        assertEquals(name.equals("emulator"), target.differences().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("names")
    void weightsComeTheCheapestFirst(String name) {
        List<Integer> bits =
                Targets.named(name).formats().stream().map(WeightFormat::bits).toList();

        assertEquals(bits.stream().sorted().toList(), bits);
    }

    /** Figures of the fact sheet, each with the unit conversion that is meant. */
    @ParameterizedTest
    @CsvSource({
        "loihi1, CHIPS, 32, KNOWN",
        "loihi1, CORES_PER_CHIP, 128, KNOWN",
        "loihi1, TILE_COLUMNS, 8, KNOWN",
        "loihi1, TILE_ROWS, 4, KNOWN",
        "loihi1, NEURONS_PER_CORE, 1024, KNOWN",
        "loihi1, INPUT_AXONS_PER_CORE, 4096, KNOWN",
        "loihi1, OUTPUT_AXONS_PER_CORE, 4096, KNOWN",
        "loihi1, SYNAPSE_BITS_PER_CORE, 1048576, KNOWN",
        "loihi1, THRESHOLDS_PER_CORE, 8, KNOWN",
        "loihi1, SYNAPSE_FORMATS_PER_CORE, 7, KNOWN",
        "loihi1, MEMBRANES_PER_CORE, 32, KNOWN",
        "loihi1, FLOORS_PER_CORE, 1, KNOWN",
        "loihi1, LARGEST_THRESHOLD, 131071, KNOWN",
        "loihi1, STATE_BITS, 18, KNOWN",
        "loihi1, INPUT_SUM_BITS, 16, KNOWN",
        "loihi1, LONGEST_DELAY, 63, KNOWN",
        "loihi1, LONGEST_REFRACTORY, 62, KNOWN",
        "loihi1, DECAY_STEPS, 4096, KNOWN",
        "loihi1, SYNAPSE_ENERGY, 35.5e-12, UNVERIFIED",
        "loihi1, HOP_TIME, 6.5e-9, UNVERIFIED",
        "loihi1, CHIP_COLUMNS, 8, ASSUMED",
        "loihi2, CORES_PER_CHIP, 128, KNOWN",
        "loihi2, NEURONS_PER_CORE, 8192, UNVERIFIED",
        "loihi2, SYNAPSE_BITS_PER_CORE, 1572864, UNVERIFIED",
        "loihi2, LONGEST_DELAY, 64, KNOWN",
        "loihi2, PAYLOAD_BITS, 24, KNOWN",
        "spinnaker1, CHIPS, 48, KNOWN",
        "spinnaker1, CORES_PER_CHIP, 16, KNOWN",
        "spinnaker1, NEURONS_PER_CORE, 255, KNOWN",
        "spinnaker1, SYNAPSE_BITS_PER_CHIP, 981467136, KNOWN",
        "spinnaker1, ROUTING_ENTRIES_PER_CHIP, 1023, KNOWN",
        "spinnaker1, LONGEST_DELAY, 16, KNOWN",
        "spinnaker1, IDLE_POWER, 0.35, KNOWN",
        "spinnaker1, SYNAPSE_ENERGY, 8e-9, UNVERIFIED",
        "truenorth, CORES_PER_CHIP, 4096, KNOWN",
        "truenorth, NEURONS_PER_CORE, 256, KNOWN",
        "truenorth, INPUT_AXONS_PER_CORE, 256, KNOWN",
        "truenorth, TARGETS_PER_NEURON, 1, UNVERIFIED",
        "truenorth, AXON_TYPES_PER_CORE, 4, UNVERIFIED",
        "truenorth, LONGEST_DELAY, 15, UNVERIFIED",
        "truenorth, STATE_BITS, 20, UNVERIFIED",
        "truenorth, LARGEST_THRESHOLD, 262142, UNVERIFIED",
        "truenorth, SYNAPSE_ENERGY, 26e-12, UNVERIFIED",
        "truenorth, TICK, 1e-3, KNOWN",
        "tinyodin, NEURONS_PER_CORE, 256, KNOWN",
        "tinyodin, STATE_BITS, 12, KNOWN",
        "tinyodin, LARGEST_THRESHOLD, 2046, KNOWN",
        "tinyodin, LARGEST_LEAK, 127, KNOWN",
        "tinyodin, LONGEST_DELAY, 1, KNOWN",
        "emulator, CORES_PER_CHIP, 256, KNOWN",
        "emulator, LONGEST_DELAY, Infinity, KNOWN"
    })
    void figuresAreThoseOfTheFactSheet(String name, Quantity quantity, double value, Status status) {
        Target target = Targets.named(name);

        assertEquals(value, target.value(quantity).orElseThrow());
        assertEquals(status, target.figure(quantity).status());
    }

    @ParameterizedTest
    @CsvSource({"SYNAPSE_ENERGY", "HOP_ENERGY", "INPUT_AXONS_PER_CORE", "LONGEST_REFRACTORY", "HOST_EVENTS"})
    void whatNobodyPublishedOfLoihi2StaysUnknown(Quantity quantity) {
        Target target = Targets.named("loihi2");

        assertTrue(target.value(quantity).isEmpty());
        assertTrue(target.figure(quantity).source().contains("searched"), quantity::key);
    }

    @Test
    void onlyLoihi2LacksLimitsThatMappingNeeds() {
        for (String name : new ShippedTargets().names()) {
            assertEquals(
                    name.equals("loihi2"), !Targets.named(name).unknownLimits().isEmpty(), name);
        }
    }

    @Test
    void whatEachTargetCannotDoIsNotListed() {
        Map<String, Set<Trait>> lacking = Map.of(
                "loihi1", Set.of(Trait.GRADED_SIGN, Trait.ESCAPE, Trait.SUBTRACT_RESET, Trait.LINEAR_LEAK),
                "loihi2", Set.of(Trait.ESCAPE),
                "spinnaker1", Set.of(Trait.FLOOR, Trait.ESCAPE, Trait.GRADED_SIGN),
                "truenorth", Set.of(Trait.POTENTIAL_DECAY, Trait.LINEAR_LEAK, Trait.ESCAPE),
                "tinyodin", Set.of(Trait.SIGNED_SUMS, Trait.FLOOR, Trait.POTENTIAL_DECAY));
        lacking.forEach((name, traits) ->
                traits.forEach(trait -> assertFalse(Targets.named(name).has(trait), name + " " + trait.key())));
        for (Trait trait : Trait.values()) {
            boolean restriction = trait == Trait.AXON_HOLDS_DELAY
                    || trait == Trait.SHARED_AXON_WEIGHTS
                    || trait == Trait.HOST_FIRES_NEURONS;
            assertEquals(!restriction, Targets.named("emulator").has(trait), trait.key());
        }
    }

    @Test
    void plusAndMinusOneFitTheFewestBitsOfLoihi() {
        Target loihi = Targets.named("loihi1");

        assertEquals("excitatory-1", cheapest(loihi, 0, 1).name());
        assertEquals("mixed-2", cheapest(loihi, -1, 1).name());
        assertEquals("inhibitory-1", cheapest(loihi, -1).name());
        assertEquals("excitatory-8", cheapest(loihi, 129).name());
        assertTrue(
                loihi.formats().stream().noneMatch(f -> holds(f, -32768)),
                "w is clipped to ±(2^21 − 2^6), 32767 of ours");
        assertTrue(loihi.formats().stream().anyMatch(f -> holds(f, -255 * 128)));
    }

    private static WeightFormat cheapest(Target target, long... weights) {
        return target.formats().stream()
                .filter(f -> holds(f, weights))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(WeightFormat format, long... weights) {
        for (int e = format.lowestExponent(); e <= format.highestExponent(); e++) {
            boolean all = true;
            for (long weight : weights) {
                all &= format.holds(weight, e);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    @Test
    void digestsAreThoseOfTheDescriptionsAndDiffer() {
        Set<String> digests = new HashSet<>();
        names().forEach(name -> digests.add(Targets.named(name).digest()));

        assertEquals(6, digests.size());
        assertEquals(Targets.named("loihi1").digest(), Targets.named("loihi1").digest());
        assertTrue(digests.stream().allMatch(d -> d.matches("[0-9a-f]{64}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lohi1 | target 'lohi1' is unknown; did you mean 'loihi1'?",
                "LOIHI1 | target 'LOIHI1' is unknown",
                "zebra | target 'zebra' is unknown; known are emulator, loihi1, loihi2, spinnaker1, truenorth, tinyodin; a"
                        + " description of your own is named by its path"
            })
    void unknownNamesGetTheNearest(String name, String sentence) {
        UnknownTargetException e = assertThrows(UnknownTargetException.class, () -> Targets.named(name));

        assertTrue(e.getMessage().startsWith(sentence), e.getMessage());
        assertEquals(name, e.name());
    }
}
