#include "routing.h"

#include <stdlib.h>

bool add_hearing(deliveries *deliveries, hearing hearing, arena *arena, errors *errors)
{
    struct hearing *grown = arena_grow(arena, deliveries->hearings, deliveries->hearing_count,
                                       &deliveries->hearing_capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(errors);
    }
    deliveries->hearings = grown;
    deliveries->hearings[deliveries->hearing_count++] = hearing;
    return true;
}

bool add_way(deliveries *deliveries, traffic way, arena *arena, errors *errors)
{
    traffic *grown =
        arena_grow(arena, deliveries->ways, deliveries->way_count, &deliveries->way_capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(errors);
    }
    deliveries->ways = grown;
    deliveries->ways[deliveries->way_count++] = way;
    return true;
}

/* Takes a route as it is stated. */
static bool follow_route(deliveries *deliveries, const route *route, const target *target, arena *arena, errors *errors)
{
    traffic way = {route->first_id, route->size, NULL, route->link_count, 0};
    way.links = arena_take(arena, route->link_count, sizeof *way.links);
    if (way.links == NULL) {
        return refuse_memory(errors);
    }
    for (size_t i = 0; i < route->link_count; i++) {
        way.links[i] = route->links[2 * i] * target->directions + route->links[2 * i + 1];
    }
    for (size_t d = 0; d < route->destination_count; d++) {
        interval ids = {route->first_id, route->first_id + route->size};
        if (!add_hearing(deliveries, (hearing){route->destinations[d], ids}, arena, errors)) {
            return false;
        }
    }
    return add_way(deliveries, way, arena, errors);
}

static int by_site_and_id(const void *left, const void *right)
{
    const hearing *a = left;
    const hearing *b = right;
    if (a->site != b->site) {
        return (a->site > b->site) - (a->site < b->site);
    }
    return (a->ids.from > b->ids.from) - (a->ids.from < b->ids.from);
}

static int by_id(const void *left, const void *right)
{
    const traffic *a = left;
    const traffic *b = right;
    return (a->first_id > b->first_id) - (a->first_id < b->first_id);
}

/* Joins intervals of a site that touch or overlap. */
static void join(deliveries *deliveries)
{
    size_t kept = 0;
    for (size_t i = 0; i < deliveries->hearing_count; i++) {
        hearing next = deliveries->hearings[i];
        hearing *last = kept > 0 ? &deliveries->hearings[kept - 1] : NULL;
        if (last != NULL && last->site == next.site && next.ids.from <= last->ids.to) {
            last->ids.to = next.ids.to > last->ids.to ? next.ids.to : last->ids.to;
        } else {
            deliveries->hearings[kept++] = next;
        }
    }
    deliveries->hearing_count = kept;
}

bool find_deliveries(deliveries *deliveries, const program *program, const target *target, arena *arena, errors *errors)
{
    for (size_t c = 0; c <= program->core_count; c++) {
        bool input = c == program->core_count;
        const route *routes = input ? program->header.routes : program->cores[c].routes;
        size_t count = input ? program->header.route_count : program->cores[c].route_count;
        uint32_t start = router_of(target, input ? 0 : program->cores[c].site);
        for (size_t r = 0; r < count; r++) {
            bool found = target->routing == ROUTING_KEY_MASK
                             ? trace_route(deliveries, &routes[r], start, program, target, arena, errors)
                             : follow_route(deliveries, &routes[r], target, arena, errors);
            if (!found) {
                return false;
            }
        }
    }
    if (deliveries->hearing_count > 0) {
        qsort(deliveries->hearings, deliveries->hearing_count, sizeof *deliveries->hearings, by_site_and_id);
    }
    if (deliveries->way_count > 0) {
        qsort(deliveries->ways, deliveries->way_count, sizeof *deliveries->ways, by_id);
    }
    join(deliveries);
    return true;
}
