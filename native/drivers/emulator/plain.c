/*
 * Lif neurons that are all alike, keep no current, keep the potential wholly or not at all, reset to a number, and have neither bias nor
 * refractory time: most neurons of a compiled memory. All of a slice are updated in plain loops, which the compiler turns into vectors.
 */
#include "arithmetic.h"
#include "kernels.h"
#include "neurons.h"

enum { CHUNK = 256 };

static bool is_one(const numbers *numbers)
{
    for (size_t i = 1; i < numbers->count; i++) {
        if (numbers->at[i] != numbers->at[0]) {
            return false;
        }
    }
    return numbers->count > 0;
}

static bool is(const numbers *numbers, int64_t value)
{
    return is_one(numbers) && numbers->at[0] == value;
}

bool is_plain(const slice *slice)
{
    const membrane *m = &slice->membrane;
    return slice->kind == LIF_NEURON && !m->current.linear && is(&m->current.amount, KEEPS_NOTHING) &&
           !m->potential.linear && (is(&m->potential.amount, 0) || is(&m->potential.amount, KEEPS_NOTHING)) &&
           is(&m->bias, 0) && is(&m->refractory, 0) && is_one(&m->threshold) && is_one(&m->reset) &&
           (m->floor.count == 0 || is_one(&m->floor));
}

/* Resets and sends those above the threshold, of up to CHUNK neurons. */
static void fire(cells *cells, uint32_t from, uint32_t count)
{
    int64_t threshold = cells->rule.threshold;
    int32_t reset = (int32_t)cells->slice->membrane.reset.at[0];
    uint64_t above[CHUNK / 64];
    if (threshold < INT32_MIN) {
        memset(above, 0xff, sizeof above);
    } else {
        kernels_best()->above(cells->v + from, count, (int32_t)threshold, above);
    }
    for (uint32_t w = 0; w * 64 < count; w++) {
        uint64_t inside = count - 64 * w >= 64 ? UINT64_MAX : (UINT64_C(1) << (count - 64 * w)) - 1;
        for (uint64_t rest = above[w] & inside; rest != 0; rest &= rest - 1) {
            uint32_t j = from + 64 * w + (uint32_t)__builtin_ctzll(rest);
            cells->v[j] = reset;
            emit(cells, j, 1);
        }
    }
}

plain_rule rule_of(const slice *slice, const network *network)
{
    const membrane *m = &slice->membrane;
    return (plain_rule){
        .keep = m->potential.amount.at[0] == 0 ? -1 : 0,
        .floor = m->floor.count == 0 ? INT64_MIN : m->floor.at[0],
        .threshold = m->threshold.at[0],
        .largest = network->largest_state,
    };
}

void update_plain(cells *cells)
{
    const plain_rule *rule = &cells->rule;
    plain_result sum = {0};
    for (uint32_t from = 0; from < cells->size; from += CHUNK) {
        uint32_t count = smaller(CHUNK, cells->size - from);
        plain_result result = kernels_best()->plain(rule, cells->sums + from, cells->u + from, cells->v + from, count);
        if (result.fired) {
            fire(cells, from, count);
        }
        sum.changed |= result.changed | result.fired;
        cells->saturations += result.saturations;
    }
    /* Nothing changed and nothing came: the next tick would do the same again. */
    cells->at_rest = !cells->touched && !sum.changed;
}
