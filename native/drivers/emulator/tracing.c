/* Follows spikes through the routing tables: blocks of keys that agree in their upper bits, split where an entry tells them apart. */
#include "routing.h"

/* An aligned block of keys on its way: keys base ... base + 2^bits - 1. */
typedef struct packet {
    uint32_t base;
    uint32_t bits;
    uint32_t router;
    uint32_t came; /* direction it travels in; the number of directions at its origin */
} packet;

typedef struct trace {
    deliveries *deliveries;
    const route *route;
    const program *program;
    const target *target;
    arena *arena;
    errors *errors;
    uint32_t base; /* of the block that is traced */
    uint32_t bits;
    uint32_t start;
    packet *pending;
    size_t pending_count;
    size_t pending_capacity;
    uint32_t *links;
    size_t link_count;
    size_t link_capacity;
    uint32_t *sites;
    size_t site_count;
    size_t site_capacity;
} trace;

static bool push(trace *trace, packet packet)
{
    struct packet *grown =
        arena_grow(trace->arena, trace->pending, trace->pending_count, &trace->pending_capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(trace->errors);
    }
    trace->pending = grown;
    trace->pending[trace->pending_count++] = packet;
    return true;
}

static bool add(trace *trace, uint32_t **list, size_t *count, size_t *capacity, uint32_t value)
{
    uint32_t *grown = arena_grow(trace->arena, *list, *count, capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(trace->errors);
    }
    *list = grown;
    (*list)[(*count)++] = value;
    return true;
}

static const chip_table *table_of(const program *program, uint32_t chip)
{
    for (size_t t = 0; t < program->table_count; t++) {
        if (program->tables[t].chip == chip) {
            return &program->tables[t];
        }
    }
    return NULL;
}

/* The first entry that any key of a block matches; *some if others of the block do not. */
static const table_entry *match(const chip_table *table, uint32_t base, uint32_t bits, bool *some)
{
    uint32_t free = bits == 32 ? UINT32_MAX : (UINT32_C(1) << bits) - 1;
    for (size_t e = 0; table != NULL && e < table->entry_count; e++) {
        const table_entry *entry = &table->entries[e];
        if (((base ^ entry->key) & entry->mask & ~free) == 0) {
            *some = (entry->mask & free) != 0;
            return entry;
        }
    }
    *some = false;
    return NULL;
}

static bool go(trace *trace, packet packet, uint32_t direction)
{
    uint32_t to;
    if (!neighbour(trace->target, packet.router, direction, &to)) {
        return true; /* it falls off the mesh */
    }
    uint32_t link = packet.router * trace->target->directions + direction;
    for (size_t i = 0; i < trace->link_count; i++) {
        if (trace->links[i] == link) {
            return true; /* tables that lead in a circle would keep it for ever */
        }
    }
    packet.router = to;
    packet.came = direction;
    return add(trace, &trace->links, &trace->link_count, &trace->link_capacity, link) && push(trace, packet);
}

/* Takes one packet a router further; false on an error, *split if its keys part here. */
static bool advance(trace *trace, packet packet, bool *split)
{
    const target *target = trace->target;
    uint32_t chip = packet.router; /* a chip has one router, and chips are numbered like routers */
    const table_entry *entry = match(table_of(trace->program, chip), packet.base, packet.bits, split);
    if (*split) {
        return true;
    }
    if (entry == NULL) {
        /* Nobody asked for it here: it goes straight on, or nowhere from where it was sent. */
        return packet.came == target->directions || go(trace, packet, packet.came);
    }
    for (uint32_t direction = 0; direction < target->directions; direction++) {
        if ((entry->links >> direction & 1) != 0 && !go(trace, packet, direction)) {
            return false;
        }
    }
    for (uint64_t rest = entry->cores; rest != 0; rest &= rest - 1) {
        uint32_t site = chip * target->cores_per_chip + (uint32_t)__builtin_ctzll(rest);
        if (site < target->sites && !add(trace, &trace->sites, &trace->site_count, &trace->site_capacity, site)) {
            return false;
        }
    }
    return true;
}

/* Stores what the block has met. */
static bool finish(trace *trace)
{
    uint32_t first = trace->route->first_id + (trace->base - trace->route->first_key);
    interval ids = {first, first + (UINT32_C(1) << trace->bits)};
    for (size_t i = 0; i < trace->site_count; i++) {
        if (!add_hearing(trace->deliveries, (hearing){trace->sites[i], ids}, trace->arena, trace->errors)) {
            return false;
        }
    }
    traffic way = {ids.from, ids.to - ids.from, NULL, trace->link_count, 0};
    way.links = arena_take(trace->arena, trace->link_count, sizeof *way.links);
    if (way.links == NULL) {
        return refuse_memory(trace->errors);
    }
    if (trace->link_count > 0) {
        memcpy(way.links, trace->links, trace->link_count * sizeof *way.links);
    }
    return add_way(trace->deliveries, way, trace->arena, trace->errors);
}

/* Traces an aligned block of keys; where they part, each half by itself. */
static bool trace_block(trace *trace, uint32_t base, uint32_t bits)
{
    trace->base = base;
    trace->bits = bits;
    trace->pending_count = 0;
    trace->link_count = 0;
    trace->site_count = 0;
    if (!push(trace, (packet){base, bits, trace->start, trace->target->directions})) {
        return false;
    }
    while (trace->pending_count > 0) {
        bool split = false;
        if (!advance(trace, trace->pending[--trace->pending_count], &split)) {
            return false;
        }
        if (split) {
            return trace_block(trace, base, bits - 1) && trace_block(trace, base + (UINT32_C(1) << (bits - 1)), bits - 1);
        }
    }
    return finish(trace);
}

bool trace_route(deliveries *deliveries, const route *route, uint32_t start, const program *program,
                 const target *target, arena *arena, errors *errors)
{
    trace trace = {.deliveries = deliveries, .route = route, .program = program, .target = target, .arena = arena,
                   .errors = errors, .start = start};
    if (route->size - 1 > UINT32_MAX - route->first_key) {
        return refuse(errors, MNEME_BAD_PROGRAM, "the keys of neuron %u do not fit into 32 bits", (unsigned)route->first_id);
    }
    for (uint32_t done = 0; done < route->size;) {
        uint32_t base = route->first_key + done;
        uint32_t bits = 0;
        while (bits < 31 && (base >> bits & 1) == 0 && (UINT64_C(2) << bits) <= route->size - done) {
            bits++;
        }
        if (!trace_block(&trace, base, bits)) {
            return false;
        }
        done += UINT32_C(1) << bits;
    }
    return true;
}
