/* What single numbers of a program must stay within on its target. */
#include "usage.h"

typedef struct place {
    const core *core;
    size_t slice;
    const target *target;
    errors *errors;
} place;

static void within(const place *place, enum quantity quantity, uint64_t used)
{
    uint64_t limit = target_limit(place->target, quantity);
    if (used != 0 && used > limit) {
        refuse(place->errors, MNEME_TOO_LARGE, "section %u, slice %zu: %s is %llu, and %s has %llu",
               (unsigned)place->core->section, place->slice, quantity_key(quantity), (unsigned long long)used,
               place->target->name, (unsigned long long)limit);
    }
}

static void needs(const place *place, enum trait trait)
{
    if (!place->target->has[trait]) {
        refuse(place->errors, MNEME_TOO_LARGE, "section %u, slice %zu: it needs %s, which %s lacks",
               (unsigned)place->core->section, place->slice, trait_key(trait), place->target->name);
    }
}

static uint64_t largest(const numbers *numbers)
{
    uint64_t found = 0;
    for (size_t i = 0; i < numbers->count; i++) {
        uint64_t size = numbers->at[i] < 0 ? 0 - (uint64_t)numbers->at[i] : (uint64_t)numbers->at[i];
        found = size > found ? size : found;
    }
    return found;
}

static void check_membrane(const place *place, const membrane *membrane)
{
    within(place, LARGEST_THRESHOLD, largest(&membrane->threshold));
    within(place, LONGEST_REFRACTORY, largest(&membrane->refractory));
    if (largest(&membrane->bias) > 0) {
        needs(place, TRAIT_BIAS);
        within(place, LARGEST_BIAS, largest(&membrane->bias));
    }
    if (membrane->current.linear) {
        within(place, LARGEST_LEAK, largest(&membrane->current.amount));
    }
    if (membrane->potential.linear) {
        needs(place, TRAIT_LINEAR_LEAK);
        within(place, LARGEST_LEAK, largest(&membrane->potential.amount));
    }
    if (membrane->reset.count == 0) {
        needs(place, TRAIT_SUBTRACT_RESET);
    } else if (largest(&membrane->reset) > 0) {
        needs(place, TRAIT_RESET_VALUE);
    }
}

static void check_graded(const place *place, const graded *graded)
{
    if (graded->retain) {
        needs(place, TRAIT_RETAIN);
    }
    needs(place, graded->phi == PHI_SIGN       ? TRAIT_GRADED_SIGN
                 : graded->phi == PHI_IDENTITY ? TRAIT_GRADED_IDENTITY
                                               : TRAIT_GRADED_TABLE);
}

void check_ranges(const core *core, const target *target, errors *errors)
{
    for (size_t s = 0; s < core->slice_count; s++) {
        const slice *slice = &core->slices[s];
        place place = {core, s, target, errors};
        if (slice->kind == GRADED_NEURON) {
            check_graded(&place, &slice->graded);
            continue;
        }
        needs(&place, slice->kind == LIF_NEURON ? TRAIT_LIF : TRAIT_ESCAPE);
        check_membrane(&place, &slice->membrane);
    }
    for (size_t b = 0; b < core->block_count; b++) {
        place place = {core, core->blocks[b].slice, target, errors};
        within(&place, LONGEST_DELAY, largest(&core->blocks[b].delay));
    }
}
