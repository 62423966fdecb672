package org.mneme.targets;

import java.util.Locale;

/** What a target has a number for. A limit is declared here once; splitter, validator, report and error read it from here. */
public enum Quantity {
    CHIPS("chips", Role.LIMIT, "chips of a board"),
    CHIP_COLUMNS("chips", Role.SHAPE, "columns of the grid of chips"),
    CHIP_ROWS("chips", Role.SHAPE, "rows of the grid of chips"),
    TILE_COLUMNS("tiles", Role.SHAPE, "columns of the mesh of routers on a chip"),
    TILE_ROWS("tiles", Role.SHAPE, "rows of the mesh of routers on a chip"),
    CORES_PER_TILE("cores", Role.SHAPE, "cores that share a router"),
    CORES_PER_CHIP("cores", Role.LIMIT, "cores of a chip that a program may use"),
    NEURONS_PER_CORE("neurons", Role.LIMIT, "neurons of a core, copies included"),
    INPUT_AXONS_PER_CORE(
            "axons", Role.LIMIT, "distinct sources (and delays, where the axon holds the delay) a core can hear"),
    OUTPUT_AXONS_PER_CORE("axons", Role.LIMIT, "pairs of a neuron of a core and a core it reaches"),
    TARGETS_PER_NEURON("cores", Role.LIMIT, "cores a single neuron can reach; more take copies of it"),
    SYNAPSE_BITS_PER_CORE("bits", Role.LIMIT, "synapse memory of a core"),
    SYNAPSE_BITS_PER_CHIP("bits", Role.LIMIT, "synapse memory that the cores of a chip share"),
    AXON_TYPES_PER_CORE("types", Role.LIMIT, "distinct kinds of axon: a neuron has one weight for each"),
    THRESHOLDS_PER_CORE("thresholds", Role.LIMIT, "distinct thresholds of a core"),
    FLOORS_PER_CORE("floors", Role.LIMIT, "distinct floors of a core"),
    MEMBRANES_PER_CORE("profiles", Role.LIMIT, "distinct sets of decay, bias and refractory time of a core"),
    SYNAPSE_FORMATS_PER_CORE("formats", Role.LIMIT, "distinct weight formats of a core"),
    ROUTING_ENTRIES_PER_CHIP("entries", Role.LIMIT, "entries of a chip's routing table"),
    STATE_BITS("bits", Role.RANGE, "width of u and v, sign included"),
    LARGEST_THRESHOLD("", Role.RANGE, "largest threshold, as ours counts (a neuron fires above it)"),
    LARGEST_FLOOR("", Role.RANGE, "depth of the deepest floor; 0 where the only floor is 0"),
    INPUT_SUM_BITS("bits", Role.RANGE, "width of the sum of a tick's inputs, sign included"),
    LARGEST_BIAS("", Role.RANGE, "largest magnitude of a bias"),
    DECAY_STEPS("steps", Role.RANGE, "steps of a fractional decay; 4096 is all of semantics.md"),
    LARGEST_LEAK("", Role.RANGE, "largest linear leak a tick"),
    SHORTEST_DELAY("ticks", Role.RANGE, "shortest delay, as ours counts (1 is the next tick)"),
    LONGEST_DELAY("ticks", Role.RANGE, "longest delay, as ours counts"),
    LONGEST_REFRACTORY("ticks", Role.RANGE, "longest refractory time, as ours counts"),
    PAYLOAD_BITS("bits", Role.RANGE, "width of a spike's payload with its sign; 0 where spikes are binary"),
    TICK("s", Role.COST, "length of a tick"),
    SYNAPSE_ENERGY("J", Role.COST, "energy of one synaptic event"),
    UPDATE_ENERGY("J", Role.COST, "energy of one neuron update"),
    SPIKE_ENERGY("J", Role.COST, "energy of one spike sent"),
    HOP_ENERGY("J", Role.COST, "energy of one hop of one spike"),
    IDLE_POWER("W", Role.COST, "power of a chip that does nothing"),
    SYNAPSE_TIME("s", Role.COST, "time of one synaptic event"),
    UPDATE_TIME("s", Role.COST, "time of one neuron update"),
    SPIKE_TIME("s", Role.COST, "time to send one spike"),
    HOP_TIME("s", Role.COST, "time of one hop"),
    BARRIER_TIME("s", Role.COST, "time of the barrier that ends a tick"),
    HOST_EVENTS("events/s", Role.LIMIT, "spikes a second between board and host");

    private final String unit;
    private final Role role;
    private final String meaning;

    /** What a quantity is for. */
    public enum Role {
        /** The form of the mesh. */
        SHAPE,
        /** What mapping must stay within. */
        LIMIT,
        /** What a single number of the graph must stay within. */
        RANGE,
        /** What estimates of energy and time are made of. */
        COST
    }

    Quantity(String unit, Role role, String meaning) {
        this.unit = unit;
        this.role = role;
        this.meaning = meaning;
    }

    /**
     * Returns the unit.
     *
     * @return such as "bits"; empty for a bare number
     */
    public String unit() {
        return unit;
    }

    /**
     * Returns what it is for.
     *
     * @return the role
     */
    public Role role() {
        return role;
    }

    /**
     * Says whether its values are whole numbers.
     *
     * @return false for times, energies, powers and rates
     */
    public boolean whole() {
        return role != Role.COST && this != HOST_EVENTS;
    }

    /**
     * Returns what it counts.
     *
     * @return a phrase
     */
    public String meaning() {
        return meaning;
    }

    /**
     * Returns the name it has in files and messages.
     *
     * @return such as "neurons-per-core"
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
