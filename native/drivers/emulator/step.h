/* Executes ticks: arrive, update, emit. */
#ifndef EMULATOR_STEP_H
#define EMULATOR_STEP_H

#include "network.h"
#include "pool.h"
#include "queue.h"

/* The first tick, from the present one on, at which anything can happen; UINT64_MAX if nothing is under way. */
uint64_t next_event(const network *network, const inbox *inbox);

/* Executes the present tick; false where memory is missing. */
bool execute_tick(network *network, inbox *inbox, outbox *outbox, pool *pool);

/* Goes on to a later tick, before which nothing happens. */
void skip_to(network *network, uint64_t tick);

/* Whether nothing can happen any more without further events. */
bool is_idle(const network *network, const inbox *inbox);

#endif
