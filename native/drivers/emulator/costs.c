#include "costs.h"

static double figure(const target *target, enum quantity quantity)
{
    return target->known[quantity] ? target->value[quantity] : 0;
}

double core_seconds(const target *target, uint64_t events, uint32_t neurons, uint64_t spikes)
{
    return (double)events * figure(target, SYNAPSE_TIME) + neurons * figure(target, UPDATE_TIME) +
           (double)spikes * figure(target, SPIKE_TIME);
}

double tick_seconds(const network *network, double slowest)
{
    return slowest + figure(network->target, BARRIER_TIME);
}

static uint64_t rounded(double value)
{
    return value < 0x1p63 ? (uint64_t)(value + 0.5) : UINT64_MAX - 1;
}

static bool are_known(const target *target, const enum quantity *needed, size_t count)
{
    bool known = true;
    for (size_t i = 0; i < count; i++) {
        known &= target->known[needed[i]];
    }
    return known;
}

static uint64_t energy_of(const network *network, const mneme_counters *counters)
{
    static const enum quantity NEEDED[] = {SYNAPSE_ENERGY, UPDATE_ENERGY, SPIKE_ENERGY, HOP_ENERGY};
    const target *target = network->target;
    if (!are_known(target, NEEDED, LENGTH(NEEDED))) {
        return UINT64_MAX;
    }
    double neurons = 0;
    for (size_t c = 0; c < network->core_count; c++) {
        neurons += network->cores[c].neurons;
    }
    double joules = (double)network->synaptic_events * target->value[SYNAPSE_ENERGY] +
                    neurons * (double)network->tick * target->value[UPDATE_ENERGY] +
                    (double)network->neuron_spikes * target->value[SPIKE_ENERGY] +
                    (double)counters->hops * target->value[HOP_ENERGY];
    return rounded(joules * 1e15);
}

/* Ways and spikes ascend both, and ways mostly do not overlap. */
void carry(network *network, const segment *segment)
{
    const spikes *spikes = &segment->spikes;
    uint32_t first = 0;
    for (size_t w = 0; w < segment->way_count && first < spikes->count; w++) {
        traffic *way = &segment->ways[w];
        uint32_t from = way->first_id - segment->first_id;
        while (first < spikes->count && spikes->neurons[first] < from) {
            first++;
        }
        uint32_t end = first;
        while (end < spikes->count && spikes->neurons[end] - from < way->size) {
            end++;
        }
        if (end > first && way->spikes == 0) {
            network->carried[network->carried_count++] = way;
        }
        way->spikes += end - first;
    }
}

/* Only ways that carried something since the last time: counters are read between ticks, and ways and links are many. */
static void load_links(network *network)
{
    for (size_t w = 0; w < network->carried_count; w++) {
        traffic *way = network->carried[w];
        network->hops += way->spikes * way->link_count;
        for (size_t l = 0; l < way->link_count; l++) {
            uint64_t load = network->link_loads[way->links[l]] += way->spikes;
            network->busiest_link = load > network->busiest_link ? load : network->busiest_link;
        }
        way->spikes = 0;
    }
    network->carried_count = 0;
}

void count_costs(network *network, mneme_counters *counters)
{
    static const enum quantity NEEDED[] = {SYNAPSE_TIME, UPDATE_TIME, SPIKE_TIME, BARRIER_TIME};
    load_links(network);
    counters->hops = network->hops;
    counters->busiest_link = network->busiest_link;
    counters->energy_fj = energy_of(network, counters);
    counters->time_ps = are_known(network->target, NEEDED, LENGTH(NEEDED)) ? rounded(network->seconds * 1e12) : UINT64_MAX;
}
