/* What a program uses of the cores of its target, counted as the mapper counts it (compiler/map). */
#ifndef EMULATOR_USAGE_H
#define EMULATOR_USAGE_H

#include "program.h"

/* Axons of a kind: which neurons of a population need one. Kinds tell axons of one source apart by weight, delays where axons hold them. */
typedef struct axon_set {
    uint32_t population;
    uint32_t kind;
    int64_t delay; /* 0 where the axon does not hold it */
    uint64_t *sources;
} axon_set;

/* The weight that a slice has for a kind of axon. */
typedef struct kind_weight {
    uint32_t population;
    uint32_t kind;
    uint32_t slice;
    int64_t weight;
} kind_weight;

/* A weight format with an exponent: both in one number. */
typedef int64_t chosen_format;

typedef struct core_use {
    axon_set *axons;
    size_t axon_count;
    size_t axon_capacity;
    kind_weight *kinds;
    size_t kind_count;
    size_t kind_capacity;
    chosen_format *formats; /* as often as they are used */
    size_t format_count;
    size_t format_capacity;
    uint64_t synapse_bits;
    bool memory; /* false where there was none */
} core_use;

/* Counts axons, formats and synapse memory of a core; a weight that no format holds is an error. */
bool count_core(core_use *use, const core *core, const program *program, const target *target, arena *arena, errors *errors);

uint64_t axons_of(const core_use *use, const header *header);

/* Types that kinds of axon can share: as many as first fit finds. */
bool count_types(const core_use *use, arena *arena, uint64_t *types);

/* The format that holds all weights of a block, with the fewest bits; false where none does, and there are some. */
bool choose_format(const block *block, const target *target, bool *any, chosen_format *chosen, uint32_t *bits);

/* Memory of one axon's synapses: `stored` of `targets` neurons. */
uint64_t row_bits(const synapse_rows *rows, uint64_t targets, uint64_t stored, uint32_t weight_bits, bool delayed);

/* Index of the population of a neuron. */
size_t population_index(const header *header, uint32_t id);

/* What single numbers of a slice or block must stay within. */
void check_ranges(const core *core, const target *target, errors *errors);

#endif
