#include "step.h"

#include <stdlib.h>

#include "costs.h"
#include "delivery.h"
#include "neurons.h"

/* Ticks of history that are looked through for the next arrival. */
enum { LONGEST_SEARCH = 4096 };

static bool may_arrive(const population_state *state, uint64_t tick)
{
    return state->last != 0 && state->arrival_count > 0 &&
           state->last - 1 + state->arrivals[state->arrival_count - 1].delay >= tick;
}

/* The volley that a population fired at a tick, or null. */
static const spikes *fired_at(const population_state *state, uint64_t tick)
{
    size_t slot = tick % state->depth;
    return state->fired[slot] == tick + 1 ? &state->history[slot] : NULL;
}

static uint64_t next_arrival(const population_state *state, uint64_t tick)
{
    if (!may_arrive(state, tick)) {
        return UINT64_MAX;
    }
    if (state->depth > LONGEST_SEARCH) {
        return tick;
    }
    uint64_t next = UINT64_MAX;
    for (uint32_t slot = 0; slot < state->depth && next > tick; slot++) {
        for (size_t a = 0; a < state->arrival_count && state->fired[slot] != 0; a++) {
            uint64_t arrives = state->fired[slot] - 1 + state->arrivals[a].delay;
            next = arrives >= tick && arrives < next ? arrives : next;
        }
    }
    return next;
}

uint64_t next_event(const network *network, const inbox *inbox)
{
    if (network->work_count > 0) {
        return network->tick;
    }
    uint64_t next = inbox_count(inbox) > 0 ? inbox->events[inbox->first].tick : UINT64_MAX;
    for (size_t p = 0; p < network->population_count && next > network->tick; p++) {
        uint64_t arrives = next_arrival(&network->populations[p], network->tick);
        next = arrives < next ? arrives : next;
    }
    return next;
}

static void list_core(network *network, uint32_t index)
{
    core_state *core = &network->cores[index];
    if (!core->listed) {
        core->listed = true;
        network->work[network->work_count++] = index;
    }
}

static bool arrive(network *network, arrival *arrival, const spikes *volley)
{
    bool memory = true;
    for (size_t l = 0; l < arrival->lane_count; l++) {
        lane *lane = arrival->lanes[l];
        if (!receive(lane, arrival, volley, network, &memory)) {
            if (!memory) {
                return false;
            }
            continue;
        }
        core_state *core = &network->cores[lane->cells->core];
        if (lane->is_counted) {
            core->pairs += (uint64_t)lane->arriving.count * lane->member_count;
        } else {
            core->events += met(lane);
        }
        lane->next_due = core->due;
        core->due = lane;
        list_core(network, lane->cells->core);
    }
    return true;
}

static bool arrive_all(network *network)
{
    uint64_t tick = network->tick;
    for (size_t p = 0; p < network->population_count; p++) {
        population_state *state = &network->populations[p];
        for (size_t a = 0; a < state->arrival_count && may_arrive(state, tick); a++) {
            arrival *arrival = &state->arrivals[a];
            const spikes *volley = tick < arrival->delay ? NULL : fired_at(state, tick - arrival->delay);
            if (volley != NULL && !arrive(network, arrival, volley)) {
                return false;
            }
        }
    }
    return true;
}

/* Sums are exact, so that the order in which lanes are delivered does not matter. */
static void run_core(void *context, size_t index)
{
    network *network = context;
    core_state *core = &network->cores[network->work[index]];
    for (lane *lane = core->due; lane != NULL; lane = lane->next_due) {
        deliver(lane, core);
    }
    core->due = NULL;
    core->restless = false;
    for (size_t s = 0; s < core->core->slice_count; s++) {
        cells *cells = &core->cells[s];
        if (cells->touched || !cells->at_rest) {
            update_cells(cells, network);
        }
        core->restless |= !cells->at_rest;
    }
}

static bool is_worth_sharing(const network *network)
{
    uint64_t work = 0;
    for (size_t w = 0; w < network->work_count; w++) {
        const core_state *core = &network->cores[network->work[w]];
        work += core->events + core->pairs + core->neurons;
    }
    return network->work_count > 1 && work >= network->worth_sharing;
}

static void add_segment(network *network, segment segment)
{
    network->segments[network->segment_count++] = segment;
}

/* Spikes of sources whose tick it is. */
static bool inject(network *network, inbox *inbox)
{
    population_state *last = NULL;
    while (inbox_count(inbox) > 0 && inbox->events[inbox->first].tick == network->tick) {
        mneme_event event = inbox->events[inbox->first];
        population_state *state = population_of(network, event.address);
        if (state != last) {
            state->injected.count = 0;
            if (!reserve_spikes(&state->injected, state->population->size, state->population->size, &network->arena)) {
                return false;
            }
            add_segment(network, (segment){state, state->population->first_id, {0}, state->ways, state->way_count});
            last = state;
        }
        state->injected.neurons[state->injected.count] = event.address - state->population->first_id;
        state->injected.payloads[state->injected.count++] = event.payload;
        network->segments[network->segment_count - 1].spikes = state->injected;
        inbox->first++;
    }
    return true;
}

