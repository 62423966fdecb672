package org.mneme.simulator.property;

import java.util.List;
import java.util.Random;

/** Seeded draws; {@link Random} is specified to the bit, so a seed means the same everywhere. */
final class Draw {
    private final Random random;

    Draw(long seed) {
        // Neighbouring seeds of Random begin alike; a multiplication and a shift part them.
        long mixed = (seed + 1) * 0x9E3779B97F4A7C15L;
        this.random = new Random(mixed ^ mixed >>> 32);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number in low…high, both included. */
    int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    double real(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    long seed() {
        return random.nextLong();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
