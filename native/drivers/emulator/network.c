#include "network.h"

#include <stdlib.h>

#include "arithmetic.h"
#include "kernels.h"
#include "neurons.h"

population_state *population_of(const network *network, uint32_t id)
{
    size_t low = 0;
    size_t high = network->population_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (id < network->populations[middle].population->first_id) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return &network->populations[low];
}

cells *cells_of(const population_state *population, uint32_t neuron)
{
    uint32_t id = population->population->first_id + neuron;
    size_t low = 0;
    size_t high = population->part_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (id < population->parts[middle]->slice->first_id) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return population->parts[low];
}

bool reserve_spikes(spikes *spikes, uint32_t count, uint32_t most, arena *arena)
{
    if (count <= spikes->capacity) {
        return true;
    }
    uint32_t room = count < most / 2 ? 2 * count : most;
    arena_drop(arena, spikes->neurons);
    arena_drop(arena, spikes->payloads);
    spikes->neurons = arena_take(arena, room, sizeof *spikes->neurons);
    spikes->payloads = arena_take(arena, room, sizeof *spikes->payloads);
    spikes->capacity = spikes->neurons == NULL || spikes->payloads == NULL ? 0 : room;
    return spikes->capacity != 0;
}

/* The ways of neurons first ... first + size - 1: no other neuron takes them. */
static void find_ways(const deliveries *deliveries, uint32_t first, uint32_t size, traffic **ways, size_t *count)
{
    size_t from = 0;
    while (from < deliveries->way_count && deliveries->ways[from].first_id < first) {
        from++;
    }
    size_t to = from;
    while (to < deliveries->way_count && deliveries->ways[to].first_id - first < size) {
        to++;
    }
    *ways = deliveries->ways + from;
    *count = to - from;
}

static bool build_cell(network *network, cells *cells, const slice *slice, uint32_t core)
{
    arena *arena = &network->arena;
    cells->slice = slice;
    cells->size = slice->size;
    cells->core = core;
    cells->sums = arena_take(arena, slice->size, sizeof *cells->sums);
    cells->reached = arena_take(arena, words_for(slice->size), sizeof *cells->reached);
    cells->active = arena_take(arena, words_for(slice->size), sizeof *cells->active);
    bool good = cells->sums != NULL && cells->reached != NULL && cells->active != NULL &&
                reserve_spikes(&cells->out, slice->size, slice->size, arena);
    if (slice->kind == GRADED_NEURON) {
        cells->x = arena_take(arena, slice->size, sizeof *cells->x);
        cells->sign = arena_take(arena, slice->size, sizeof *cells->sign);
        return good && cells->x != NULL && cells->sign != NULL;
    }
    cells->u = arena_take(arena, slice->size, sizeof *cells->u);
    cells->v = arena_take(arena, slice->size, sizeof *cells->v);
    cells->ref = arena_take(arena, slice->size, sizeof *cells->ref);
    cells->is_plain = is_plain(slice);
    return good && cells->u != NULL && cells->v != NULL && cells->ref != NULL;
}

/* What delivery needs on a core, so that cores can be worked on at the same time. */
static bool take_scratch(core_state *core, arena *arena)
{
    size_t targets = 1;
    size_t sources = 1;
    for (size_t b = 0; b < core->core->block_count; b++) {
        const block *block = &core->core->blocks[b];
        targets = block->targets > targets ? block->targets : targets;
        sources = block->sources > sources ? block->sources : sources;
    }
    core->sums = arena_take(arena, targets, sizeof *core->sums);
    core->counters = arena_take(arena, 11 * words_for(targets), sizeof *core->counters);
    core->next = arena_take(arena, sources, sizeof *core->next);
    return core->sums != NULL && core->counters != NULL && core->next != NULL;
}

bool build_cells(network *network, errors *errors)
{
    const program *program = network->program;
    network->core_count = program->core_count;
    network->cores = arena_take(&network->arena, network->core_count, sizeof *network->cores);
    network->work = arena_take(&network->arena, network->core_count, sizeof *network->work);
    if (network->cores == NULL || network->work == NULL) {
        return refuse_memory(errors);
    }
    for (size_t c = 0; c < network->core_count; c++) {
        core_state *core = &network->cores[c];
        core->core = &program->cores[c];
        core->neurons = core->core->neurons;
        core->cells = arena_take(&network->arena, core->core->slice_count, sizeof *core->cells);
        if (core->cells == NULL) {
            return refuse_memory(errors);
        }
        for (size_t s = 0; s < core->core->slice_count; s++) {
            if (!build_cell(network, &core->cells[s], &core->core->slices[s], (uint32_t)c)) {
                return refuse_memory(errors);
            }
        }
        if (!take_scratch(core, &network->arena)) {
            return refuse_memory(errors);
        }
    }
    return true;
}

static int by_first_id(const void *left, const void *right)
{
    uint32_t a = (*(cells *const *)left)->slice->first_id;
    uint32_t b = (*(cells *const *)right)->slice->first_id;
    return (a > b) - (a < b);
}