/* What the cores have emitted; they stay listed if they are not at rest. */
static void collect(network *network)
{
    size_t kept = 0;
    double slowest = 0;
    for (size_t w = 0; w < network->work_count; w++) {
        core_state *core = &network->cores[network->work[w]];
        uint64_t spikes = 0;
        for (size_t s = 0; s < core->core->slice_count; s++) {
            cells *cells = &core->cells[s];
            network->saturations += cells->saturations;
            cells->saturations = 0;
            if (cells->out.count > 0) {
                add_segment(network, (segment){population_of(network, cells->slice->first_id), cells->slice->first_id,
                                               cells->out, cells->ways, cells->way_count});
                spikes += cells->out.count;
                cells->out.count = 0;
            }
        }
        network->synaptic_events += core->events;
        network->neuron_spikes += spikes;
        double seconds = core_seconds(network->target, core->events, core->neurons, spikes);
        slowest = seconds > slowest ? seconds : slowest;
        core->events = 0;
        core->pairs = 0;
        core->listed = core->restless;
        if (core->listed) {
            network->work[kept++] = network->work[w];
        }
    }
    network->work_count = kept;
    network->seconds += tick_seconds(network, slowest);
}

static int by_first_id(const void *left, const void *right)
{
    uint32_t a = ((const segment *)left)->first_id;
    uint32_t b = ((const segment *)right)->first_id;
    return (a > b) - (a < b);
}

static bool send(network *network, const segment *segment, outbox *outbox)
{
    population_state *state = segment->population;
    uint32_t before = segment->first_id - state->population->first_id;
    size_t slot = network->tick % state->depth;
    spikes *volley = &state->history[slot];
    if (state->fired[slot] != network->tick + 1) {
        state->fired[slot] = network->tick + 1;
        state->last = network->tick + 1;
        volley->count = 0;
        if (!reserve_spikes(volley, state->volley, state->population->size, &network->arena)) {
            return false;
        }
    }
    for (uint32_t k = 0; k < segment->spikes.count; k++) {
        uint32_t neuron = before + segment->spikes.neurons[k];
        volley->neurons[volley->count] = neuron;
        volley->payloads[volley->count++] = segment->spikes.payloads[k];
        if (state->population->probed) {
            outbox_add(outbox, (mneme_event){network->tick, state->population->first_id + neuron,
                                             segment->spikes.payloads[k]});
        }
    }
    carry(network, segment);
    network->spikes += segment->spikes.count;
    return true;
}

bool execute_tick(network *network, inbox *inbox, outbox *outbox, pool *pool)
{
    if (!arrive_all(network)) {
        return false;
    }
    if (network->work_count > 0) {
        pool_run(is_worth_sharing(network) ? pool : NULL, run_core, network, network->work_count);
    }
    network->segment_count = 0;
    collect(network);
    if (!inject(network, inbox)) {
        return false;
    }
    if (network->segment_count > 1) {
        qsort(network->segments, network->segment_count, sizeof *network->segments, by_first_id);
    }
    for (size_t s = 0; s < network->segment_count; s++) {
        network->segments[s].population->volley = 0;
    }
    for (size_t s = 0; s < network->segment_count; s++) {
        network->segments[s].population->volley += network->segments[s].spikes.count;
    }
    for (size_t s = 0; s < network->segment_count; s++) {
        if (!send(network, &network->segments[s], outbox)) {
            return false;
        }
    }
    network->tick++;
    return true;
}

void skip_to(network *network, uint64_t tick)
{
    network->seconds += (double)(tick - network->tick) * tick_seconds(network, 0);
    network->tick = tick;
}

/* Whether a volley still on its way meets a synapse; also one of weight 0, which is no reason to route a spike. */
static bool is_under_way(const network *network, const population_state *state)
{
    /* The longest delay first: its volleys are under way for longest. */
    for (size_t a = state->arrival_count; a-- > 0;) {
        const arrival *arrival = &state->arrivals[a];
        for (uint32_t slot = 0; slot < state->depth; slot++) {
            if (state->fired[slot] == 0 || state->fired[slot] - 1 + arrival->delay < network->tick) {
                continue;
            }
            const spikes *volley = &state->history[slot];
            for (size_t l = 0; l < arrival->lane_count; l++) {
                const lane *lane = arrival->lanes[l];
                for (uint32_t k = 0; k < volley->count; k++) {
                    if (volley->neurons[k] - lane->offset < lane->block->sources &&
                        meets(lane, volley->neurons[k] - lane->offset)) {
                        return true;
                    }
                }
            }
        }
    }
    return false;
}

static bool are_at_rest(const network *network)
{
    for (size_t w = 0; w < network->work_count; w++) {
        const core_state *core = &network->cores[network->work[w]];
        for (size_t s = 0; s < core->core->slice_count; s++) {
            if (!cells_at_rest(&core->cells[s], network)) {
                return false;
            }
        }
    }
    return true;
}

/* Spikes under way are looked for first: they are mostly found at once, and neurons at rest only when all have been looked at. */
bool is_idle(const network *network, const inbox *inbox)
{
    if (inbox_count(inbox) > 0) {
        return false;
    }
    for (size_t p = 0; p < network->population_count; p++) {
        const population_state *state = &network->populations[p];
        if (may_arrive(state, network->tick) && is_under_way(network, state)) {
            return false;
        }
    }
    return are_at_rest(network);
}
