/* What neurons do at a tick, by model: docs/concepts/semantics.md. */
#ifndef EMULATOR_NEURONS_H
#define EMULATOR_NEURONS_H

#include "network.h"

/* All states 0. */
void start_cells(cells *cells, const network *network);

/* Update and emit: takes the sums, leaves spikes in `out`, says in `at_rest` whether the next tick may be left out. */
void update_cells(cells *cells, const network *network);

void update_membranes(cells *cells, const network *network);
void update_plain(cells *cells);
void update_graded(cells *cells, const network *network);

/* Whether one more update without input would change nothing, spike nothing and saturate nothing. */
bool membrane_at_rest(const cells *cells, const network *network, uint32_t neuron);
bool cells_at_rest(const cells *cells, const network *network);

/* Whether neurons are alike, keep no current, and have no bias, refractory time or randomness: see plain.c. */
bool is_plain(const slice *slice);

/* How they are updated. */
plain_rule rule_of(const slice *slice, const network *network);

/* A state variable of a neuron; false where its model has none of that kind. */
bool read_variable(const cells *cells, uint32_t neuron, uint32_t variable, int64_t *value);

static inline void emit(cells *cells, uint32_t neuron, int32_t payload)
{
    cells->out.neurons[cells->out.count] = neuron;
    cells->out.payloads[cells->out.count++] = payload;
}

#endif
