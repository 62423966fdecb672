package org.mneme.ir;

import java.util.List;

/** One mistake of a graph, as {@link GraphValidator} finds it. */
public sealed interface GraphMistake {
    /**
     * Returns the sentence for the user: the object, the mistake, and what would be right.
     *
     * @return a sentence
     */
    String sentence();

    /**
     * Two populations, or two projections, have one name; or a name is blank.
     *
     * @param kind "population" or "projection"
     * @param name the name
     */
    record BadName(String kind, String name) implements GraphMistake {
        @Override
        public String sentence() {
            return name.isBlank() ? "a " + kind + " has no name" : kind + " " + name + ": the name is taken already";
        }
    }

    /**
     * A projection names a population that the graph lacks.
     *
     * @param projection its name
     * @param population the name it gives
     * @param known the populations there are
     */
    record UnknownPopulation(String projection, String population, List<String> known) implements GraphMistake {
        @Override
        public String sentence() {
            return "projection " + projection + ": there is no population " + population + ", only "
                    + String.join(", ", known);
        }
    }

    /**
     * A projection ends on a port that the target's model lacks.
     *
     * @param projection its name
     * @param port the port it gives
     * @param target the target population
     * @param ports the ports there are
     */
    record UnknownPort(String projection, Port port, String target, List<Port> ports) implements GraphMistake {
        @Override
        public String sentence() {
            return "projection " + projection + ": " + target + " has "
                    + (ports.isEmpty() ? "no ports, it is a source" : "no port " + port.name() + ", only " + ports);
        }
    }

    /**
     * A list has the wrong number of entries.
     *
     * @param object what the list is of
     * @param length its length
     * @param expected what it should be, such as "1 or 300"
     */
    record WrongLength(String object, long length, String expected) implements GraphMistake {
        @Override
        public String sentence() {
            return object + ": " + length + " values where " + expected + " are needed";
        }
    }

    /**
     * A number is out of its range.
     *
     * @param object what the number is
     * @param value the number
     * @param expected its range
     */
    record OutOfRange(String object, double value, String expected) implements GraphMistake {
        @Override
        public String sentence() {
            String text = value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
            return object + ": " + text + " is not " + expected;
        }
    }

    /**
     * A part does not belong into the graph's number domain.
     *
     * @param object the part
     * @param domain the graph's domain
     * @param fix what would fit
     */
    record WrongDomain(String object, NumberDomain domain, String fix) implements GraphMistake {
        @Override
        public String sentence() {
            String name = domain instanceof NumberDomain.Fixed ? "fixed" : "real";
            return object + " does not exist in the " + name + " domain; " + fix;
        }
    }

    /**
     * Weights have the wrong shape.
     *
     * @param projection its name
     * @param shape the shape the weights have
     * @param expected the shape the populations need
     */
    record WrongShape(String projection, String shape, String expected) implements GraphMistake {
        @Override
        public String sentence() {
            return "projection " + projection + ": weights are " + shape + " where " + expected + " are needed";
        }
    }

    /**
     * The sum of a neuron's inputs may not fit into 64 bits.
     *
     * @param population the target
     * @param bits how many bits the largest possible sum needs, with its sign
     */
    record Overflow(String population, int bits) implements GraphMistake {
        @Override
        public String sentence() {
            return "population " + population + ": the sum of its inputs may need " + bits
                    + " bits, more than 64; use smaller weights or payloads";
        }
    }
}
