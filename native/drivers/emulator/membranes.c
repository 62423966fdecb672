/* Neurons with a membrane: Lif and Escape. */
#include "arithmetic.h"
#include "neurons.h"
#include "philox.h"

static int64_t decayed(const decay *decay, uint32_t neuron, int64_t x)
{
    int64_t amount = number_of(&decay->amount, neuron);
    return decay->linear ? decay_linear(x, amount) : decay_fraction(x, amount);
}

static int64_t floored(const membrane *membrane, uint32_t neuron, int64_t v)
{
    return membrane->floor.count == 0 ? v : most(v, number_of(&membrane->floor, neuron));
}

static bool fires(const cells *cells, const network *network, uint32_t neuron, int64_t excess)
{
    if (cells->slice->kind == LIF_NEURON) {
        return excess > 0;
    }
    uint32_t entry = (uint32_t)table_at(&cells->slice->thresholds, excess);
    return entry != 0 && philox_escape(network->seed, network->tick, cells->slice->first_id + neuron) < entry;
}

static void update(cells *cells, const network *network, uint32_t j)
{
    const membrane *membrane = &cells->slice->membrane;
    int64_t exact_u = plus_input(decayed(&membrane->current, j, cells->u[j]), (int64_t)cells->sums[j]);
    int64_t u = saturate(exact_u, network->largest_state);
    cells->sums[j] = 0;
    cells->u[j] = (int32_t)u;
    cells->saturations += u != exact_u;
    if (cells->ref[j] > 0) {
        cells->ref[j]--;
        return;
    }
    int64_t exact_v = decayed(&membrane->potential, j, cells->v[j]) + u + number_of(&membrane->bias, j);
    int64_t v = saturate(exact_v, network->largest_state);
    bool saturated = v != exact_v;
    v = floored(membrane, j, v);
    int64_t threshold = number_of(&membrane->threshold, j);
    if (fires(cells, network, j, v - threshold)) {
        if (membrane->reset.count > 0) {
            v = number_of(&membrane->reset, j);
        } else {
            int64_t exact = v - threshold;
            v = saturate(exact, network->largest_state);
            saturated |= v != exact;
        }
        cells->ref[j] = (uint32_t)number_of(&membrane->refractory, j);
        emit(cells, j, 1);
    }
    cells->v[j] = (int32_t)v;
    cells->saturations += saturated;
}

bool membrane_at_rest(const cells *cells, const network *network, uint32_t j)
{
    const membrane *membrane = &cells->slice->membrane;
    if (cells->ref[j] > 0 || decayed(&membrane->current, j, cells->u[j]) != cells->u[j]) {
        return false;
    }
    int64_t exact_v = decayed(&membrane->potential, j, cells->v[j]) + cells->u[j] + number_of(&membrane->bias, j);
    if (saturate(exact_v, network->largest_state) != exact_v || floored(membrane, j, exact_v) != cells->v[j]) {
        return false;
    }
    int64_t excess = cells->v[j] - number_of(&membrane->threshold, j);
    /* Whatever the random word: 0 is the one most apt to fire. */
    return cells->slice->kind == LIF_NEURON ? excess <= 0 : table_at(&cells->slice->thresholds, excess) == 0;
}

/* Neurons of 64 that have input. */
static uint64_t with_input(const uint64_t *sums, uint32_t count)
{
    uint64_t any = 0;
    for (uint32_t i = 0; i < count; i++) {
        any |= (uint64_t)(sums[i] != 0) << i;
    }
    return any;
}

void update_membranes(cells *cells, const network *network)
{
    uint64_t restless = 0;
    for (uint32_t from = 0; from < cells->size; from += 64) {
        uint64_t rest = cells->active[from / 64];
        if (cells->touched) {
            rest |= with_input(cells->sums + from, smaller(64, cells->size - from));
        }
        uint64_t active = 0;
        for (; rest != 0; rest &= rest - 1) {
            uint32_t j = from + (uint32_t)__builtin_ctzll(rest);
            update(cells, network, j);
            active |= (uint64_t)!membrane_at_rest(cells, network, j) << j % 64;
        }
        cells->active[from / 64] = active;
        restless |= active;
    }
    cells->at_rest = restless == 0;
}
