/* A core's section: its slices, blocks and routes. */
#include <stdio.h>

#include "mneme/board/program.pb.h"
#include "program.h"

/* Coordinates become the number of a router. */
static bool store_links(pb_istream_t *stream, decoding *decoding, const target *target, const numbers *links, route *route)
{
    if (links->count % 3 != 0) {
        PB_RETURN_ERROR(stream, "links that are not three numbers each");
    }
    route->link_count = links->count / 3;
    route->links = arena_take(decoding->arena, route->link_count, 2 * sizeof *route->links);
    if (route->links == NULL) {
        return refuse_memory(decoding->errors);
    }
    for (size_t i = 0; i < route->link_count; i++) {
        int64_t x = links->at[3 * i];
        int64_t y = links->at[3 * i + 1];
        uint32_t to;
        if (x >= target->columns || y >= target->routers / target->columns || links->at[3 * i + 2] >= target->directions ||
            !neighbour(target, (uint32_t)(y * target->columns + x), (uint32_t)links->at[3 * i + 2], &to)) {
            PB_RETURN_ERROR(stream, "a link that leaves the mesh");
        }
        route->links[2 * i] = (uint32_t)(y * target->columns + x);
        route->links[2 * i + 1] = (uint32_t)links->at[3 * i + 2];
    }
    return true;
}

static bool store_destinations(pb_istream_t *stream, decoding *decoding, const target *target, const numbers *sites,
                               route *route)
{
    route->destination_count = sites->count;
    route->destinations = arena_take(decoding->arena, sites->count, sizeof *route->destinations);
    if (route->destinations == NULL) {
        return refuse_memory(decoding->errors);
    }
    for (size_t i = 0; i < sites->count; i++) {
        if (sites->at[i] >= target->sites || (i > 0 && sites->at[i] <= sites->at[i - 1])) {
            PB_RETURN_ERROR(stream, "destinations that are not cores of the board in ascending order");
        }
        route->destinations[i] = (uint32_t)sites->at[i];
    }
    return true;
}

bool read_route(pb_istream_t *stream, decoding *decoding, const target *target, uint32_t neurons, route *into)
{
    mneme_board_Route message = mneme_board_Route_init_zero;
    struct decoding lists = *decoding;
    lists.most = SIZE_MAX; /* without multicast a link comes as often as it is taken */
    numbers destinations = {0};
    numbers links = {0};
    slot slots[2];
    decode_unsigned(&message.destination, &slots[0], &lists, &destinations);
    decode_unsigned(&message.link, &slots[1], &lists, &links);
    if (!pb_decode(stream, mneme_board_Route_fields, &message)) {
        return false;
    }
    if (message.size == 0 || message.first_id >= neurons || message.size > neurons - message.first_id) {
        PB_RETURN_ERROR(stream, "a route of neurons that the program does not have");
    }
    into->first_id = message.first_id;
    into->size = message.size;
    into->first_key = message.first_key;
    return store_destinations(stream, decoding, target, &destinations, into) &&
           store_links(stream, decoding, target, &links, into);
}

static bool read_core_route(pb_istream_t *stream, decoding *decoding, void *into)
{
    reading *reading = into;
    core *core = reading->core;
    route *grown =
        arena_grow(decoding->arena, core->routes, core->route_count, &reading->route_capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(decoding->errors);
    }
    core->routes = grown;
    return read_route(stream, decoding, reading->target, reading->header->neurons, &core->routes[core->route_count++]);
}

/* Checks that local numbers follow each other, and which neurons they are. */
static bool check_slices(core *core, const char *where, const header *header, errors *errors)
{
    for (size_t s = 0; s < core->slice_count; s++) {
        const slice *slice = &core->slices[s];
        size_t p = 0;
        while (p < header->population_count &&
               slice->first_id >= header->populations[p].first_id + header->populations[p].size) {
            p++;
        }
        const population *population = &header->populations[p];
        if (slice->size == 0 || p == header->population_count ||
            slice->size > population->first_id + population->size - slice->first_id || slice->kind != population->kind) {
            return refuse(errors, MNEME_BAD_PROGRAM, "%s, slice %zu: it is no part of a population of its kind", where, s);
        }
        if (slice->first_neuron != core->neurons || slice->copies == 0 ||
            (uint64_t)slice->size * slice->copies > UINT32_MAX - core->neurons) {
            return refuse(errors, MNEME_BAD_PROGRAM, "%s, slice %zu: its neurons do not follow those before it", where, s);
        }
        core->neurons += slice->size * slice->copies;
    }
    return core->slice_count > 0 || refuse(errors, MNEME_BAD_PROGRAM, "%s has no neurons", where);
}

/* Checks blocks against the slices they end on; slices may follow blocks in the bytes. */
static bool check_blocks(core *core, decoding *decoding, const header *header)
{
    for (size_t b = 0; b < core->block_count; b++) {
        block *block = &core->blocks[b];
        char where[100];
        snprintf(where, sizeof where, "%s, block %zu", decoding->where, b);
        if (block->slice >= core->slice_count) {
            return refuse(decoding->errors, MNEME_BAD_PROGRAM, "%s: there is no slice %u", where, (unsigned)block->slice);
        }
        block->targets = core->slices[block->slice].size;
        if (block->sources == 0 || block->first_source >= header->neurons ||
            block->sources > header->neurons - block->first_source) {
            return refuse(decoding->errors, MNEME_BAD_PROGRAM, "%s: its sources are no neurons of the program", where);
        }
        if (block->delay.count != 1 && block->delay.count != block->targets) {
            return refuse(decoding->errors, MNEME_BAD_PROGRAM, "%s: %zu delays for %u neurons", where, block->delay.count,
                          (unsigned)block->targets);
        }
        for (size_t i = 0; i < block->delay.count; i++) {
            if (block->delay.at[i] < 1 || block->delay.at[i] > header->longest_delay) {
                return refuse(decoding->errors, MNEME_BAD_PROGRAM, "%s: a delay of %lld ticks, not in 1 to %u", where,
                              (long long)block->delay.at[i], (unsigned)header->longest_delay);
            }
        }
        struct decoding here = *decoding;
        here.where = where;
        if (!check_weights(block, &here)) {
            return false;
        }
    }
    return true;
}

bool read_core(core *core, view bytes, const char *where, const header *header, const target *target, arena *arena,
               errors *errors)
{
    mneme_board_CoreProgram message = mneme_board_CoreProgram_init_zero;
    decoding decoding = {arena, errors, NULL, header->neurons, where};
    reading reading = {header, target, core, 0, 0, 0};
    element_slot elements[3];
    decode_elements(&message.slice, &elements[0], &decoding, read_slice, &reading);
    decode_elements(&message.block, &elements[1], &decoding, read_block, &reading);
    decode_elements(&message.route, &elements[2], &decoding, read_core_route, &reading);
    if (!decode_message(&decoding, bytes, mneme_board_CoreProgram_fields, &message)) {
        return false;
    }
    if (message.chip >= target->chips || message.core >= target->cores_per_chip) {
        return refuse(errors, MNEME_BAD_PROGRAM, "%s is of chip %u core %u, which the board does not have", where,
                      (unsigned)message.chip, (unsigned)message.core);
    }
    core->site = message.chip * target->cores_per_chip + message.core;
    return check_slices(core, where, header, errors) && check_blocks(core, &decoding, header);
}
