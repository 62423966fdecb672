/* Where spikes go: along the routes that a program states, or where the routing tables of the chips lead them. */
#ifndef EMULATOR_ROUTING_H
#define EMULATOR_ROUTING_H

#include "program.h"

/* from ... to - 1 */
typedef struct interval {
    uint32_t from;
    uint32_t to;
} interval;

/* Spikes of consecutive neurons that take the same links. */
typedef struct traffic {
    uint32_t first_id;
    uint32_t size;
    uint32_t *links; /* router * directions + direction */
    size_t link_count;
    uint64_t spikes; /* that the loads of the links do not hold yet */
} traffic;

/* That a core hears consecutive neurons. */
typedef struct hearing {
    uint32_t site;
    interval ids;
} hearing;

/* All that is delivered, by site, then neuron; intervals of a site do not touch. */
typedef struct deliveries {
    traffic *ways; /* by first id */
    size_t way_count;
    size_t way_capacity;
    hearing *hearings;
    size_t hearing_count;
    size_t hearing_capacity;
} deliveries;

bool find_deliveries(deliveries *deliveries, const program *program, const target *target, arena *arena, errors *errors);

/* Part of find_deliveries(): where the tables lead the spikes of a route that starts at a router. */
bool trace_route(deliveries *deliveries, const route *route, uint32_t start, const program *program,
                 const target *target, arena *arena, errors *errors);
bool add_hearing(deliveries *deliveries, hearing hearing, arena *arena, errors *errors);
bool add_way(deliveries *deliveries, traffic way, arena *arena, errors *errors);

#endif
