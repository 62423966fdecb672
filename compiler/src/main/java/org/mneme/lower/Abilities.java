package org.mneme.lower;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mneme.InvalidValueException;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/**
 * What a target can do, as far as the choice of a lowering depends on it.
 *
 * @param target its name
 * @param payloadBits width of a spike's payload with its sign; 1 where spikes are binary
 * @param stateBits width of a neuron's state with its sign, 24 or 32
 * @param realNumbers whether it computes with 64-bit floats
 * @param escapeNoise whether its neurons can fire at random
 * @param floor whether a membrane can be kept from falling below a floor
 * @param signedSums whether inputs of both signs are added before a threshold is tested; where not, only weights of one sign have an
 *     order-independent meaning
 * @param longestDelay in ticks; longer ones become chains of relays
 * @param board the target that these are the abilities of, where it is a described one: graphs are then fitted to its numbers too
 */
public record Abilities(
        String target,
        int payloadBits,
        int stateBits,
        boolean realNumbers,
        boolean escapeNoise,
        boolean floor,
        boolean signedSums,
        int longestDelay,
        Optional<Target> board) {
    /** The widest payload of a graph. */
    private static final int WIDEST_PAYLOAD = 31;

    /** Widths of a graph's states. */
    private static final int NARROW = 24;

    private static final int WIDE = 32;

    /** Checks the ranges. */
    public Abilities {
        if (payloadBits < 1 || payloadBits > WIDEST_PAYLOAD) {
            throw new InvalidValueException("payload bits of target " + target, payloadBits, "in 1…31");
        }
        if (stateBits != NARROW && stateBits != WIDE) {
            throw new InvalidValueException("state bits of target " + target, stateBits, "24 or 32");
        }
        if (longestDelay < 1) {
            throw new InvalidValueException("longest delay of target " + target, longestDelay, "1 tick or more");
        }
    }

    /**
     * Creates the abilities of a kind of target that has no description, and adds inputs of both signs.
     *
     * @param target its name
     * @param payloadBits width of a spike's payload with its sign; 1 where spikes are binary
     * @param stateBits width of a neuron's state with its sign, 24 or 32
     * @param realNumbers whether it computes with 64-bit floats
     * @param escapeNoise whether its neurons can fire at random
     * @param floor whether a membrane can be kept from falling below a floor
     * @param longestDelay in ticks
     */
    public Abilities(
            String target,
            int payloadBits,
            int stateBits,
            boolean realNumbers,
            boolean escapeNoise,
            boolean floor,
            int longestDelay) {
        this(target, payloadBits, stateBits, realNumbers, escapeNoise, floor, true, longestDelay, Optional.empty());
    }

    /**
     * Returns the abilities of a described target; a limit that nobody knows does not narrow them.
     *
     * <p>A graph's states have 24 or 32 bits; a target with fewer takes a graph whose static bounds stay within them, which the passes prove.
     *
     * @param target the target
     * @return its abilities
     */
    public static Abilities of(Target target) {
        boolean sendsGraded = target.has(Trait.GRADED_SIGN) && target.has(Trait.GRADED_TABLE);
        return new Abilities(
                target.name(),
                sendsGraded ? Math.clamp(target.limit(Quantity.PAYLOAD_BITS), 1, WIDEST_PAYLOAD) : 1,
                target.limit(Quantity.STATE_BITS) < WIDE ? NARROW : WIDE,
                false,
                target.has(Trait.ESCAPE),
                target.has(Trait.FLOOR),
                target.has(Trait.SIGNED_SUMS),
                Math.clamp(target.limit(Quantity.LONGEST_DELAY), 1, Integer.MAX_VALUE),
                Optional.of(target));
    }

    /**
     * Returns the simulator's abilities: everything.
     *
     * @return the abilities
     */
    public static Abilities simulator() {
        return new Abilities("simulator", 31, 32, true, true, true, Integer.MAX_VALUE);
    }

    /**
     * Returns the kinds of target that can be named before boards are described.
     *
     * @return name → abilities: {@code simulator}; {@code binary}, a digital chip with binary spikes, a floor
     *     and delays of up to 63 ticks; {@code nir}, what the
     *     Neuromorphic Intermediate Representation can say
     */
    public static Map<String, Abilities> byName() {
        return Map.of(
                "simulator",
                simulator(),
                "binary",
                new Abilities("binary", 1, 24, false, false, true, 63),
                "nir",
                new Abilities("nir", 1, 32, false, false, false, Integer.MAX_VALUE));
    }

    /**
     * Returns abilities by the target's name.
     *
     * @param name such as "binary"
     * @return the abilities
     * @throws InvalidValueException if there are none of that name
     */
    public static Abilities named(String name) {
        Abilities found = byName().get(name.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new InvalidValueException("target", name, "one of binary, nir, simulator");
        }
        return found;
    }

    /**
     * Says whether spikes carry signed payloads.
     *
     * @return true where {@code payloadBits} ≥ 2
     */
    public boolean graded() {
        return payloadBits >= 2;
    }
}
