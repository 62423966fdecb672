package org.mneme.simulator.property;

import java.util.List;
import java.util.Random;

/** Seeded draws; {@link Random} is specified to the bit, so a seed means the same everywhere. */
public final class Draw {
    private final Random random;

    /** The draws of a seed. */
    public Draw(long seed) {
        // Neighbouring seeds of Random begin alike; a multiplication and a shift part them.
        long mixed = (seed + 1) * 0x9E3779B97F4A7C15L;
        this.random = new Random(mixed ^ mixed >>> 32);
    }

    /** True with a probability. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number in low…high, both included. */
    public int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A number in low…high. */
    public double real(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Any number. */
    public long seed() {
        return random.nextLong();
    }

    /** One of them. */
    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of them. */
    @SafeVarargs
    public final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
