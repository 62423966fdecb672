/* Dense, sparse, one-to-one and uniform weights. */
#include "delivery.h"
#include "kernels.h"

static bool is_graded(const lane *lane)
{
    return lane->cells->slice->kind == GRADED_NEURON;
}

static void add(lane *lane, uint32_t target, int64_t weight, int64_t payload)
{
    lane->cells->sums[target] += (uint64_t)weight * (uint64_t)payload;
    if (is_graded(lane)) {
        reach(lane, target);
    }
}

static void deliver_dense(lane *lane)
{
    const block *block = lane->block;
    for (uint32_t k = 0; k < lane->arriving.count; k++) {
        const uint8_t *row = block->values.at + (size_t)lane->arriving.neurons[k] * block->targets * block->width;
        if (lane->members == NULL) {
            kernels_best()->add_products(row, block->width, block->targets, lane->arriving.payloads[k], lane->cells->sums);
            continue;
        }
        for (uint32_t m = 0; m < lane->member_count; m++) {
            uint32_t target = lane->members[m];
            lane->cells->sums[target] +=
                (uint64_t)value_at(row, block->width, target) * (uint64_t)lane->arriving.payloads[k];
        }
    }
    if (is_graded(lane)) {
        reach_members(lane);
    }
}

/* Members of a lane and targets of a source ascend both. */
static void deliver_sparse(lane *lane)
{
    const block *block = lane->block;
    for (uint32_t k = 0; k < lane->arriving.count; k++) {
        size_t source = lane->arriving.neurons[k];
        uint32_t to = load32(block->offsets.at + source * 4 + 4);
        uint32_t m = 0;
        for (uint32_t s = load32(block->offsets.at + source * 4); s < to; s++) {
            uint32_t target = load32(block->to.at + (size_t)s * 4);
            while (lane->members != NULL && m < lane->member_count && lane->members[m] < target) {
                m++;
            }
            if (lane->members == NULL || (m < lane->member_count && lane->members[m] == target)) {
                add(lane, target, value_at(block->values.at, block->width, s), lane->arriving.payloads[k]);
            }
        }
    }
}

static void deliver_pairs(lane *lane)
{
    const block *block = lane->block;
    uint32_t m = 0;
    for (uint32_t k = 0; k < lane->arriving.count; k++) {
        uint32_t source = lane->arriving.neurons[k];
        uint32_t target = block->first_target + source;
        while (lane->members != NULL && m < lane->member_count && lane->members[m] < target) {
            m++;
        }
        if (lane->members == NULL || (m < lane->member_count && lane->members[m] == target)) {
            add(lane, target, number_of(&block->weight, source), lane->arriving.payloads[k]);
        }
    }
}

static void deliver_uniform(lane *lane)
{
    uint64_t sum = 0;
    for (uint32_t k = 0; k < lane->arriving.count; k++) {
        sum += (uint64_t)(int64_t)lane->arriving.payloads[k];
    }
    sum *= (uint64_t)lane->block->scale;
    if (lane->members == NULL) {
        kernels_best()->add_all(lane->cells->size, sum, lane->cells->sums);
    }
    for (uint32_t m = 0; m < lane->member_count && lane->members != NULL; m++) {
        lane->cells->sums[lane->members[m]] += sum;
    }
    if (is_graded(lane)) {
        reach_members(lane);
    }
}

void deliver_values(lane *lane)
{
    switch (lane->block->form) {
    case DENSE_BYTES:
        deliver_dense(lane);
        break;
    case SPARSE_BYTES:
        deliver_sparse(lane);
        break;
    case ONE_TO_ONE:
        deliver_pairs(lane);
        break;
    case UNIFORM:
    case SIGN_BITS:
        deliver_uniform(lane);
        break;
    }
}
