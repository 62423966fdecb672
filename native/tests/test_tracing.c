/* Where routing tables lead: first match, default routes, keys that part on the way, circles. */
#include "check.h"
#include "routing.h"

enum { EAST = 1, NORTH = 2, WEST = 4 };

/* Three chips in a row, two cores each, and whatever tables a test gives them. */
typedef struct bench {
    target target;
    program program;
    chip_table tables[3];
    deliveries deliveries;
    arena arena;
    errors errors;
} bench;

static void trace(bench *bench, uint32_t size, uint32_t first_key)
{
    bench->target = (target){.routing = ROUTING_KEY_MASK, .chips = 3, .cores_per_chip = 2, .sites = 6, .columns = 3, .routers = 3, .directions = 4};
    bench->target.value[CORES_PER_TILE] = 2;
    bench->target.value[CHIP_COLUMNS] = 3;
    bench->target.value[TILE_COLUMNS] = 1;
    bench->target.value[TILE_ROWS] = 1;
    for (uint32_t chip = 0; chip < 3; chip++) {
        bench->tables[chip].chip = chip;
    }
    bench->program.tables = bench->tables;
    bench->program.table_count = 3;
    route route = {.first_id = 100, .size = size, .first_key = first_key};
    memset(&bench->deliveries, 0, sizeof bench->deliveries);
    CHECK(trace_route(&bench->deliveries, &route, 0, &bench->program, &bench->target, &bench->arena, &bench->errors));
}

static void clear(bench *bench)
{
    errors_clear(&bench->errors);
    arena_release(&bench->arena);
    memset(bench, 0, sizeof *bench);
}

/* How many of the neurons 100 ... a site hears. */
static uint32_t heard(const bench *bench, uint32_t site)
{
    uint32_t count = 0;
    for (size_t i = 0; i < bench->deliveries.hearing_count; i++) {
        const hearing *hearing = &bench->deliveries.hearings[i];
        count += hearing->site == site ? hearing->ids.to - hearing->ids.from : 0;
    }
    return count;
}

static uint64_t links(const bench *bench)
{
    uint64_t count = 0;
    for (size_t w = 0; w < bench->deliveries.way_count; w++) {
        count += (uint64_t)bench->deliveries.ways[w].size * bench->deliveries.ways[w].link_count;
    }
    return count;
}

static void spikes_go_straight_on_where_no_entry_matches(void)
{
    static bench bench;
    table_entry first[] = {{16, UINT32_MAX << 4, EAST, 1}};
    table_entry last[] = {{16, UINT32_MAX << 4, 0, 2}};
    bench.tables[0] = (chip_table){0, first, 1};
    bench.tables[2] = (chip_table){0, last, 1};
    trace(&bench, 10, 16);
    CHECK_EQUAL(10, heard(&bench, 0));
    CHECK_EQUAL(0, heard(&bench, 2));
    CHECK_EQUAL(10, heard(&bench, 5));
    CHECK_EQUAL(20, links(&bench));
    CHECK_EQUAL(0, heard(&bench, 1));
    clear(&bench);
}

static void a_spike_without_entry_where_it_starts_goes_nowhere(void)
{
    static bench bench;
    trace(&bench, 5, 0);
    CHECK_EQUAL(0, bench.deliveries.hearing_count);
    CHECK_EQUAL(0, links(&bench));
    clear(&bench);
}

static void the_first_entry_that_matches_counts_key_by_key(void)
{
    static bench bench;
    table_entry first[] = {{5, UINT32_MAX, 0, 1}, {6, UINT32_MAX - 1, EAST, 0}, {0, 0, 0, 2}};
    table_entry second[] = {{7, UINT32_MAX, 0, 3}, {0, 0, 0, 1}};
    bench.tables[0] = (chip_table){0, first, 3};
    bench.tables[1] = (chip_table){0, second, 2};
    trace(&bench, 6, 3); /* keys 3 4 5 6 7 8 */
    CHECK_EQUAL(1, heard(&bench, 0));
    CHECK_EQUAL(3, heard(&bench, 1));
    CHECK_EQUAL(2, heard(&bench, 2));
    CHECK_EQUAL(1, heard(&bench, 3));
    CHECK_EQUAL(2, links(&bench));
    uint32_t covered = 0;
    for (size_t w = 0; w < bench.deliveries.way_count; w++) {
        covered += bench.deliveries.ways[w].size;
    }
    CHECK_EQUAL(6, covered);
    clear(&bench);
}

static void circles_end(void)
{
    static bench bench;
    table_entry east[] = {{0, 0, EAST | WEST, 1}};
    bench.tables[0] = (chip_table){0, east, 1};
    bench.tables[1] = (chip_table){0, east, 1};
    bench.tables[2] = (chip_table){0, east, 1};
    trace(&bench, 1, 0);
    CHECK(heard(&bench, 0) > 0 && heard(&bench, 2) > 0 && heard(&bench, 4) > 0);
    CHECK_EQUAL(4, links(&bench));
    clear(&bench);
}

static void spikes_that_leave_the_mesh_are_lost(void)
{
    static bench bench;
    table_entry away[] = {{0, 0, NORTH, 2}};
    bench.tables[0] = (chip_table){0, away, 1};
    trace(&bench, 3, UINT32_MAX - 2);
    CHECK_EQUAL(3, heard(&bench, 1));
    CHECK_EQUAL(0, links(&bench));
    clear(&bench);
}

int main(void)
{
    spikes_go_straight_on_where_no_entry_matches();
    a_spike_without_entry_where_it_starts_goes_nowhere();
    the_first_entry_that_matches_counts_key_by_key();
    circles_end();
    spikes_that_leave_the_mesh_are_lost();
    return done();
}
