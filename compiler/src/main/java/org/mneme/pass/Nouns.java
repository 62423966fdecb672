package org.mneme.pass;

/** What the populations of the lowerings stand for, for those who never named them. */
final class Nouns {
    private Nouns() {}

    static String perNeuron(String population) {
        return switch (population) {
            case "hidden", "hidden_S", "hidden_A", "counter" -> ", one a pattern";
            case "feature" -> ", one a feature";
            case "rails" -> ", two a feature";
            default -> "";
        };
    }
}
