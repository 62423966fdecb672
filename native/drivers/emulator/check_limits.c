/* The limits of the target; every one that is exceeded is an error of its own. */
#include <stdio.h>
#include <stdlib.h>

#include "usage.h"

enum { PROFILE = 6 };

typedef struct checking {
    const program *program;
    const target *target;
    arena *arena;
    errors *errors;
    uint32_t *demand; /* by global id: axons that a neuron has to reach */
} checking;

static void hold(const checking *checking, enum quantity quantity, const char *place, uint64_t used)
{
    uint64_t limit = target_limit(checking->target, quantity);
    if (used > limit) {
        refuse(checking->errors, MNEME_TOO_LARGE, "%s: %s is %llu, and %s has %llu", place, quantity_key(quantity),
               (unsigned long long)used, checking->target->name, (unsigned long long)limit);
    }
}

static void name_core(char *place, size_t size, const core *core, const target *target)
{
    snprintf(place, size, "chip %u core %u", (unsigned)(core->site / target->cores_per_chip),
             (unsigned)(core->site % target->cores_per_chip));
}

static int by_profile(const void *left, const void *right)
{
    const int64_t *a = left;
    const int64_t *b = right;
    int i = 0;
    while (i < PROFILE - 1 && a[i] == b[i]) {
        i++;
    }
    return (a[i] > b[i]) - (a[i] < b[i]);
}

/* Distinct rows of PROFILE numbers. */
static uint64_t distinct(int64_t (*rows)[PROFILE], size_t count)
{
    if (count == 0) {
        return 0;
    }
    qsort(rows, count, sizeof *rows, by_profile);
    uint64_t found = 1;
    for (size_t i = 1; i < count; i++) {
        found += by_profile(rows[i - 1], rows[i]) != 0;
    }
    return found;
}

static size_t longest(size_t a, const numbers *numbers)
{
    return numbers->count > a ? numbers->count : a;
}

/* Thresholds, floors, or membranes of a core: a row for each neuron of a slice whose numbers differ, one row where they are shared. */
static bool count_profiles(const checking *checking, const core *core, enum quantity quantity, uint64_t *used)
{
    size_t room = 0;
    for (size_t s = 0; s < core->slice_count; s++) {
        room += core->slices[s].size;
    }
    int64_t(*rows)[PROFILE] = arena_take(checking->arena, room, sizeof *rows);
    if (rows == NULL) {
        return false;
    }
    size_t count = 0;
    for (size_t s = 0; s < core->slice_count; s++) {
        const slice *slice = &core->slices[s];
        const membrane *m = &slice->membrane;
        size_t neurons = 1;
        if (quantity == THRESHOLDS_PER_CORE) {
            neurons = longest(neurons, &m->threshold);
        } else if (quantity == FLOORS_PER_CORE) {
            neurons = longest(neurons, &m->floor);
        } else {
            neurons = longest(longest(longest(longest(1, &m->current.amount), &m->potential.amount), &m->bias), &m->refractory);
        }
        for (uint32_t j = 0; j < neurons && slice->kind != GRADED_NEURON; j++, count++) {
            if (quantity == THRESHOLDS_PER_CORE) {
                rows[count][0] = number_of(&m->threshold, j);
            } else if (quantity == FLOORS_PER_CORE) {
                rows[count][0] = m->floor.count == 0 ? INT64_MIN : number_of(&m->floor, j);
            } else {
                int64_t row[PROFILE] = {m->current.linear,
                                        number_of(&m->current.amount, j),
                                        m->potential.linear,
                                        number_of(&m->potential.amount, j),
                                        number_of(&m->bias, j),
                                        number_of(&m->refractory, j)};
                memcpy(rows[count], row, sizeof row);
            }
        }
    }
    *used = distinct(rows, count);
    arena_drop(checking->arena, rows);
    return true;
}

