/* Lays out the synapses: a block with one delay is one lane, one with a delay a target as many as it has distinct delays. */
#include "network.h"

#include <stdlib.h>

static int by_value(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left;
    int64_t b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/* The distinct delays of a block, ascending, in an array of as many as it has. */
static size_t distinct_delays(const block *block, int64_t *into)
{
    memcpy(into, block->delay.at, block->delay.count * sizeof *into);
    qsort(into, block->delay.count, sizeof *into, by_value);
    size_t kept = 0;
    for (size_t i = 0; i < block->delay.count; i++) {
        if (kept == 0 || into[kept - 1] != into[i]) {
            into[kept++] = into[i];
        }
    }
    return kept;
}

static bool find_members(lane *lane, const block *block, int64_t delay, arena *arena)
{
    for (uint32_t j = 0; j < block->targets; j++) {
        lane->member_count += block->delay.at[j] == delay;
    }
    lane->members = arena_take(arena, lane->member_count, sizeof *lane->members);
    uint32_t filled = 0;
    for (uint32_t j = 0; j < block->targets && lane->members != NULL; j++) {
        if (block->delay.at[j] == delay) {
            lane->members[filled++] = j;
        }
    }
    return lane->members != NULL;
}

/* Which sources of the block are routed to the core, by binary search in what all cores hear. */
static bool find_heard(lane *lane, const network *network, uint32_t site, const population *population, arena *arena)
{
    const deliveries *deliveries = &network->deliveries;
    uint32_t first = lane->block->first_source;
    uint32_t end = first + lane->block->sources;
    size_t low = 0;
    size_t high = deliveries->hearing_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const hearing *hearing = &deliveries->hearings[middle];
        if (hearing->site < site || (hearing->site == site && hearing->ids.to <= first)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    size_t last = low;
    while (last < deliveries->hearing_count && deliveries->hearings[last].site == site &&
           deliveries->hearings[last].ids.from < end) {
        last++;
    }
    lane->heard_count = last - low;
    lane->heard = arena_take(arena, lane->heard_count, sizeof *lane->heard);
    for (size_t i = 0; i < lane->heard_count && lane->heard != NULL; i++) {
        interval ids = deliveries->hearings[low + i].ids;
        lane->heard[i].from = (ids.from < first ? first : ids.from) - population->first_id;
        lane->heard[i].to = (ids.to > end ? end : ids.to) - population->first_id;
    }
    lane->offset = first - population->first_id;
    lane->whole = lane->heard_count == 1 && lane->heard[0].from == 0 && lane->heard[0].to == population->size;
    return lane->heard != NULL;
}

/*
 * Spikes that are not routed to the core and would meet only weights of 0 change nothing: the lane may as well hear the whole volley, which
 * is packed once for all cores. A graded neuron answers to zeros too.
 */
static bool hears_all_that_matters(const lane *lane, const population *population)
{
    if (lane->offset != 0 || lane->block->sources != population->size || lane->fan_out == NULL ||
        lane->cells->slice->kind == GRADED_NEURON) {
        return false;
    }
    uint32_t source = 0;
    for (size_t h = 0; h <= lane->heard_count; h++) {
        uint32_t from = h < lane->heard_count ? lane->heard[h].from : population->size;
        for (; source < from; source++) {
            if (lane->fan_out[source] != 0) {
                return false;
            }
        }
        source = h < lane->heard_count ? lane->heard[h].to : source;
    }
    return true;
}

static bool has_absent_row(const block *block)
{
    for (uint32_t j = 0; j < block->rows.size / 4; j++) {
        if (matrix_row(block, j) == ABSENT_ROW) {
            return true;
        }
    }
    return false;
}

static bool build_lane(lane *lane, network *network, core_state *core, const block *block, int64_t delay, bool alone)
{
    const population *population = population_of(network, block->first_source)->population;
    lane->block = block;
    lane->cells = &core->cells[block->slice];
    lane->member_count = alone ? block->targets : 0;
    lane->reaches_all = block->form == SIGN_BITS && !block->rows_are_sources && !has_absent_row(block);
    if (!(alone || find_members(lane, block, delay, &network->arena)) ||
        !find_heard(lane, network, core->core->site, population, &network->arena) ||
        !count_fan_out(lane, &network->arena)) {
        return false;
    }
    lane->whole = lane->whole || hears_all_that_matters(lane, population);
    return true;
}

typedef struct sorted_lane {
    uint32_t delay;
    lane *lane;
} sorted_lane;

static int by_delay(const void *left, const void *right)
{
    const sorted_lane *a = left;
    const sorted_lane *b = right;
    if (a->delay != b->delay) {
        return (a->delay > b->delay) - (a->delay < b->delay);
    }
    return (a->lane > b->lane) - (a->lane < b->lane);
}

/* Groups the lanes out of a population by their delay. */
static bool build_arrivals(network *network, population_state *state, sorted_lane *lanes, size_t count)
{
    if (count == 0) {
        return true;
    }
    qsort(lanes, count, sizeof *lanes, by_delay);
    size_t groups = 1;
    for (size_t i = 1; i < count; i++) {
        groups += lanes[i].delay != lanes[i - 1].delay;
    }
    lane **pointers = arena_take(&network->arena, count, sizeof *pointers);
    state->arrivals = arena_take(&network->arena, groups, sizeof *state->arrivals);
    if (pointers == NULL || state->arrivals == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        pointers[i] = lanes[i].lane;
        if (i == 0 || lanes[i].delay != lanes[i - 1].delay) {
            state->arrivals[state->arrival_count++] = (arrival){.delay = lanes[i].delay, .lanes = pointers + i};
        }
        state->arrivals[state->arrival_count - 1].lane_count++;
    }
    return true;
}

/* Makes the lanes of all blocks; into `sorted` go their delays. */
static bool make_lanes(network *network, int64_t *delays, sorted_lane *sorted)
{
    size_t made = 0;
    for (size_t c = 0; c < network->core_count; c++) {
        core_state *core = &network->cores[c];
        for (size_t b = 0; b < core->core->block_count; b++) {
            const block *block = &core->core->blocks[b];
            size_t distinct = distinct_delays(block, delays);
            for (size_t d = 0; d < distinct; d++) {
                lane *lane = &network->lanes[made];
                if (!build_lane(lane, network, core, block, delays[d], distinct == 1)) {
                    return false;
                }
                sorted[made++] = (sorted_lane){(uint32_t)delays[d], lane};
            }
        }
    }
    return true;
}

static bool count_lanes(network *network, arena *scratch, int64_t **delays)
{
    size_t longest = 1;
    for (size_t c = 0; c < network->core_count; c++) {
        for (size_t b = 0; b < network->cores[c].core->block_count; b++) {
            size_t count = network->cores[c].core->blocks[b].delay.count;
            longest = count > longest ? count : longest;
        }
    }
    *delays = arena_take(scratch, longest, sizeof **delays);
    for (size_t c = 0; c < network->core_count && *delays != NULL; c++) {
        for (size_t b = 0; b < network->cores[c].core->block_count; b++) {
            network->lane_count += distinct_delays(&network->cores[c].core->blocks[b], *delays);
        }
    }
    return *delays != NULL;
}

/* Hands the lanes out to the populations they come from. */
static bool share_lanes(network *network, const sorted_lane *sorted, sorted_lane *own)
{
    size_t *counts = arena_take(&network->arena, network->population_count + 1, sizeof *counts);
    if (counts == NULL) {
        return false;
    }
    for (size_t i = 0; i < network->lane_count; i++) {
        counts[population_of(network, sorted[i].lane->block->first_source) - network->populations + 1]++;
    }
    for (size_t p = 0; p < network->population_count; p++) {
        counts[p + 1] += counts[p];
    }
    for (size_t i = network->lane_count; i-- > 0;) {
        size_t p = (size_t)(population_of(network, sorted[i].lane->block->first_source) - network->populations);
        own[--counts[p + 1]] = sorted[i];
    }
    /* Every count has become the one before it. */
    for (size_t p = 0; p < network->population_count; p++) {
        size_t from = counts[p + 1];
        size_t to = p + 1 < network->population_count ? counts[p + 2] : network->lane_count;
        if (!build_arrivals(network, &network->populations[p], own + from, to - from)) {
            return false;
        }
    }
    return true;
}

bool build_lanes(network *network, errors *errors)
{
    arena scratch = {0};
    int64_t *delays;
    bool good = count_lanes(network, &scratch, &delays);
    sorted_lane *sorted = arena_take(&scratch, network->lane_count, sizeof *sorted);
    sorted_lane *own = arena_take(&scratch, network->lane_count, sizeof *own);
    network->lanes = arena_take(&network->arena, network->lane_count, sizeof *network->lanes);
    good = good && sorted != NULL && own != NULL && network->lanes != NULL && make_lanes(network, delays, sorted) &&
           share_lanes(network, sorted, own);
    arena_release(&scratch);
    return good || refuse_memory(errors);
}
