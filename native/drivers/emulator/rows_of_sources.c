/*
 * A sign matrix whose rows belong to sources: the row of each spike is added to the sums. Rows of equal payload are first added to each other,
 * 64 columns a word, in counters of a few bits a column.
 */
#include "delivery.h"
#include "kernels.h"

enum { MOST_GROUPS = 256, BUCKETS = 1024, FEWEST_ROWS = 8, MOST_ROWS = 1023, DEPTH = 10, NONE = UINT16_MAX };

/* Where the bits of a row are added with a value, and what is added to all targets besides. */
typedef struct adding {
    const block *block;
    uint64_t *sums;
    uint32_t count;
    uint64_t *row;      /* words of a masked row */
    uint64_t *counters; /* DEPTH + 1 of them */
    uint64_t to_all;
} adding;

/* Spikes of equal payload, as lists through `next`. */
typedef struct groups {
    uint32_t count;
    int32_t payload[MOST_GROUPS];
    uint32_t size[MOST_GROUPS];
    uint32_t first[MOST_GROUPS];
    uint16_t bucket[BUCKETS];
} groups;

static const packed64 *row_at(const adding *adding, view bits, uint32_t row)
{
    return (const packed64 *)bits.at + (size_t)row * adding->block->words;
}

static void add_masked(adding *adding, uint32_t row, uint64_t value)
{
    const packed64 *plus = row_at(adding, adding->block->plus, row);
    const packed64 *mask = row_at(adding, adding->block->mask, row);
    for (uint32_t w = 0; w < adding->block->words; w++) {
        adding->row[w] = plus[w] & mask[w];
    }
    kernels_best()->add_where((const packed64 *)adding->row, adding->count, 2 * value, adding->sums);
    kernels_best()->add_where(mask, adding->count, 0 - value, adding->sums);
}

/* +value where a bit is set, and -value, of signs, where it is not: twice where it is, less once everywhere. */
static void add_row(adding *adding, uint32_t row, uint64_t value)
{
    if (adding->block->mask.size > 0) {
        add_masked(adding, row, value);
        return;
    }
    uint64_t step = adding->block->is_unsigned ? value : 2 * value;
    adding->to_all -= step - value;
    kernels_best()->add_where(row_at(adding, adding->block->plus, row), adding->count, step, adding->sums);
}

static void add_rows(adding *adding, const packed64 *const *rows, uint32_t count, uint64_t value)
{
    const block *block = adding->block;
    unsigned depth = 2;
    while (count >> depth != 0) {
        depth++;
    }
    memset(adding->counters, 0, depth * block->words * sizeof *adding->counters);
    kernels_best()->add_rows(rows, count, block->words, depth, adding->counters);
    uint64_t step = block->is_unsigned ? value : 2 * value;
    adding->to_all -= (step - value) * count;
    for (unsigned d = 0; d < depth; d++) {
        const packed64 *bits = (const packed64 *)(adding->counters + (size_t)d * block->words);
        kernels_best()->add_where(bits, adding->count, step << d, adding->sums);
    }
}

/* The group of a payload; NONE where there are too many. */
static uint32_t group_of(groups *groups, int32_t payload)
{
    uint32_t bucket = (uint32_t)payload * UINT32_C(2654435769) >> 22;
    while (groups->bucket[bucket] != NONE && groups->payload[groups->bucket[bucket]] != payload) {
        bucket = (bucket + 1) % BUCKETS;
    }
    if (groups->bucket[bucket] == NONE && groups->count < MOST_GROUPS) {
        groups->payload[groups->count] = payload;
        groups->size[groups->count] = 0;
        groups->first[groups->count] = UINT32_MAX;
        groups->bucket[bucket] = (uint16_t)groups->count++;
    }
    return groups->bucket[bucket];
}

static void add_group(adding *adding, const spikes *spikes, uint32_t first, const uint32_t *next, uint32_t size, uint64_t value)
{
    const packed64 *rows[MOST_ROWS];
    uint32_t count = 0;
    for (uint32_t k = first; k != UINT32_MAX; k = next[k]) {
        uint32_t row = matrix_row(adding->block, spikes->neurons[k]);
        if (size < FEWEST_ROWS) {
            add_row(adding, row, value);
            continue;
        }
        rows[count++] = row_at(adding, adding->block->plus, row);
        if (count == MOST_ROWS) {
            add_rows(adding, rows, count, value);
            count = 0;
        }
    }
    if (count > 0) {
        add_rows(adding, rows, count, value);
    }
}

/* Sorts spikes into groups, spikes without a row left out; those of payloads too many to have a group are added at once. */
static bool add_spikes(adding *adding, const lane *lane, uint32_t *next)
{
    const spikes *spikes = &lane->arriving;
    bool grouped = spikes->count >= FEWEST_ROWS && adding->block->mask.size == 0;
    bool any = false;
    groups groups;
    groups.count = 0;
    if (grouped) {
        memset(groups.bucket, 0xff, sizeof groups.bucket);
    }
    for (uint32_t k = 0; k < spikes->count; k++) {
        uint32_t row = matrix_row(adding->block, spikes->neurons[k]);
        if (row == ABSENT_ROW) {
            continue;
        }
        any = true;
        uint32_t group = grouped ? group_of(&groups, spikes->payloads[k]) : NONE;
        if (group == NONE) {
            add_row(adding, row, (uint64_t)spikes->payloads[k] * (uint64_t)adding->block->scale);
        } else {
            next[k] = groups.first[group];
            groups.first[group] = k;
            groups.size[group]++;
        }
    }
    for (uint32_t g = 0; g < groups.count; g++) {
        add_group(adding, spikes, groups.first[g], next, groups.size[g],
                  (uint64_t)groups.payload[g] * (uint64_t)adding->block->scale);
    }
    return any;
}

void deliver_rows_of_sources(lane *lane, core_state *core)
{
    const block *block = lane->block;
    adding adding = {
        .block = block,
        .sums = lane->members == NULL ? lane->cells->sums : core->sums,
        .count = lane->cells->size,
        .row = core->counters + (size_t)DEPTH * block->words,
        .counters = core->counters,
    };
    if (lane->members != NULL) {
        memset(core->sums, 0, lane->cells->size * sizeof *core->sums);
    }
    if (!add_spikes(&adding, lane, core->next)) {
        return;
    }
    kernels_best()->add_all(lane->members == NULL ? adding.count : 0, adding.to_all, adding.sums);
    for (uint32_t m = 0; m < lane->member_count && lane->members != NULL; m++) {
        lane->cells->sums[lane->members[m]] += adding.sums[lane->members[m]] + adding.to_all;
    }
    if (lane->cells->slice->kind == GRADED_NEURON) {
        reach_members(lane);
    }
}
