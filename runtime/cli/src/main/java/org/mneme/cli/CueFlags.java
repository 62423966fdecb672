package org.mneme.cli;

import picocli.CommandLine.Option;

/** Options that say what a recall is cued with. */
final class CueFlags {
    @Option(
            names = "--cue-noise",
            paramLabel = "F",
            defaultValue = "0",
            description =
                    "Fraction of the cue's bits that are flipped, 0…1: exactly round(F·N) distinct ones. Default: ${DEFAULT-VALUE}.")
    private double noise;

    @Option(
            names = "--cue",
            paramLabel = "INDEX",
            defaultValue = "0",
            description = "The pattern that is cued, from 0. Default: ${DEFAULT-VALUE}.")
    private int pattern;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of every random draw. Default: ${DEFAULT-VALUE}.")
    private long seed;

    double noise() {
        return noise;
    }

    int pattern() {
        return pattern;
    }

    long seed() {
        return seed;
    }
}
