/* A sign matrix whose rows belong to targets: rows are counted against the packed spikes, or, of few spikes, looked up bit by bit. */
#include "delivery.h"
#include "kernels.h"

enum { CHUNK = 256 };

static uint64_t sum_of(const uint32_t *counts, uint32_t count)
{
    uint64_t sum = 0;
    for (uint32_t r = 0; r < count; r++) {
        sum += counts[r];
    }
    return sum;
}

/*
 * Counts `count` rows from a matrix row on against plane p, and adds them in the weight of plane and matrix. Returns how many set bits, of the
 * mask where there is one, meet spikes of the plane; 0 where signs have no mask.
 */
static uint64_t count_rows(const lane *lane, uint32_t row, uint32_t count, uint32_t p, uint64_t *sums)
{
    const kernels *kernels = kernels_best();
    const block *block = lane->block;
    const planes *planes = lane->planes;
    const uint64_t *known = planes->known + p * planes->words;
    const uint64_t *plus = planes->plus + p * planes->words;
    const packed64 *rows = (const packed64 *)block->plus.at + (size_t)row * block->words;
    uint64_t value = (uint64_t)planes->weight[p] * (uint64_t)block->scale;
    uint32_t counts[CHUNK];
    uint64_t bits = 0;
    if (block->is_unsigned) {
        kernels->count_common(rows, block->words, known, count, counts);
        kernels->add_counts(counts, count, 0, value, sums);
        bits = sum_of(counts, count);
        if (!planes->all_plus) {
            kernels->count_without(rows, block->words, known, plus, count, counts);
            kernels->add_counts(counts, count, 0, 0 - 2 * value, sums);
        }
    } else if (block->mask.size > 0) {
        const packed64 *mask = (const packed64 *)block->mask.at + (size_t)row * block->words;
        kernels->count_common(mask, block->words, known, count, counts);
        kernels->add_counts(counts, count, 0, value, sums);
        bits = sum_of(counts, count);
        kernels->count_masked(rows, mask, block->words, known, plus, count, counts);
        kernels->add_counts(counts, count, 0, 0 - 2 * value, sums);
    } else {
        kernels->count_differing(rows, block->words, known, plus, count, counts);
        kernels->add_counts(counts, count, value * planes->size[p], 0 - 2 * value, sums);
    }
    return bits;
}

/* Targets whose rows follow each other in the matrix are counted together. */
static uint32_t run_length(const lane *lane, uint32_t m, uint32_t row)
{
    const block *block = lane->block;
    uint32_t most = smaller(CHUNK, lane->member_count - m);
    if (lane->members == NULL && block->rows.size == 0) {
        return most;
    }
    uint32_t target = lane_member(lane, m);
    uint32_t length = 1;
    while (length < most && lane_member(lane, m + length) == target + length &&
           matrix_row(block, target + length) == row + length) {
        length++;
    }
    return length;
}

static void pull(lane *lane, core_state *core)
{
    uint64_t *sums = lane->cells->sums;
    uint64_t bits = 0;
    for (uint32_t m = 0; m < lane->member_count;) {
        uint32_t target = lane_member(lane, m);
        uint32_t row = matrix_row(lane->block, target);
        if (row == ABSENT_ROW) {
            m++;
            continue;
        }
        uint32_t length = run_length(lane, m, row);
        for (uint32_t p = 0; p < lane->planes->count; p++) {
            bits += count_rows(lane, row, length, p, sums + target);
        }
        m += length;
    }
    core->events += lane->is_counted ? bits : 0;
}

static void push(lane *lane)
{
    const block *block = lane->block;
    for (uint32_t m = 0; m < lane->member_count; m++) {
        uint32_t target = lane_member(lane, m);
        uint32_t row = matrix_row(block, target);
        if (row == ABSENT_ROW) {
            continue;
        }
        const packed64 *plus = (const packed64 *)block->plus.at + (size_t)row * block->words;
        const packed64 *mask = block->mask.size == 0 ? NULL : (const packed64 *)block->mask.at + (size_t)row * block->words;
        int64_t sum = 0;
        for (uint32_t k = 0; k < lane->arriving.count; k++) {
            uint32_t source = lane->arriving.neurons[k];
            int64_t bit = (int64_t)(plus[source / 64] >> source % 64 & 1);
            int64_t sign = block->is_unsigned ? bit : 2 * bit - 1;
            if (mask != NULL) {
                sign &= -(int64_t)(mask[source / 64] >> source % 64 & 1);
            }
            sum += sign * lane->arriving.payloads[k];
        }
        lane->cells->sums[target] += (uint64_t)sum * (uint64_t)block->scale;
    }
}

void deliver_rows_of_targets(lane *lane, core_state *core)
{
    if (lane->cells->slice->kind == GRADED_NEURON) {
        if (lane->reaches_all) {
            reach_members(lane);
        } else {
            for (uint32_t m = 0; m < lane->member_count; m++) {
                uint32_t target = lane_member(lane, m);
                if (matrix_row(lane->block, target) != ABSENT_ROW) {
                    reach(lane, target);
                }
            }
        }
    }
    if (lane->planes != NULL) {
        pull(lane, core);
    } else {
        push(lane);
    }
}
