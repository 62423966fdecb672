/* The target a board has the shape of: decoded from a mneme.board.TargetDescription, and where its cores and routers are. */
#ifndef EMULATOR_TARGET_H
#define EMULATOR_TARGET_H

#include "common.h"

/* In the order of the names in target.c, which are those of target descriptions. */
enum quantity {
    CHIPS,
    CHIP_COLUMNS,
    CHIP_ROWS,
    TILE_COLUMNS,
    TILE_ROWS,
    CORES_PER_TILE,
    CORES_PER_CHIP,
    NEURONS_PER_CORE,
    INPUT_AXONS_PER_CORE,
    OUTPUT_AXONS_PER_CORE,
    TARGETS_PER_NEURON,
    SYNAPSE_BITS_PER_CORE,
    SYNAPSE_BITS_PER_CHIP,
    AXON_TYPES_PER_CORE,
    THRESHOLDS_PER_CORE,
    FLOORS_PER_CORE,
    MEMBRANES_PER_CORE,
    SYNAPSE_FORMATS_PER_CORE,
    ROUTING_ENTRIES_PER_CHIP,
    STATE_BITS,
    LARGEST_THRESHOLD,
    LARGEST_FLOOR,
    INPUT_SUM_BITS,
    LARGEST_BIAS,
    DECAY_STEPS,
    LARGEST_LEAK,
    SHORTEST_DELAY,
    LONGEST_DELAY,
    LONGEST_REFRACTORY,
    PAYLOAD_BITS,
    TICK,
    SYNAPSE_ENERGY,
    UPDATE_ENERGY,
    SPIKE_ENERGY,
    HOP_ENERGY,
    IDLE_POWER,
    SYNAPSE_TIME,
    UPDATE_TIME,
    SPIKE_TIME,
    HOP_TIME,
    BARRIER_TIME,
    HOST_EVENTS,
    QUANTITIES
};

enum trait {
    TRAIT_LIF,
    TRAIT_GRADED_SIGN,
    TRAIT_GRADED_IDENTITY,
    TRAIT_GRADED_TABLE,
    TRAIT_RETAIN,
    TRAIT_ESCAPE,
    TRAIT_FLOOR,
    TRAIT_SUBTRACT_RESET,
    TRAIT_RESET_VALUE,
    TRAIT_CURRENT_DECAY,
    TRAIT_POTENTIAL_DECAY,
    TRAIT_LINEAR_LEAK,
    TRAIT_BIAS,
    TRAIT_SIGNED_SUMS,
    TRAIT_DELAY_PER_TARGET,
    TRAIT_AXON_HOLDS_DELAY,
    TRAIT_SHARED_AXON_WEIGHTS,
    TRAIT_MULTICAST,
    TRAIT_HOST_FIRES_NEURONS,
    TRAITS
};

enum routing { ROUTING_NONE = 1, ROUTING_DESTINATIONS = 2, ROUTING_KEY_MASK = 3 };

/* mantissa * step * 2^exponent */
typedef struct weight_format {
    char *name;
    int32_t low;
    int32_t high;
    uint32_t step;
    int32_t lowest_exponent;
    int32_t highest_exponent;
    uint32_t bits;
} weight_format;

typedef struct synapse_rows {
    bool crossbar;
    uint32_t header_bits;
    uint32_t index_bits;
    uint32_t extra_bits;
    uint32_t delay_bits;
    uint32_t synapses_per_block;
    uint32_t word_bits;
} synapse_rows;

typedef struct target {
    view description; /* as mneme_describe() gives it */
    uint8_t digest[32];
    char *name;
    char *title;
    bool envelope; /* the chip's limits with Mneme's arithmetic */
    bool hexagonal;
    enum routing routing;
    bool known[QUANTITIES];
    double value[QUANTITIES]; /* infinite where there is no limit */
    bool has[TRAITS];
    weight_format *formats;
    size_t format_count;
    synapse_rows rows;

    uint32_t chips;
    uint32_t cores_per_chip;
    uint32_t sites;
    uint32_t columns; /* of the mesh of routers of the whole board */
    uint32_t routers;
    uint32_t directions;
} target;

const char *quantity_key(enum quantity quantity);
const char *quantity_unit(enum quantity quantity);

/* The quantity of a key; QUANTITIES where there is none. */
enum quantity quantity_named(view key);

const char *trait_key(enum trait trait);

/* Reads a description, whose bytes stay where they are and belong to `arena` or longer. */
bool target_read(target *target, view description, arena *arena, errors *errors);

/* The limit as a whole number, UINT64_MAX where there is none or none is known. */
uint64_t target_limit(const target *target, enum quantity quantity);

/* Router of a site: y * columns + x. */
uint32_t router_of(const target *target, uint32_t site);

/* The router at the other end of a link; false where the mesh ends there. */
bool neighbour(const target *target, uint32_t router, uint32_t direction, uint32_t *to);

#endif
