/* Which weight format holds the weights of a block, and what its synapses take. */
#include "usage.h"

enum { FARTHEST_EXPONENT = 30 };

__extension__ typedef __int128 wide;

/* The least and the largest weight that is not 0, and the greatest common divisor of all; divisor 0 where there is none. */
typedef struct span {
    int64_t low;
    int64_t high;
    int64_t divisor;
} span;

static void widen(span *span, int64_t weight)
{
    if (weight == 0) {
        return;
    }
    int64_t a = span->divisor;
    int64_t b = weight < 0 ? -weight : weight;
    span->low = a == 0 || weight < span->low ? weight : span->low;
    span->high = a == 0 || weight > span->high ? weight : span->high;
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    span->divisor = a;
}

static span span_of(const block *block)
{
    span span = {0, 0, 0};
    switch (block->form) {
    case SIGN_BITS:
        widen(&span, block->scale);
        widen(&span, block->is_unsigned ? 0 : -block->scale);
        break;
    case UNIFORM:
        widen(&span, block->scale);
        break;
    case ONE_TO_ONE:
        for (size_t i = 0; i < block->weight.count; i++) {
            widen(&span, block->weight.at[i]);
        }
        break;
    case DENSE_BYTES:
    case SPARSE_BYTES:
        for (size_t i = 0; i < block->values.size / block->width; i++) {
            widen(&span, value_at(block->values.at, block->width, i));
        }
        break;
    }
    return span;
}

static bool holds_weight(const weight_format *format, int64_t weight, int exponent)
{
    if (weight != (int32_t)weight || (exponent >= 0 && (weight & ((INT64_C(1) << exponent) - 1)) != 0)) {
        return false;
    }
    int64_t mantissa = exponent >= 0 ? weight / (INT64_C(1) << exponent) : weight * (INT64_C(1) << -exponent);
    return mantissa >= format->low && mantissa <= format->high && mantissa % format->step == 0;
}

/* Mantissas are multiples of the divisor's, and all are multiples of the step iff that one is. */
static bool holds(const weight_format *format, const span *span, int exponent)
{
    if (exponent < format->lowest_exponent || exponent > format->highest_exponent) {
        return false;
    }
    wide divisor = exponent >= 0 ? (wide)span->divisor >> exponent : (wide)span->divisor << -exponent;
    return holds_weight(format, span->low, exponent) && holds_weight(format, span->high, exponent) &&
           divisor % format->step == 0 && (exponent <= 0 || span->divisor % (INT64_C(1) << exponent) == 0);
}

static bool find_exponent(const weight_format *format, const span *span, int *exponent)
{
    for (int away = 0; away <= FARTHEST_EXPONENT; away++) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            if (holds(format, span, sign * away)) {
                *exponent = sign * away;
                return true;
            }
        }
    }
    return false;
}

bool choose_format(const block *block, const target *target, bool *any, chosen_format *chosen, uint32_t *bits)
{
    span span = span_of(block);
    bool found = false;
    *any = span.divisor != 0;
    *bits = 0;
    for (size_t f = 0; f < target->format_count && *any; f++) {
        const weight_format *format = &target->formats[f];
        int exponent;
        if ((!found || format->bits < *bits) && find_exponent(format, &span, &exponent)) {
            found = true;
            *bits = format->bits;
            *chosen = (chosen_format)f * 256 + exponent;
        }
    }
    return found || !*any || target->format_count == 0;
}

static uint64_t words(const synapse_rows *rows, uint64_t synapses, uint64_t each)
{
    uint64_t needed = (rows->header_bits + synapses * each + rows->word_bits - 1) / rows->word_bits;
    return needed < 1 ? 1 : needed;
}

/* Over all sizes of blocks: the fullest need not be the cheapest, one that ends with a word wastes nothing. */
static uint64_t blocks(const synapse_rows *rows, uint64_t synapses, uint64_t each)
{
    if (rows->header_bits == 0 && rows->word_bits == 1) {
        return synapses * each;
    }
    uint64_t most = synapses < rows->synapses_per_block ? synapses : rows->synapses_per_block;
    uint64_t best = UINT64_MAX;
    for (uint64_t size = words(rows, 1, each); size <= words(rows, most, each); size++) {
        uint64_t room = each == 0 ? most : (size * rows->word_bits - rows->header_bits) / each;
        uint64_t fit = room < most ? room : most;
        uint64_t rest = synapses % fit;
        uint64_t bits = (synapses / fit * size + (rest == 0 ? 0 : words(rows, rest, each))) * rows->word_bits;
        best = bits < best ? bits : best;
    }
    return best;
}

uint64_t row_bits(const synapse_rows *rows, uint64_t targets, uint64_t stored, uint32_t weight_bits, bool delayed)
{
    if (rows->crossbar || stored == 0 || rows->word_bits == 0 || rows->synapses_per_block == 0) {
        return 0;
    }
    uint64_t each = (uint64_t)weight_bits + rows->extra_bits + (delayed ? rows->delay_bits : 0);
    uint64_t dense = blocks(rows, targets, each);
    uint64_t sparse = blocks(rows, stored, each + rows->index_bits);
    return dense < sparse ? dense : sparse;
}
