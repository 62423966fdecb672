package org.mneme.pass;

import java.util.Optional;
import org.mneme.targets.Quantity;
import org.mneme.targets.Trait;

/**
 * Something of a graph that a target cannot do or hold, whatever the size of the board.
 *
 * @param object what it is about, such as "population hidden"
 * @param excess what is too much or lacking, part of a sentence
 * @param remedy the nearest change that would do, part of a sentence
 * @param exceeded the limit, where it is one
 */
public record Misfit(String object, String excess, String remedy, Optional<Exceeded> exceeded) {
    /**
     * A limit that is not kept.
     *
     * @param quantity the limit
     * @param used how much
     * @param limit how much there is
     */
    public record Exceeded(Quantity quantity, double used, double limit) {}

    static Misfit lacking(String object, String excess, String remedy) {
        return new Misfit(object, excess, remedy, Optional.empty());
    }

    /** A trait that the target does not have: its key, and what it means, a phrase that brings its own article. */
    static Misfit lacking(String object, String target, Trait trait, String excess, String remedy) {
        return lacking(object, excess + ", and " + target + " lacks '" + trait.key() + "', " + trait.meaning(), remedy);
    }

    static Misfit beyond(Quantity quantity, double used, double limit, String object, String excess, String remedy) {
        return new Misfit(object, excess, remedy, Optional.of(new Exceeded(quantity, used, limit)));
    }

    /**
     * Returns the sentence for the user, without its full stop.
     *
     * @return object, excess and remedy
     */
    public String sentence() {
        return object + ": " + excess + "; " + remedy;
    }
}
