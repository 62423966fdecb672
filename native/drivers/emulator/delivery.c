#include "delivery.h"

#include "kernels.h"

/* Words that are counted in the time in which one spike's bit is looked up. */
enum { WORDS_A_SPIKE = 12 };

static uint32_t lower_bound(const spikes *volley, uint32_t neuron)
{
    uint32_t low = 0;
    uint32_t high = volley->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (volley->neurons[middle] < neuron) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* What is heard, as sources of the block: a part of the volley where it can be, or else a copy. */
static bool filter(lane *lane, const spikes *volley, arena *arena)
{
    if (lane->heard_count == 1 && lane->offset == 0) {
        uint32_t from = lower_bound(volley, lane->heard[0].from);
        uint32_t to = lower_bound(volley, lane->heard[0].to);
        lane->arriving = (spikes){volley->neurons + from, volley->payloads + from, to - from, 0};
        return true;
    }
    uint32_t count = 0;
    for (size_t h = 0; h < lane->heard_count; h++) {
        count += lower_bound(volley, lane->heard[h].to) - lower_bound(volley, lane->heard[h].from);
    }
    if (!reserve_spikes(&lane->own, count, lane->block->sources, arena)) {
        return false;
    }
    lane->arriving = (spikes){lane->own.neurons, lane->own.payloads, 0, 0};
    for (size_t h = 0; h < lane->heard_count; h++) {
        uint32_t to = lower_bound(volley, lane->heard[h].to);
        for (uint32_t k = lower_bound(volley, lane->heard[h].from); k < to; k++) {
            lane->arriving.neurons[lane->arriving.count] = volley->neurons[k] - lane->offset;
            lane->arriving.payloads[lane->arriving.count++] = volley->payloads[k];
        }
    }
    return true;
}

/* Counting rows of bits counts the synapses that are not 0, if the bits say which these are and no spike is counted twice. */
static void find_counted(lane *lane)
{
    const block *block = lane->block;
    lane->is_counted = lane->fan_out != NULL && lane->planes->apart && (block->is_unsigned || block->mask.size > 0);
}

static bool pack_for(lane *lane, arrival *arrival, network *network)
{
    const block *block = lane->block;
    lane->planes = NULL;
    lane->is_counted = false;
    if (block->form != SIGN_BITS || block->rows_are_sources ||
        (uint64_t)lane->arriving.count * WORDS_A_SPIKE < block->words) {
        return true;
    }
    lane->planes = lane->whole ? &arrival->planes : &lane->own_planes;
    bool packed = lane->whole && arrival->packed_at == network->tick + 1;
    if (!packed && !pack(lane->planes, &lane->arriving, block->sources, &network->arena)) {
        return false;
    }
    if (lane->whole) {
        arrival->packed_at = network->tick + 1;
    }
    find_counted(lane);
    return true;
}

bool receive(lane *lane, arrival *arrival, const spikes *volley, network *network, bool *memory)
{
    if (lane->whole) {
        lane->arriving = *volley;
    } else if (!filter(lane, volley, &network->arena)) {
        *memory = false;
        return false;
    }
    if (lane->arriving.count == 0) {
        return false;
    }
    *memory = pack_for(lane, arrival, network);
    return *memory;
}

uint64_t met(const lane *lane)
{
    if (lane->fan_out == NULL) {
        return (uint64_t)lane->arriving.count * lane->common_fan_out;
    }
    uint64_t sum = 0;
    for (uint32_t k = 0; k < lane->arriving.count; k++) {
        sum += lane->fan_out[lane->arriving.neurons[k]];
    }
    return sum;
}

void reach_members(const lane *lane)
{
    uint64_t *reached = lane->cells->reached;
    if (lane->members != NULL) {
        for (uint32_t m = 0; m < lane->member_count; m++) {
            reach(lane, lane->members[m]);
        }
        return;
    }
    uint32_t size = lane->cells->size;
    memset(reached, 0xff, size / 64 * sizeof *reached);
    if (size % 64 != 0) {
        reached[size / 64] |= (UINT64_C(1) << size % 64) - 1;
    }
}

void deliver(lane *lane, core_state *core)
{
    lane->cells->touched = true;
    if (lane->block->form != SIGN_BITS) {
        deliver_values(lane);
    } else if (lane->block->rows_are_sources) {
        deliver_rows_of_sources(lane, core);
    } else {
        deliver_rows_of_targets(lane, core);
    }
}

static bool has_member(const lane *lane, uint32_t target)
{
    if (lane->members == NULL) {
        return target < lane->cells->size;
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

bool meets(const lane *lane, uint32_t source)
{
    const block *block = lane->block;
    switch (block->form) {
    case SIGN_BITS:
        if (block->rows_are_sources) {
            return matrix_row(block, source) != ABSENT_ROW;
        }
        for (uint32_t m = 0; m < lane->member_count; m++) {
            if (matrix_row(block, lane_member(lane, m)) != ABSENT_ROW) {
                return true;
            }
        }
        return false;
    case SPARSE_BYTES:
        for (uint32_t s = load32(block->offsets.at + (size_t)source * 4);
             s < load32(block->offsets.at + (size_t)source * 4 + 4); s++) {
            if (has_member(lane, load32(block->to.at + (size_t)s * 4))) {
                return true;
            }
        }
        return false;
    case ONE_TO_ONE:
        return has_member(lane, block->first_target + source);
    case DENSE_BYTES:
    case UNIFORM:
        break;
    }
    return true;
}
