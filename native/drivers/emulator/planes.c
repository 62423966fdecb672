/* Packs spikes so that a row of bits meets 64 of them in one popcount. */
#include "delivery.h"

enum { MOST_WEIGHTS = 32 };

static bool take_planes(planes *planes, uint32_t sources, arena *arena)
{
    if (planes->known != NULL) {
        return true;
    }
    planes->words = words_for(sources);
    planes->known = arena_take(arena, MOST_WEIGHTS * planes->words, sizeof *planes->known);
    planes->plus = arena_take(arena, MOST_WEIGHTS * planes->words, sizeof *planes->plus);
    return planes->known != NULL && planes->plus != NULL;
}

static uint32_t magnitude(int32_t payload)
{
    return payload < 0 ? 0 - (uint32_t)payload : (uint32_t)payload;
}

/* One plane for each magnitude, if there are fewer of them than bits in the largest. */
static bool by_magnitude(planes *planes, const spikes *spikes, uint32_t bits)
{
    planes->count = 0;
    for (uint32_t k = 0; k < spikes->count; k++) {
        uint32_t found = 0;
        int64_t wanted = magnitude(spikes->payloads[k]);
        while (found < planes->count && planes->weight[found] != wanted) {
            found++;
        }
        if (wanted != 0 && found == planes->count) {
            if (planes->count == bits) {
                return false;
            }
            planes->weight[planes->count++] = wanted;
        }
    }
    return true;
}

static void set(planes *planes, uint32_t plane, uint32_t neuron, bool plus)
{
    uint64_t bit = UINT64_C(1) << neuron % 64;
    planes->known[plane * planes->words + neuron / 64] |= bit;
    planes->plus[plane * planes->words + neuron / 64] |= plus ? bit : 0;
    planes->size[plane]++;
}

bool pack(planes *planes, const spikes *spikes, uint32_t sources, arena *arena)
{
    if (!take_planes(planes, sources, arena)) {
        return false;
    }
    uint32_t any = 0;
    int32_t signs = 0;
    bool zeros = false;
    for (uint32_t k = 0; k < spikes->count; k++) {
        zeros |= spikes->payloads[k] == 0;
        any |= magnitude(spikes->payloads[k]);
        signs |= spikes->payloads[k];
    }
    uint32_t bits = any == 0 ? 0 : 32 - (uint32_t)__builtin_clz(any);
    bool whole = by_magnitude(planes, spikes, bits);
    planes->all_plus = signs >= 0;
    planes->apart = whole && !zeros;
    if (!whole) {
        planes->count = bits;
    }
    memset(planes->known, 0, planes->count * planes->words * sizeof *planes->known);
    memset(planes->plus, 0, planes->count * planes->words * sizeof *planes->plus);
    memset(planes->size, 0, sizeof planes->size);
    for (uint32_t k = 0; k < spikes->count; k++) {
        bool plus = spikes->payloads[k] > 0;
        uint32_t rest = magnitude(spikes->payloads[k]);
        if (whole && rest != 0) {
            uint32_t plane = 0;
            while (planes->weight[plane] != rest) {
                plane++;
            }
            set(planes, plane, spikes->neurons[k], plus);
            continue;
        }
        for (; rest != 0; rest &= rest - 1) {
            set(planes, (uint32_t)__builtin_ctz(rest), spikes->neurons[k], plus);
        }
    }
    for (uint32_t p = 0; p < planes->count && !whole; p++) {
        planes->weight[p] = INT64_C(1) << p;
    }
    return true;
}