static int by_value(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left;
    int64_t b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

static uint64_t distinct_formats(core_use *use)
{
    uint64_t found = 0;
    if (use->format_count > 0) {
        qsort(use->formats, use->format_count, sizeof *use->formats, by_value);
    }
    for (size_t i = 0; i < use->format_count; i++) {
        found += i == 0 || use->formats[i - 1] != use->formats[i];
    }
    return found;
}

/* Adds what a core hears to what neurons have to reach. */
static void add_demand(checking *checking, const core_use *use)
{
    for (size_t a = 0; a < use->axon_count; a++) {
        const population *population = &checking->program->header.populations[use->axons[a].population];
        for (size_t w = 0; w < words_for(population->size); w++) {
            for (uint64_t rest = use->axons[a].sources[w]; rest != 0; rest &= rest - 1) {
                checking->demand[population->first_id + 64 * w + (size_t)__builtin_ctzll(rest)]++;
            }
        }
    }
}

static bool check_core(checking *checking, const core *core, uint64_t *synapse_bits)
{
    static const enum quantity PROFILES[] = {THRESHOLDS_PER_CORE, FLOORS_PER_CORE, MEMBRANES_PER_CORE};
    char place[50];
    name_core(place, sizeof place, core, checking->target);
    core_use use = {0};
    uint64_t types;
    if (!count_core(&use, core, checking->program, checking->target, checking->arena, checking->errors) && !use.memory) {
        return false;
    }
    hold(checking, INPUT_AXONS_PER_CORE, place, axons_of(&use, &checking->program->header));
    hold(checking, SYNAPSE_BITS_PER_CORE, place, use.synapse_bits);
    hold(checking, SYNAPSE_FORMATS_PER_CORE, place, distinct_formats(&use));
    if (!count_types(&use, checking->arena, &types)) {
        return refuse_memory(checking->errors);
    }
    hold(checking, AXON_TYPES_PER_CORE, place, types);
    for (size_t i = 0; i < LENGTH(PROFILES); i++) {
        uint64_t used;
        if (!count_profiles(checking, core, PROFILES[i], &used)) {
            return refuse_memory(checking->errors);
        }
        hold(checking, PROFILES[i], place, used);
    }
    *synapse_bits += use.synapse_bits;
    add_demand(checking, &use);
    for (size_t a = 0; a < use.axon_count; a++) {
        arena_drop(checking->arena, use.axons[a].sources);
    }
    arena_drop(checking->arena, use.axons);
    arena_drop(checking->arena, use.kinds);
    arena_drop(checking->arena, use.formats);
    return true;
}

/* What the neurons of a core send: an axon for each that they reach, and one to the host where it is told. */
static void check_outputs(const checking *checking, const core *core)
{
    char place[50];
    name_core(place, sizeof place, core, checking->target);
    const header *header = &checking->program->header;
    uint64_t outputs = 0;
    uint64_t targets = 0;
    for (size_t s = 0; s < core->slice_count; s++) {
        const slice *slice = &core->slices[s];
        uint32_t probed = header->populations[population_index(header, slice->first_id)].probed;
        uint64_t most = 0;
        for (uint32_t j = 0; j < slice->size; j++) {
            uint64_t reached = (uint64_t)checking->demand[slice->first_id + j] + probed;
            outputs += reached;
            most = reached > most ? reached : most;
        }
        uint64_t each = (most + slice->copies - 1) / slice->copies;
        targets = each > targets ? each : targets;
    }
    hold(checking, OUTPUT_AXONS_PER_CORE, place, outputs);
    hold(checking, TARGETS_PER_NEURON, place, targets);
}

static bool check_cores(checking *checking)
{
    const program *program = checking->program;
    uint64_t *chips = arena_take(checking->arena, checking->target->chips, sizeof *chips);
    checking->demand = arena_take(checking->arena, program->header.neurons, sizeof *checking->demand);
    if (chips == NULL || checking->demand == NULL) {
        return refuse_memory(checking->errors);
    }
    for (size_t c = 0; c < program->core_count; c++) {
        const core *core = &program->cores[c];
        if (core->neurons > target_limit(checking->target, NEURONS_PER_CORE)) {
            continue; /* it has been told, and what so many neurons use besides may take long to count */
        }
        if (!check_core(checking, core, &chips[core->site / checking->target->cores_per_chip])) {
            return false;
        }
        check_ranges(core, checking->target, checking->errors);
    }
    for (size_t c = 0; c < program->core_count; c++) {
        check_outputs(checking, &program->cores[c]);
    }
    for (uint32_t chip = 0; chip < checking->target->chips; chip++) {
        char place[30];
        snprintf(place, sizeof place, "chip %u", (unsigned)chip);
        hold(checking, SYNAPSE_BITS_PER_CHIP, place, chips[chip]);
    }
    return true;
}

bool check_limits(const program *program, const target *target, errors *errors)
{
    arena scratch = {0};
    checking checking = {program, target, &scratch, errors, NULL};
    for (size_t c = 0; c < program->core_count; c++) {
        char place[50];
        name_core(place, sizeof place, &program->cores[c], target);
        hold(&checking, NEURONS_PER_CORE, place, program->cores[c].neurons);
    }
    for (size_t t = 0; t < program->table_count; t++) {
        char place[50];
        snprintf(place, sizeof place, "chip %u", (unsigned)program->tables[t].chip);
        hold(&checking, ROUTING_ENTRIES_PER_CHIP, place, program->tables[t].entry_count);
    }
    bool good = check_cores(&checking);
    arena_release(&scratch);
    return good && errors->code == MNEME_OK;
}
