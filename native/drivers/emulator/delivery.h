/* Spikes arrive: what a volley adds to the sums of a lane's targets, and which of them it reaches. */
#ifndef EMULATOR_DELIVERY_H
#define EMULATOR_DELIVERY_H

#include "network.h"

/* Takes what the lane hears of a volley and gets ready to deliver it; false where nothing is heard, *memory false where there is none. */
bool receive(lane *lane, arrival *arrival, const spikes *volley, network *network, bool *memory);

/* Synapses that are not 0 and that the spikes received meet; of a lane that is not counted as it is delivered. */
uint64_t met(const lane *lane);

/* Adds to the sums of the lane's cells; lanes of different cores at the same time. */
void deliver(lane *lane, core_state *core);

/* Parts of deliver(), by the form of the weights. */
void deliver_rows_of_targets(lane *lane, core_state *core);
void deliver_rows_of_sources(lane *lane, core_state *core);
void deliver_values(lane *lane);

/* Packs spikes of `sources` neurons into planes; false where memory is missing. */
bool pack(planes *planes, const spikes *spikes, uint32_t sources, arena *arena);

/* Whether a spike of a source of the block meets a stored synapse of the lane. */
bool meets(const lane *lane, uint32_t source);

static inline uint32_t lane_member(const lane *lane, uint32_t m)
{
    return lane->members == NULL ? m : lane->members[m];
}

static inline void reach(const lane *lane, uint32_t target)
{
    lane->cells->reached[target / 64] |= UINT64_C(1) << target % 64;
}

/* All members; a whole slice word by word. */
void reach_members(const lane *lane);

#endif
