package org.mneme.lower;

import java.util.Locale;
import java.util.Map;
import org.mneme.InvalidValueException;

/**
 * What a target can do, as far as the choice of a lowering depends on it.
 *
 * @param target its name
 * @param payloadBits width of a spike's payload with its sign; 1 where spikes are binary
 * @param stateBits width of a neuron's state with its sign, 24 or 32
 * @param realNumbers whether it computes with 64-bit floats
 * @param escapeNoise whether its neurons can fire at random
 * @param floor whether a membrane can be kept from falling below a floor
 * @param longestDelay in ticks; longer ones become chains of relays
 */
public record Abilities(
        String target,
        int payloadBits,
        int stateBits,
        boolean realNumbers,
        boolean escapeNoise,
        boolean floor,
        int longestDelay) {
    /** Checks the ranges. */
    public Abilities {
        if (payloadBits < 1 || payloadBits > 31) {
            throw new InvalidValueException("payload bits of target " + target, payloadBits, "in 1…31");
        }
        if (stateBits != 24 && stateBits != 32) {
            throw new InvalidValueException("state bits of target " + target, stateBits, "24 or 32");
        }
        if (longestDelay < 1) {
            throw new InvalidValueException("longest delay of target " + target, longestDelay, "1 tick or more");
        }
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
