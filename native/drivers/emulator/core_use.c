/* Axons, formats and synapse memory of a core. */
#include <stdlib.h>

#include "usage.h"
#include "network.h"

/* What one block is counted with. */
typedef struct counting {
    core_use *use;
    const core *core;
    const header *header;
    const target *target;
    const block *block;
    arena *arena;
    uint32_t population;
    uint32_t *counts; /* by source of the block: synapses that are not 0 */
} counting;

size_t population_index(const header *header, uint32_t id)
{
    size_t low = 0;
    size_t high = header->population_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (id < header->populations[middle].first_id) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return low;
}

static void mark(counting *counting, uint32_t kind, int64_t delay, uint32_t source)
{
    core_use *use = counting->use;
    size_t found = 0;
    while (found < use->axon_count && (use->axons[found].population != counting->population ||
                                       use->axons[found].kind != kind || use->axons[found].delay != delay)) {
        found++;
    }
    const population *population = &counting->header->populations[counting->population];
    if (found == use->axon_count) {
        axon_set *grown = arena_grow(counting->arena, use->axons, found, &use->axon_capacity, sizeof *grown);
        uint64_t *sources = arena_take(counting->arena, words_for(population->size), sizeof *sources);
        if (grown == NULL || sources == NULL) {
            use->memory = false;
            return;
        }
        use->axons = grown;
        use->axons[use->axon_count++] = (axon_set){counting->population, kind, delay, sources};
    }
    uint32_t neuron = counting->block->first_source + source - population->first_id;
    use->axons[found].sources[neuron / 64] |= UINT64_C(1) << neuron % 64;
}

static int64_t weight_at(const block *block, uint32_t source, uint32_t target, uint32_t *synapse)
{
    if (block->form == DENSE_BYTES) {
        return value_at(block->values.at, block->width, (size_t)source * block->targets + target);
    }
    if (block->form == SPARSE_BYTES) {
        uint32_t to = load32(block->offsets.at + (size_t)source * 4 + 4);
        while (*synapse < to && load32(block->to.at + (size_t)*synapse * 4) < target) {
            (*synapse)++;
        }
        bool stored = *synapse < to && load32(block->to.at + (size_t)*synapse * 4) == target;
        return stored ? value_at(block->values.at, block->width, *synapse) : 0;
    }
    if (block->form == ONE_TO_ONE) {
        return target == block->first_target + source ? number_of(&block->weight, source) : 0;
    }
    if (block->form == UNIFORM) {
        return block->scale;
    }
    uint32_t row = matrix_row(block, block->rows_are_sources ? source : target);
    uint32_t column = block->rows_are_sources ? target : source;
    size_t word = ((size_t)row * block->words + column / 64) * 8;
    if (row == ABSENT_ROW || (block->mask.size > 0 && (load64(block->mask.at + word) >> column % 64 & 1) == 0)) {
        return 0;
    }
    bool plus = (load64(block->plus.at + word) >> column % 64 & 1) != 0;
    return plus ? block->scale : block->is_unsigned ? 0 : -block->scale;
}

/* Whether a synapse is there that a spike has to reach: also one of weight 0, of neurons that answer when they are reached. */
static bool is_heard(const counting *counting, uint32_t source, uint32_t target, uint32_t *synapse)
{
    const block *block = counting->block;
    if (counting->core->slices[block->slice].kind != GRADED_NEURON) {
        return weight_at(block, source, target, synapse) != 0;
    }
    switch (block->form) {
    case SIGN_BITS:
        return matrix_row(block, block->rows_are_sources ? source : target) != ABSENT_ROW;
    case SPARSE_BYTES:
        weight_at(block, source, target, synapse);
        return *synapse < load32(block->offsets.at + (size_t)source * 4 + 4) &&
               load32(block->to.at + (size_t)*synapse * 4) == target;
    case ONE_TO_ONE:
        return target == block->first_target + source;
    case DENSE_BYTES:
    case UNIFORM:
        break;
    }
    return true;
}

/* Sources heard at all: without a look at each synapse, where it can be told from their number. */
static void mark_heard(counting *counting)
{
    const block *block = counting->block;
    bool graded = counting->core->slices[block->slice].kind == GRADED_NEURON;
    for (uint32_t i = 0; i < block->sources && counting->use->memory; i++) {
        bool heard = counting->counts[i] > 0;
        uint32_t synapse = 0;
        if (block->form == SPARSE_BYTES) {
            heard |= graded && load32(block->offsets.at + (size_t)i * 4) < load32(block->offsets.at + (size_t)i * 4 + 4);
        }
        for (uint32_t j = 0; graded && !heard && block->form != SPARSE_BYTES && j < block->targets; j++) {
            heard = is_heard(counting, i, j, &synapse);
        }
        if (heard) {
            mark(counting, 0, 0, i);
        }
    }
}

