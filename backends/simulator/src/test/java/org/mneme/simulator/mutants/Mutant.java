package org.mneme.simulator.mutants;

/**
 * A textual substitution that makes the engine wrong.
 *
 * @param mistake what is wrong, for the reader
 * @param file the source file, relative to the engine's folder
 * @param original text that occurs exactly once in the file, up to white space
 * @param replacement what stands there instead
 */
record Mutant(String mistake, String file, String original, String replacement) {
    @Override
    public String toString() {
        return mistake;
    }
}
