/* What only all sections together can show. */
#include "program.h"

#include <stdlib.h>

__extension__ typedef unsigned __int128 wide;

typedef struct placed_slice {
    const core *core;
    const slice *slice;
} placed_slice;

static int by_first_id(const void *left, const void *right)
{
    uint32_t a = ((const placed_slice *)left)->slice->first_id;
    uint32_t b = ((const placed_slice *)right)->slice->first_id;
    return (a > b) - (a < b);
}

static int by_site(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left;
    uint32_t b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Each core and each chip's table is there once. */
static bool check_sections(const program *program, arena *scratch, errors *errors)
{
    size_t most = program->core_count > program->table_count ? program->core_count : program->table_count;
    uint32_t *sites = arena_take(scratch, most, sizeof *sites);
    if (sites == NULL) {
        return refuse_memory(errors);
    }
    for (size_t c = 0; c < program->core_count; c++) {
        sites[c] = program->cores[c].site;
    }
    qsort(sites, program->core_count, sizeof *sites, by_site);
    for (size_t c = 1; c < program->core_count; c++) {
        if (sites[c] == sites[c - 1]) {
            return refuse(errors, MNEME_BAD_PROGRAM, "two sections are of the same core, site %u", (unsigned)sites[c]);
        }
    }
    for (size_t t = 0; t < program->table_count; t++) {
        sites[t] = program->tables[t].chip;
    }
    qsort(sites, program->table_count, sizeof *sites, by_site);
    for (size_t t = 1; t < program->table_count; t++) {
        if (sites[t] == sites[t - 1]) {
            return refuse(errors, MNEME_BAD_PROGRAM, "two sections are of the table of chip %u", (unsigned)sites[t]);
        }
    }
    return true;
}

static bool is_of_source(const header *header, uint32_t id)
{
    size_t p = 0;
    while (id >= header->populations[p].first_id + header->populations[p].size) {
        p++;
    }
    return header->populations[p].kind == SOURCE_NEURON;
}

/* The slices of all cores are the locations of the header, one by one. */
static bool check_coverage(const program *program, arena *scratch, errors *errors)
{
    const header *header = &program->header;
    size_t count = 0;
    for (size_t c = 0; c < program->core_count; c++) {
        count += program->cores[c].slice_count;
    }
    placed_slice *placed = arena_take(scratch, count, sizeof *placed);
    if (placed == NULL) {
        return refuse_memory(errors);
    }
    size_t filled = 0;
    for (size_t c = 0; c < program->core_count; c++) {
        for (size_t s = 0; s < program->cores[c].slice_count; s++) {
            placed[filled++] = (placed_slice){&program->cores[c], &program->cores[c].slices[s]};
        }
    }
    qsort(placed, count, sizeof *placed, by_first_id);
    size_t next = 0;
    for (size_t i = 0; i < header->location_count; i++) {
        const location *location = &header->locations[i];
        if (is_of_source(header, location->first_id)) {
            continue;
        }
        const placed_slice *found = next < count ? &placed[next] : NULL;
        if (found == NULL || found->slice->first_id != location->first_id || found->slice->size != location->size ||
            found->core->site != location->site || found->slice->first_neuron != location->first_neuron ||
            found->slice->copies != location->copies) {
            return refuse(errors, MNEME_BAD_PROGRAM, "neuron %u is not where the header says, site %u",
                          (unsigned)location->first_id, (unsigned)location->site);
        }
        next++;
    }
    return next == count || refuse(errors, MNEME_BAD_PROGRAM, "neuron %u is on two cores",
                                   (unsigned)placed[next].slice->first_id);
}

/* Links lead on from where a route starts, one after the other, to every destination; without multicast they may come again. */
static bool check_links(const route *route, const target *target, uint32_t start, uint8_t *visited, errors *errors)
{
    bool whole = true;
    visited[start] = 1;
    for (size_t i = 0; i < route->link_count && whole; i++) {
        uint32_t to = 0;
        neighbour(target, route->links[2 * i], route->links[2 * i + 1], &to);
        whole = visited[route->links[2 * i]] != 0;
        visited[to] = 1;
    }
    for (size_t d = 0; d < route->destination_count && whole; d++) {
        whole = visited[router_of(target, route->destinations[d])] != 0;
    }
    visited[start] = 0;
    for (size_t i = 0; i < route->link_count; i++) {
        uint32_t to = 0;
        neighbour(target, route->links[2 * i], route->links[2 * i + 1], &to);
        visited[to] = 0;
    }
    return whole || refuse(errors, MNEME_BAD_PROGRAM, "the links of the route of neuron %u do not lead to its destinations",
                           (unsigned)route->first_id);
}

static bool belongs(const route *route, const core *core)
{
    for (size_t s = 0; s < core->slice_count; s++) {
        const slice *slice = &core->slices[s];
        if (route->first_id >= slice->first_id && route->size <= slice->size &&
            route->first_id - slice->first_id <= slice->size - route->size) {
            return true;
        }
    }
    return false;
}

static bool is_of_input(const route *route, const header *header)
{
    for (size_t p = 0; p < header->population_count; p++) {
        const population *population = &header->populations[p];
        if (route->first_id >= population->first_id && route->size <= population->size &&
            route->first_id - population->first_id <= population->size - route->size) {
            return population->kind == SOURCE_NEURON;
        }
    }
    return false;
}

static bool check_routes(const program *program, const target *target, arena *scratch, errors *errors)
{
    uint8_t *visited = arena_take(scratch, target->routers, 1);
    if (visited == NULL) {
        return refuse_memory(errors);
    }
    for (size_t r = 0; r < program->header.route_count; r++) {
        const route *route = &program->header.routes[r];
        if (!is_of_input(route, &program->header)) {
            return refuse(errors, MNEME_BAD_PROGRAM, "the route of neuron %u in the header is not of one source",
                          (unsigned)route->first_id);
        }
        if (!check_links(route, target, router_of(target, 0), visited, errors)) {
            return false;
        }
    }
    for (size_t c = 0; c < program->core_count; c++) {
        const core *core = &program->cores[c];
        for (size_t r = 0; r < core->route_count; r++) {
            if (!belongs(&core->routes[r], core)) {
                return refuse(errors, MNEME_BAD_PROGRAM, "section %u routes neuron %u, which is not of its core",
                              (unsigned)core->section, (unsigned)core->routes[r].first_id);
            }
            if (!check_links(&core->routes[r], target, router_of(target, core->site), visited, errors)) {
                return false;
            }
        }
    }
    return true;
}

static uint64_t magnitude(int64_t x)
{
    return x < 0 ? 0 - (uint64_t)x : (uint64_t)x;
}

/* The largest payload that a population may send. */
static uint64_t largest_payload(const program *program, const population *population)
{
    uint64_t largest = population->kind == SOURCE_NEURON ? (uint64_t)population->largest_payload : 1;
    for (size_t c = 0; c < program->core_count && population->kind == GRADED_NEURON; c++) {
        for (size_t s = 0; s < program->cores[c].slice_count; s++) {
            const slice *slice = &program->cores[c].slices[s];
            if (slice->first_id - population->first_id >= population->size) {
                continue;
            }
            if (slice->graded.phi == PHI_IDENTITY) {
                largest = UINT64_C(1) << (program->header.state_bits - 1);
            }
            for (size_t t = 0; t < slice->graded.table_count; t++) {
                const table *table = &slice->graded.tables[t];
                for (size_t i = 0; i < table->entries.size / 4; i++) {
                    uint64_t entry = magnitude((int32_t)load32(table->entries.at + 4 * i));
                    largest = entry > largest ? entry : largest;
                }
            }
        }
    }
    return largest;
}

static uint64_t largest_weight(const block *block)
{
    uint64_t largest = magnitude(block->scale);
    for (size_t i = 0; i < block->weight.count; i++) {
        largest = magnitude(block->weight.at[i]) > largest ? magnitude(block->weight.at[i]) : largest;
    }
    for (size_t i = 0; block->width != 0 && i < block->values.size / block->width; i++) {
        uint64_t value = magnitude(value_at(block->values.at, block->width, i));
        largest = value > largest ? value : largest;
    }
    return largest;
}

/* No sum of input can leave 64 bits: semantics.md has the same bound. */
static bool check_sums(const program *program, arena *scratch, errors *errors)
{
    const header *header = &program->header;
    uint64_t *payloads = arena_take(scratch, header->population_count, sizeof *payloads);
    if (payloads == NULL) {
        return refuse_memory(errors);
    }
    for (size_t p = 0; p < header->population_count; p++) {
        payloads[p] = largest_payload(program, &header->populations[p]);
    }
    for (size_t c = 0; c < program->core_count; c++) {
        const core *core = &program->cores[c];
        wide *sums = arena_take(scratch, core->slice_count, sizeof *sums);
        if (sums == NULL) {
            return refuse_memory(errors);
        }
        for (size_t b = 0; b < core->block_count; b++) {
            const block *block = &core->blocks[b];
            size_t p = 0;
            while (block->first_source >= header->populations[p].first_id + header->populations[p].size) {
                p++;
            }
            if (block->sources > header->populations[p].first_id + header->populations[p].size - block->first_source) {
                return refuse(errors, MNEME_BAD_PROGRAM, "section %u, block %zu: its sources are of two populations",
                              (unsigned)core->section, b);
            }
            uint64_t met = block->form == ONE_TO_ONE ? 1 : block->sources;
            /* Weights and payloads have less than 64 and 32 bits, and a sum is refused long before it could wrap. */
            sums[block->slice] += (wide)largest_weight(block) * payloads[p] * met;
            if (sums[block->slice] > INT64_MAX) {
                return refuse(errors, MNEME_BAD_PROGRAM, "section %u, slice %u: its input may exceed 64 bits",
                              (unsigned)core->section, (unsigned)block->slice);
            }
        }
    }
    return true;
}

bool check_program(const program *program, const target *target, errors *errors)
{
    arena scratch = {0};
    bool good = check_sections(program, &scratch, errors) && check_coverage(program, &scratch, errors) &&
                check_routes(program, target, &scratch, errors) && check_sums(program, &scratch, errors);
    arena_release(&scratch);
    return good;
}