/* Where axons hold delays. */
static void mark_by_delay(counting *counting)
{
    const block *block = counting->block;
    for (uint32_t i = 0; i < block->sources; i++) {
        uint32_t synapse = block->form == SPARSE_BYTES ? load32(block->offsets.at + (size_t)i * 4) : 0;
        int64_t last = 0;
        for (uint32_t j = 0; j < block->targets && counting->use->memory; j++) {
            int64_t delay = number_of(&block->delay, j);
            if (delay != last && is_heard(counting, i, j, &synapse)) {
                mark(counting, 0, delay, i);
                last = delay;
            }
        }
    }
}

static int by_value(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left;
    int64_t b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/* The distinct weights of a block that are not 0, ascending. */
static int64_t *find_weights(const block *block, arena *arena, size_t *count)
{
    size_t values = block->form == ONE_TO_ONE                                     ? block->weight.count
                    : block->form == DENSE_BYTES || block->form == SPARSE_BYTES ? block->values.size / block->width
                                                                                  : 2;
    int64_t *weights = arena_take(arena, values, sizeof *weights);
    if (weights == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < values; i++) {
        weights[i] = block->form == ONE_TO_ONE ? block->weight.at[i]
                     : block->form == SIGN_BITS || block->form == UNIFORM
                         ? (i == 0 ? block->scale : block->form == UNIFORM || block->is_unsigned ? 0 : -block->scale)
                         : value_at(block->values.at, block->width, i);
    }
    qsort(weights, values, sizeof *weights, by_value);
    size_t kept = 0;
    for (size_t i = 0; i < values; i++) {
        if (weights[i] != 0 && (kept == 0 || weights[kept - 1] != weights[i])) {
            weights[kept++] = weights[i];
        }
    }
    *count = kept;
    return weights;
}

/* Where the axon gives the weight: one axon for each weight of a source, numbered through all blocks of a slice. */
static void mark_by_weight(counting *counting, uint32_t *next_kinds)
{
    const block *block = counting->block;
    core_use *use = counting->use;
    bool holds_delay = counting->target->has[TRAIT_AXON_HOLDS_DELAY];
    size_t count = 0;
    int64_t *weights = find_weights(block, counting->arena, &count);
    use->memory &= weights != NULL;
    for (size_t w = 0; w < count && use->memory; w++) {
        bool any = false;
        uint32_t kind = next_kinds[counting->population];
        for (uint32_t i = 0; i < block->sources && use->memory; i++) {
            uint32_t synapse = block->form == SPARSE_BYTES ? load32(block->offsets.at + (size_t)i * 4) : 0;
            for (uint32_t j = 0; j < block->targets; j++) {
                if (weight_at(block, i, j, &synapse) == weights[w]) {
                    mark(counting, kind, holds_delay ? number_of(&block->delay, j) : 0, i);
                    any = true;
                    if (!holds_delay || block->delay.count == 1) {
                        break;
                    }
                }
            }
        }
        kind_weight *grown = arena_grow(counting->arena, use->kinds, use->kind_count, &use->kind_capacity, sizeof *grown);
        use->memory &= grown != NULL;
        use->kinds = grown != NULL ? grown : use->kinds;
        if (any && grown != NULL) {
            use->kinds[use->kind_count++] = (kind_weight){counting->population, kind, block->slice, weights[w]};
            next_kinds[counting->population]++;
        }
    }
    arena_drop(counting->arena, weights);
}

static bool is_delayed(const counting *counting)
{
    uint64_t shortest = counting->target->known[SHORTEST_DELAY] ? target_limit(counting->target, SHORTEST_DELAY) : 1;
    bool delayed = false;
    for (size_t i = 0; i < counting->block->delay.count; i++) {
        delayed |= (uint64_t)counting->block->delay.at[i] > shortest;
    }
    return delayed;
}

static void add_bits(counting *counting, uint32_t weight_bits)
{
    const block *block = counting->block;
    uint64_t copies = counting->core->slices[block->slice].copies;
    uint64_t *cost = arena_take(counting->arena, (size_t)block->targets + 1, sizeof *cost);
    if (cost == NULL) {
        counting->use->memory = false;
        return;
    }
    bool delayed = is_delayed(counting);
    for (uint32_t i = 0; i < block->sources; i++) {
        uint32_t count = counting->counts[i];
        if (count > 0 && cost[count] == 0) {
            cost[count] = row_bits(&counting->target->rows, block->targets * copies, count * copies, weight_bits, delayed);
        }
        counting->use->synapse_bits += count > 0 ? cost[count] : 0;
    }
    arena_drop(counting->arena, cost);
}

static bool add_format(counting *counting, size_t index, errors *errors)
{
    const target *target = counting->target;
    bool any;
    chosen_format chosen = 0;
    uint32_t bits;
    if (!choose_format(counting->block, target, &any, &chosen, &bits)) {
        return refuse(errors, MNEME_TOO_LARGE, "section %u, block %zu: no weight format of %s holds its weights",
                      (unsigned)counting->core->section, index, target->name);
    }
    if (!any) {
        return true;
    }
    core_use *use = counting->use;
    if (target->format_count > 0) {
        chosen_format *grown =
            arena_grow(counting->arena, use->formats, use->format_count, &use->format_capacity, sizeof *grown);
        if (grown == NULL) {
            use->memory = false;
            return false;
        }
        use->formats = grown;
        use->formats[use->format_count++] = chosen;
    }
    add_bits(counting, bits);
    return true;
}

bool count_core(core_use *use, const core *core, const program *program, const target *target, arena *arena, errors *errors)
{
    const header *header = &program->header;
    uint32_t *next_kinds = arena_take(arena, header->population_count, sizeof *next_kinds);
    use->memory = next_kinds != NULL;
    bool good = true;
    for (size_t b = 0; b < core->block_count && use->memory; b++) {
        const block *block = &core->blocks[b];
        counting counting = {use, core, header, target, block, arena, 0, NULL};
        counting.population = (uint32_t)population_index(header, block->first_source);
        if (b > 0 && block->slice != core->blocks[b - 1].slice) {
            memset(next_kinds, 0, header->population_count * sizeof *next_kinds);
        }
        if (target->has[TRAIT_HOST_FIRES_NEURONS] && block->form == ONE_TO_ONE &&
            header->populations[counting.population].kind == SOURCE_NEURON) {
            continue;
        }
        lane lane = {.block = block, .member_count = block->targets};
        counting.counts = arena_take(arena, block->sources, sizeof *counting.counts);
        use->memory = counting.counts != NULL && count_fan_out(&lane, arena);
        for (uint32_t i = 0; i < block->sources && use->memory; i++) {
            counting.counts[i] = lane.fan_out == NULL ? lane.common_fan_out : lane.fan_out[i];
        }
        if (use->memory) {
            good &= add_format(&counting, b, errors);
            if (target->has[TRAIT_SHARED_AXON_WEIGHTS]) {
                mark_by_weight(&counting, next_kinds);
            } else if (target->has[TRAIT_AXON_HOLDS_DELAY]) {
                mark_by_delay(&counting);
            } else {
                mark_heard(&counting);
            }
        }
        arena_drop(arena, counting.counts);
        arena_drop(arena, lane.fan_out);
    }
    return use->memory ? good : refuse_memory(errors);
}

uint64_t axons_of(const core_use *use, const header *header)
{
    uint64_t count = 0;
    for (size_t a = 0; a < use->axon_count; a++) {
        size_t words = words_for(header->populations[use->axons[a].population].size);
        for (size_t w = 0; w < words; w++) {
            count += (uint64_t)__builtin_popcountll(use->axons[a].sources[w]);
        }
    }
    return count;
}

static int by_kind(const void *left, const void *right)
{
    const kind_weight *a = left;
    const kind_weight *b = right;
    if (a->population != b->population) {
        return (a->population > b->population) - (a->population < b->population);
    }
    return (a->kind > b->kind) - (a->kind < b->kind);
}

/* Whether a type has no other weight for any slice of kinds from ... to - 1. */
static bool agree(const kind_weight *kinds, const size_t *type_of, size_t type, size_t from, size_t to)
{
    for (size_t k = 0; k < from; k++) {
        for (size_t n = from; n < to && type_of[k] == type; n++) {
            if (kinds[k].slice == kinds[n].slice && kinds[k].weight != kinds[n].weight) {
                return false;
            }
        }
    }
    return true;
}

bool count_types(const core_use *use, arena *arena, uint64_t *types)
{
    *types = 0;
    size_t *type_of = arena_take(arena, use->kind_count, sizeof *type_of);
    if (type_of == NULL) {
        return false;
    }
    if (use->kind_count > 0) {
        qsort(use->kinds, use->kind_count, sizeof *use->kinds, by_kind);
    }
    for (size_t from = 0, to; from < use->kind_count; from = to) {
        for (to = from + 1; to < use->kind_count && by_kind(&use->kinds[from], &use->kinds[to]) == 0; to++) {
        }
        size_t type = 0;
        while (type < *types && !agree(use->kinds, type_of, type, from, to)) {
            type++;
        }
        *types += type == *types;
        for (size_t k = from; k < to; k++) {
            type_of[k] = type;
        }
    }
    return true;
}
