/* How many synapses that are not 0 a spike meets on a lane, by its source: what counters call synaptic events. */
#include "network.h"

static bool is_member(const lane *lane, uint32_t target)
{
    if (lane->members == NULL) {
        return true;
    }
    uint32_t low = 0;
    uint32_t high = lane->member_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lane->members[middle] < target) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < lane->member_count && lane->members[low] == target;
}

static uint32_t member(const lane *lane, uint32_t m)
{
    return lane->members == NULL ? m : lane->members[m];
}

/* Set bits of a row, or where it is told apart from others, of those of its columns that are members. */
static uint32_t count_row(const lane *lane, const uint8_t *row)
{
    uint32_t count = 0;
    for (uint32_t w = 0; w < lane->block->words; w++) {
        for (uint64_t rest = load64(row + 8 * (size_t)w); rest != 0; rest &= rest - 1) {
            count += lane->members == NULL || is_member(lane, 64 * w + (uint32_t)__builtin_ctzll(rest));
        }
    }
    return count;
}

static void count_bits(lane *lane, view bits)
{
    const block *block = lane->block;
    size_t row_bytes = (size_t)block->words * 8;
    if (block->rows_are_sources) {
        for (uint32_t i = 0; i < block->sources; i++) {
            uint32_t row = matrix_row(block, i);
            lane->fan_out[i] = row == ABSENT_ROW ? 0 : count_row(lane, bits.at + row * row_bytes);
        }
        return;
    }
    for (uint32_t m = 0; m < lane->member_count; m++) {
        uint32_t row = matrix_row(block, member(lane, m));
        for (uint32_t w = 0; w < block->words && row != ABSENT_ROW; w++) {
            for (uint64_t rest = load64(bits.at + row * row_bytes + 8 * (size_t)w); rest != 0; rest &= rest - 1) {
                lane->fan_out[64 * w + (uint32_t)__builtin_ctzll(rest)]++;
            }
        }
    }
}

/* Without mask every stored weight of a signed matrix counts. */
static void count_rows(lane *lane)
{
    const block *block = lane->block;
    uint32_t present = 0;
    for (uint32_t m = 0; m < lane->member_count && !block->rows_are_sources; m++) {
        present += matrix_row(block, member(lane, m)) != ABSENT_ROW;
    }
    for (uint32_t i = 0; i < block->sources; i++) {
        bool stored = !block->rows_are_sources || matrix_row(block, i) != ABSENT_ROW;
        lane->fan_out[i] = !stored ? 0 : block->rows_are_sources ? lane->member_count : present;
    }
}

static void count_values(lane *lane)
{
    const block *block = lane->block;
    for (uint32_t i = 0; i < block->sources; i++) {
        if (block->form == DENSE_BYTES) {
            for (uint32_t m = 0; m < lane->member_count; m++) {
                size_t at = (size_t)i * block->targets + member(lane, m);
                lane->fan_out[i] += value_at(block->values.at, block->width, at) != 0;
            }
        } else {
            uint32_t to = load32(block->offsets.at + (size_t)i * 4 + 4);
            for (uint32_t s = load32(block->offsets.at + (size_t)i * 4); s < to; s++) {
                lane->fan_out[i] += value_at(block->values.at, block->width, s) != 0 &&
                                    is_member(lane, load32(block->to.at + (size_t)s * 4));
            }
        }
    }
}

bool count_fan_out(lane *lane, arena *arena)
{
    const block *block = lane->block;
    if (block->form == UNIFORM || (block->form == SIGN_BITS && block->scale == 0)) {
        lane->common_fan_out = block->scale == 0 ? 0 : lane->member_count;
        return true;
    }
    if (block->form == SIGN_BITS && !block->is_unsigned && block->mask.size == 0 && block->rows.size == 0) {
        lane->common_fan_out = lane->member_count;
        return true;
    }
    lane->fan_out = arena_take(arena, block->sources, sizeof *lane->fan_out);
    if (lane->fan_out == NULL) {
        return false;
    }
    if (block->form == ONE_TO_ONE) {
        for (uint32_t i = 0; i < block->sources; i++) {
            lane->fan_out[i] = number_of(&block->weight, i) != 0 && is_member(lane, block->first_target + i);
        }
    } else if (block->form != SIGN_BITS) {
        count_values(lane);
    } else if (block->is_unsigned) {
        count_bits(lane, block->plus);
    } else if (block->mask.size > 0) {
        count_bits(lane, block->mask);
    } else {
        count_rows(lane);
    }
    return true;
}
