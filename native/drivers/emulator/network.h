/* A program laid out for execution: neurons by slice, synapses by lane, spikes by population. docs/concepts/semantics.md says what a tick is. */
#ifndef EMULATOR_NETWORK_H
#define EMULATOR_NETWORK_H

#include "kernels.h"
#include "program.h"
#include "routing.h"

/* Spikes of one tick, or a part of them: neurons ascending, counted from the population's first. */
typedef struct spikes {
    uint32_t *neurons;
    int32_t *payloads;
    uint32_t count;
    uint32_t capacity;
} spikes;

/* Spikes packed into bit planes: plane p holds those whose payload's magnitude has weight[p]; a bit of `plus` says a payload above 0. */
typedef struct planes {
    uint32_t count;
    int64_t weight[32];
    uint32_t size[32];
    bool all_plus;
    bool apart; /* every spike is in one plane, and in no other */
    size_t words;
    uint64_t *known; /* 32 x words */
    uint64_t *plus;
} planes;

/* The synapses of one block that share one delay. */
typedef struct lane {
    const block *block;
    struct cells *cells;
    uint32_t *members; /* neurons of the slice, ascending; null for all */
    uint32_t member_count;
    interval *heard; /* sources whose spikes are routed here, counted from the population's first */
    size_t heard_count;
    uint32_t offset; /* source 0 of the block, counted likewise */
    bool whole;      /* hears every spike of the population that matters; that is the whole of the block's sources */
    bool reaches_all; /* a sign matrix with rows of targets, none of them absent */
    uint32_t *fan_out; /* by source: synapses that are not 0; null where all have `common_fan_out` */
    uint32_t common_fan_out;

    spikes arriving; /* at this tick, as sources of the block */
    spikes own;      /* where `arriving` cannot be a part of the volley */
    planes *planes;  /* packed from `arriving`, null where they are pushed */
    bool is_counted; /* deliver() finds out how many synapses the spikes meet */
    planes own_planes;
    struct lane *next_due;
} lane;

/* All lanes that a population's spikes take after the same delay. */
typedef struct arrival {
    uint32_t delay;
    lane **lanes;
    size_t lane_count;
    planes planes; /* shared by the lanes that are `whole` */
    uint64_t packed_at; /* tick + 1 */
} arrival;

/* The neurons of a slice. */
typedef struct cells {
    const slice *slice;
    uint32_t size;
    uint32_t core;       /* index */
    uint64_t *sums;      /* of input, in two's complement; 0 between ticks */
    uint64_t *reached;   /* bits, of graded neurons */
    uint64_t *active;    /* bits, of neurons not at rest */
    int32_t *u;
    int32_t *v;
    uint32_t *ref;
    int32_t *x;
    int8_t *sign;
    bool is_plain;   /* see plain.c */
    plain_rule rule; /* of plain ones; set at the start */
    bool touched;    /* a lane has delivered at this tick */
    bool at_rest;
    spikes out;     /* of this tick, counted from the slice's first neuron */
    uint64_t saturations;
    traffic *ways; /* of its spikes */
    size_t way_count;
} cells;

/* A core: what it holds, and what has to be done at this tick. */
typedef struct core_state {
    const core *core;
    cells *cells;
    lane *due;
    lane **due_end;
    uint64_t events;  /* synapses met at this tick */
    uint64_t pairs;   /* of spikes and neurons where deliver() is still to count the synapses met */
    uint32_t neurons; /* copies included */
    bool listed;      /* among those that have something to do at this tick */
    bool restless;    /* some of its cells are not at rest */
    uint64_t *sums;     /* of a lane with members: as many as the largest slice has neurons */
    uint64_t *counters; /* of rows_of_sources.c */
    uint32_t *next;     /* as many as the largest block has sources */
} core_state;

/* A population: its spikes while they may arrive, and the lanes they take. */
typedef struct population_state {
    const population *population;
    cells **parts; /* its slices, ascending; none of a source */
    size_t part_count;
    arrival *arrivals; /* by delay, ascending */
    size_t arrival_count;
    uint32_t depth;   /* ticks of history: the longest delay + 1 */
    spikes *history;  /* by tick modulo depth */
    uint64_t *fired;  /* tick + 1 of each, 0 for none */
    uint64_t last;    /* tick + 1 of the last volley, 0 for none */
    uint32_t volley;  /* spikes at this tick */
    spikes injected;  /* of a source, at this tick */
    traffic *ways;    /* of a source's spikes */
    size_t way_count;
} population_state;

/* Spikes of a slice, or of a source, at this tick. */
typedef struct segment {
    population_state *population;
    uint32_t first_id;
    spikes spikes; /* counted from first_id */
    traffic *ways;
    size_t way_count;
} segment;

enum { WORTH_SHARING = 100000 };

typedef struct network {
    const program *program;
    const target *target;
    arena arena;
    uint64_t seed;
    uint64_t tick;
    int64_t largest_state;
    population_state *populations;
    size_t population_count;
    core_state *cores;
    size_t core_count;
    lane *lanes;
    size_t lane_count;
    deliveries deliveries;
    uint32_t *work; /* cores that have something to do at this tick */
    size_t work_count;
    segment *segments; /* spikes of this tick, one for each slice or source that has some */
    size_t segment_count;

    uint64_t spikes;
    uint64_t synaptic_events;
    uint64_t saturations;
    uint64_t neuron_spikes; /* sources left out */
    double seconds; /* the board's own time */
    traffic **carried;      /* ways whose spikes are not in the loads of their links yet */
    size_t carried_count;
    uint64_t *link_loads;   /* spikes that took a link: by router * directions + direction */
    uint64_t busiest_link;
    uint64_t hops;
    uint64_t worth_sharing; /* synapses and neurons of a tick for which threads are woken */
} network;

/* Lays out a checked program; false where memory is missing. */
bool network_build(network *network, const program *program, const target *target, errors *errors);

/* Makes room for as many spikes, but never more than `most`; what was there is lost. */
bool reserve_spikes(spikes *spikes, uint32_t count, uint32_t most, arena *arena);

/* Parts of network_build(). */
bool build_cells(network *network, errors *errors);
bool build_lanes(network *network, errors *errors);
bool count_fan_out(lane *lane, arena *arena);

/* All states 0, tick 0. */
void network_start(network *network, uint64_t seed);

/* Which population a global id belongs to. */
population_state *population_of(const network *network, uint32_t id);

/* The slice that holds a neuron of a population, counted from the population's first. */
cells *cells_of(const population_state *population, uint32_t neuron);

#endif
