#include "neurons.h"

void start_cells(cells *cells, const network *network)
{
    size_t size = cells->size;
    memset(cells->sums, 0, size * sizeof *cells->sums);
    memset(cells->reached, 0, words_for(size) * sizeof *cells->reached);
    memset(cells->active, 0, words_for(size) * sizeof *cells->active);
    cells->touched = false;
    cells->out.count = 0;
    cells->saturations = 0;
    cells->at_rest = true;
    if (cells->slice->kind == GRADED_NEURON) {
        memset(cells->x, 0, size * sizeof *cells->x);
        memset(cells->sign, 0, size);
        return;
    }
    memset(cells->u, 0, size * sizeof *cells->u);
    memset(cells->v, 0, size * sizeof *cells->v);
    memset(cells->ref, 0, size * sizeof *cells->ref);
    if (cells->is_plain) {
        cells->rule = rule_of(cells->slice, network);
    }
    for (uint32_t j = 0; j < cells->size; j++) {
        bool active = !membrane_at_rest(cells, network, j);
        cells->active[j / 64] |= (uint64_t)active << j % 64;
        cells->at_rest &= !active;
    }
}

void update_cells(cells *cells, const network *network)
{
    if (cells->slice->kind == GRADED_NEURON) {
        update_graded(cells, network);
    } else if (cells->is_plain) {
        update_plain(cells);
    } else {
        update_membranes(cells, network);
    }
    cells->touched = false;
}

bool cells_at_rest(const cells *cells, const network *network)
{
    bool rest = true;
    for (uint32_t j = 0; j < cells->size && rest && !cells->at_rest; j++) {
        rest = membrane_at_rest(cells, network, j);
    }
    return rest;
}

bool read_variable(const cells *cells, uint32_t neuron, uint32_t variable, int64_t *value)
{
    bool graded = cells->slice->kind == GRADED_NEURON;
    switch (variable) {
    case MNEME_CURRENT:
        *value = graded ? 0 : cells->u[neuron];
        return !graded;
    case MNEME_POTENTIAL:
        *value = graded ? 0 : cells->v[neuron];
        return !graded;
    case MNEME_REFRACTORY:
        *value = graded ? 0 : cells->ref[neuron];
        return !graded;
    case MNEME_SUM:
        *value = graded ? cells->x[neuron] : 0;
        return graded;
    case MNEME_LAST_SIGN:
        *value = graded && cells->slice->graded.phi == PHI_SIGN ? cells->sign[neuron] : 0;
        return graded && cells->slice->graded.phi == PHI_SIGN;
    default:
        return false;
    }
}
