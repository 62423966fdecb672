/* Neurons that answer when they are reached: Graded. */
#include "arithmetic.h"
#include "neurons.h"

static void update(cells *cells, const network *network, uint32_t j)
{
    const graded *graded = &cells->slice->graded;
    int64_t exact = plus_input(graded->retain ? cells->x[j] : 0, (int64_t)cells->sums[j]);
    int64_t x = saturate(exact, network->largest_state);
    cells->sums[j] = 0;
    cells->x[j] = (int32_t)x;
    cells->saturations += x != exact;
    int32_t payload = (int32_t)x;
    if (graded->phi == PHI_SIGN) {
        /* 0 repeats the last sign sent. */
        cells->sign[j] = x == 0 ? cells->sign[j] : x > 0 ? 1 : -1;
        payload = cells->sign[j];
    } else if (graded->phi == PHI_TABLE) {
        payload = table_at(&graded->tables[number_of(&graded->choice, j)], x);
    }
    if (payload != 0 || graded->send_zero) {
        emit(cells, j, payload);
    }
}

void update_graded(cells *cells, const network *network)
{
    for (uint32_t from = 0; from < cells->size; from += 64) {
        for (uint64_t rest = cells->reached[from / 64]; rest != 0; rest &= rest - 1) {
            update(cells, network, from + (uint32_t)__builtin_ctzll(rest));
        }
        cells->reached[from / 64] = 0;
    }
    cells->at_rest = true;
}
