package org.mneme.map;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Hears how far a mapping is. */
@FunctionalInterface
public interface MappingProgress {
    /** What is being done. */
    enum Stage {
        PARTITION,
        PLACE,
        ROUTE;

        /**
         * Returns the name it is shown by.
         *
         * @return such as "place"
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Hears nothing. */
    MappingProgress NONE = (_, _, _) -> {};

    /**
     * Is told that work went on; called now and then, from the thread that maps.
     *
     * @param stage what is being done
     * @param done part of the stage that is done, 0…1, never less than before
     * @param left what the rest of the stage is expected to take; empty where nobody can say
     */
    void reached(Stage stage, double done, Optional<Duration> left);
}
