/* A board program as it was read, every number checked against its own section; check_program() compares sections with each other. */
#ifndef EMULATOR_PROGRAM_H
#define EMULATOR_PROGRAM_H

#include "common.h"
#include "decode.h"
#include "target.h"

enum { PROGRAM_MAJOR = 1, KIND_HEADER = 1, KIND_CORE = 2, KIND_TABLE = 3, KIND_TRAILER = 4 };

enum neuron_kind { SOURCE_NEURON = 1, LIF_NEURON = 2, GRADED_NEURON = 3, ESCAPE_NEURON = 4 };

typedef struct population {
    char *name;
    uint32_t first_id;
    uint32_t size;
    enum neuron_kind kind;
    bool probed;
    int32_t largest_payload; /* of a source */
} population;

typedef struct location {
    uint32_t first_id;
    uint32_t size;
    uint32_t site;
    uint32_t first_neuron;
    uint32_t copies;
} location;

/* Destinations are sites; links are routers and directions: 2 numbers each. */
typedef struct route {
    uint32_t first_id;
    uint32_t size;
    uint32_t first_key;
    uint32_t *destinations;
    size_t destination_count;
    uint32_t *links;
    size_t link_count;
} route;

typedef struct header {
    char *graph;
    double tick_seconds;
    uint32_t state_bits;
    uint32_t cores;
    uint32_t tables;
    uint32_t longest_delay;
    uint32_t neurons; /* of all populations, sources included: global ids are below it */
    population *populations;
    size_t population_count;
    location *locations;
    size_t location_count;
    route *routes; /* of sources */
    size_t route_count;
} header;

typedef struct decay {
    bool linear;
    numbers amount;
} decay;

typedef struct membrane {
    decay current;
    decay potential;
    numbers bias;
    numbers threshold;
    numbers reset; /* none: the threshold is subtracted */
    numbers floor; /* none: no floor */
    numbers refractory;
} membrane;

typedef struct table {
    int64_t first;
    view entries;
} table;

enum phi { PHI_SIGN = 1, PHI_IDENTITY = 2, PHI_TABLE = 3 };

typedef struct graded {
    bool retain;
    bool send_zero;
    enum phi phi;
    table *tables;
    size_t table_count;
    numbers choice;
} graded;

typedef struct slice {
    uint32_t first_id;
    uint32_t size;
    uint32_t first_neuron;
    uint32_t copies;
    enum neuron_kind kind;
    membrane membrane; /* of Lif and Escape */
    table thresholds;  /* of Escape */
    graded graded;
} slice;

enum weight_form { SIGN_BITS = 1, DENSE_BYTES, SPARSE_BYTES, ONE_TO_ONE, UNIFORM };

#define ABSENT_ROW UINT32_MAX

typedef struct block {
    uint32_t projection;
    uint32_t first_source;
    uint32_t sources;
    uint32_t slice;
    uint32_t targets; /* neurons of the slice */
    numbers delay;
    enum weight_form form;

    int64_t scale; /* of signs; the weight of a uniform block */
    bool rows_are_sources;
    bool is_unsigned;
    uint32_t columns;
    uint32_t words;       /* of a row */
    uint32_t matrix_rows; /* of plus */
    view plus;
    view mask;
    view rows;

    uint32_t width; /* bytes of a value */
    view values;
    view offsets;
    view to;

    numbers weight;
    uint32_t first_target;
} block;

typedef struct core {
    uint32_t section;
    uint32_t site;
    slice *slices;
    size_t slice_count;
    block *blocks;
    size_t block_count;
    route *routes;
    size_t route_count;
    uint32_t neurons; /* copies included */
} core;

typedef struct table_entry {
    uint32_t key;
    uint32_t mask;
    uint32_t links;
    uint64_t cores;
} table_entry;

typedef struct chip_table {
    uint32_t chip;
    table_entry *entries;
    size_t entry_count;
} chip_table;

typedef struct program {
    arena arena;
    header header;
    core *cores;
    size_t core_count;
    chip_table *tables;
    size_t table_count;
} program;

/* Read a section; the bytes stay where they are. False with errors that begin with `where`. */
bool read_header(header *header, view bytes, const target *target, arena *arena, errors *errors);
bool read_core(core *core, view bytes, const char *where, const header *header, const target *target, arena *arena,
               errors *errors);
bool read_table(chip_table *table, view bytes, const char *where, const target *target, arena *arena, errors *errors);

/* Compares sections: every neuron in one slice and where the header says, routes that lead where they say, sums that stay within 64 bits. */
bool check_program(const program *program, const target *target, errors *errors);

/* Compares what every core and chip holds with the limits of the target; an error of MNEME_TOO_LARGE for each that is exceeded. */
bool check_limits(const program *program, const target *target, errors *errors);

/* Parts of read_core(). */
typedef struct reading {
    const header *header;
    const target *target;
    core *core;
    size_t slice_capacity;
    size_t block_capacity;
    size_t route_capacity;
} reading;
bool read_slice(pb_istream_t *stream, decoding *decoding, void *into);
bool read_block(pb_istream_t *stream, decoding *decoding, void *into);
bool read_route(pb_istream_t *stream, decoding *decoding, const target *target, uint32_t neurons, route *into);

/* Checks that lengths, rows, offsets and targets of a block fit its shape. */
bool check_weights(block *block, decoding *decoding);

static inline uint32_t matrix_row(const block *block, uint32_t row)
{
    return block->rows.size == 0 ? row : load32(block->rows.at + (size_t)row * 4);
}

static inline int64_t value_at(const uint8_t *values, uint32_t width, size_t index)
{
    switch (width) {
    case 1:
        return (int8_t)values[index];
    case 2:
        return (int16_t)load16(values + 2 * index);
    default:
        return (int32_t)load32(values + 4 * index);
    }
}

static inline int32_t table_at(const table *table, int64_t x)
{
    int64_t last = (int64_t)(table->entries.size / 4) - 1;
    int64_t at = x < table->first ? 0 : x - table->first;
    return (int32_t)load32(table->entries.at + 4 * (size_t)(at > last ? last : at));
}

#endif