static bool build_parts(network *network, population_state *state)
{
    const population *population = state->population;
    size_t capacity = 0;
    for (size_t c = 0; c < network->core_count; c++) {
        for (size_t s = 0; s < network->cores[c].core->slice_count; s++) {
            cells *cells = &network->cores[c].cells[s];
            if (cells->slice->first_id - population->first_id < population->size) {
                struct cells **grown =
                    arena_grow(&network->arena, state->parts, state->part_count, &capacity, sizeof *grown);
                if (grown == NULL) {
                    return false;
                }
                state->parts = grown;
                state->parts[state->part_count++] = cells;
                find_ways(&network->deliveries, cells->slice->first_id, cells->size, &cells->ways, &cells->way_count);
            }
        }
    }
    if (state->part_count > 0) {
        qsort(state->parts, state->part_count, sizeof *state->parts, by_first_id);
    }
    return true;
}

static bool build_populations(network *network, errors *errors)
{
    const header *header = &network->program->header;
    network->population_count = header->population_count;
    network->populations = arena_take(&network->arena, header->population_count, sizeof *network->populations);
    if (network->populations == NULL) {
        return refuse_memory(errors);
    }
    for (size_t p = 0; p < header->population_count; p++) {
        population_state *state = &network->populations[p];
        state->population = &header->populations[p];
        if (!build_parts(network, state)) {
            return refuse_memory(errors);
        }
        if (state->population->kind == SOURCE_NEURON) {
            find_ways(&network->deliveries, state->population->first_id, state->population->size, &state->ways,
                      &state->way_count);
        }
    }
    return true;
}

/* A history as deep as the longest delay out of the population; its arrays grow when they are first needed. */
static bool build_histories(network *network, errors *errors)
{
    for (size_t p = 0; p < network->population_count; p++) {
        population_state *state = &network->populations[p];
        state->depth = state->arrival_count == 0 ? 1 : state->arrivals[state->arrival_count - 1].delay + 1;
        state->history = arena_take(&network->arena, state->depth, sizeof *state->history);
        state->fired = arena_take(&network->arena, state->depth, sizeof *state->fired);
        if (state->history == NULL || state->fired == NULL) {
            return refuse_memory(errors);
        }
    }
    return true;
}

static size_t links_of(const target *target)
{
    return (size_t)target->routers * target->directions;
}

/* Room for every way to carry something. */
static bool build_carried(network *network, errors *errors)
{
    network->carried = arena_take(&network->arena, network->deliveries.way_count, sizeof *network->carried);
    return network->carried != NULL || refuse_memory(errors);
}

bool network_build(network *network, const program *program, const target *target, errors *errors)
{
    network->program = program;
    network->target = target;
    network->worth_sharing = WORTH_SHARING;
    network->largest_state = largest_state(program->header.state_bits);
    size_t segments = program->header.population_count;
    for (size_t c = 0; c < program->core_count; c++) {
        segments += program->cores[c].slice_count;
    }
    network->segments = arena_take(&network->arena, segments, sizeof *network->segments);
    network->link_loads = arena_take(&network->arena, links_of(target), sizeof *network->link_loads);
    if (network->segments == NULL || network->link_loads == NULL) {
        return refuse_memory(errors);
    }
    return find_deliveries(&network->deliveries, program, target, &network->arena, errors) &&
           build_carried(network, errors) && build_cells(network, errors) && build_populations(network, errors) &&
           build_lanes(network, errors) && build_histories(network, errors);
}

void network_start(network *network, uint64_t seed)
{
    network->seed = seed;
    network->tick = 0;
    network->spikes = 0;
    network->neuron_spikes = 0;
    network->synaptic_events = 0;
    network->saturations = 0;
    network->seconds = 0;
    network->hops = 0;
    network->busiest_link = 0;
    memset(network->link_loads, 0, links_of(network->target) * sizeof *network->link_loads);
    network->work_count = 0;
    network->segment_count = 0;
    for (size_t w = 0; w < network->deliveries.way_count; w++) {
        network->deliveries.ways[w].spikes = 0;
    }
    network->carried_count = 0;
    for (size_t p = 0; p < network->population_count; p++) {
        memset(network->populations[p].fired, 0, network->populations[p].depth * sizeof(uint64_t));
        network->populations[p].last = 0;
        for (size_t a = 0; a < network->populations[p].arrival_count; a++) {
            network->populations[p].arrivals[a].packed_at = 0;
        }
    }
    for (size_t c = 0; c < network->core_count; c++) {
        core_state *core = &network->cores[c];
        core->restless = false;
        for (size_t s = 0; s < core->core->slice_count; s++) {
            start_cells(&core->cells[s], network);
            core->restless |= !core->cells[s].at_rest;
        }
        core->due = NULL;
        core->listed = core->restless;
        if (core->listed) {
            network->work[network->work_count++] = (uint32_t)c;
        }
    }
}
