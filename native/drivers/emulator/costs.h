/* What the board has spent, by the figures of its target. */
#ifndef EMULATOR_COSTS_H
#define EMULATOR_COSTS_H

#include "network.h"

/* Time of a core in a tick; figures that are unknown count as nothing, and board_counters() says that they are unknown. */
double core_seconds(const target *target, uint64_t events, uint32_t neurons, uint64_t spikes);

/* Time of a tick whose slowest core took so long. */
double tick_seconds(const network *network, double slowest);

/* Spikes of a segment take their ways. */
void carry(network *network, const segment *segment);

/* Hops, busiest link, energy, time. */
void count_costs(network *network, mneme_counters *counters);

#endif
