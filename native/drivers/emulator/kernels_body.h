/* Included once for each kind of processor, with NAME(function) and TARGET defined: plain loops that the compiler makes vectors of. */

TARGET static void NAME(count_common)(const packed64 *rows, size_t words, const uint64_t *known, size_t count,
                                      uint32_t *counts)
{
    for (size_t r = 0; r < count; r++, rows += words) {
        uint64_t sum = 0;
        for (size_t w = 0; w < words; w++) {
            sum += (uint64_t)__builtin_popcountll(rows[w] & known[w]);
        }
        counts[r] = (uint32_t)sum;
    }
}

TARGET static void NAME(count_without)(const packed64 *rows, size_t words, const uint64_t *known, const uint64_t *plus,
                                       size_t count, uint32_t *counts)
{
    for (size_t r = 0; r < count; r++, rows += words) {
        uint64_t sum = 0;
        for (size_t w = 0; w < words; w++) {
            sum += (uint64_t)__builtin_popcountll(rows[w] & known[w] & ~plus[w]);
        }
        counts[r] = (uint32_t)sum;
    }
}

TARGET static void NAME(count_differing)(const packed64 *rows, size_t words, const uint64_t *known, const uint64_t *plus,
                                         size_t count, uint32_t *counts)
{
    for (size_t r = 0; r < count; r++, rows += words) {
        uint64_t sum = 0;
        for (size_t w = 0; w < words; w++) {
            sum += (uint64_t)__builtin_popcountll((rows[w] ^ plus[w]) & known[w]);
        }
        counts[r] = (uint32_t)sum;
    }
}

TARGET static void NAME(count_masked)(const packed64 *rows, const packed64 *mask, size_t words, const uint64_t *known,
                                      const uint64_t *plus, size_t count, uint32_t *counts)
{
    for (size_t r = 0; r < count; r++, rows += words, mask += words) {
        uint64_t sum = 0;
        for (size_t w = 0; w < words; w++) {
            sum += (uint64_t)__builtin_popcountll((rows[w] ^ plus[w]) & mask[w] & known[w]);
        }
        counts[r] = (uint32_t)sum;
    }
}

TARGET static void NAME(add_counts)(const uint32_t *counts, size_t count, uint64_t offset, uint64_t factor, uint64_t *sums)
{
    for (size_t j = 0; j < count; j++) {
        sums[j] += offset + factor * counts[j];
    }
}

TARGET static void NAME(add_where)(const packed64 *bits, size_t count, uint64_t value, uint64_t *sums)
{
    for (size_t from = 0; from < count; from += 64, bits++) {
        uint64_t word = *bits;
        if (word == 0) {
            continue;
        }
        if (count - from >= 64) {
            for (size_t j = 0; j < 64; j++) {
                sums[from + j] += value & (0 - (word >> j & 1));
            }
        } else {
            for (size_t j = 0; j < count - from; j++) {
                sums[from + j] += value & (0 - (word >> j & 1));
            }
        }
    }
}

/* Rows are added three at a time: their sum and carry, then each into the counter it belongs to. */
TARGET static void NAME(add_rows)(const packed64 *const *rows, size_t count, size_t words, unsigned depth,
                                  uint64_t *counters)
{
    size_t r = 0;
    for (; r + 3 <= count; r += 3) {
        const packed64 *a = rows[r];
        const packed64 *b = rows[r + 1];
        const packed64 *c = rows[r + 2];
        for (size_t w = 0; w < words; w++) {
            uint64_t half = a[w] ^ b[w];
            uint64_t one = half ^ c[w];
            uint64_t two = (a[w] & b[w]) | (half & c[w]);
            uint64_t carry = counters[w] & one;
            counters[w] ^= one;
            uint64_t next = counters[words + w];
            uint64_t both = next ^ two;
            counters[words + w] = both ^ carry;
            counters[depth * words + w] = (next & two) | (both & carry);
        }
        for (unsigned d = 2; d < depth; d++) {
            for (size_t w = 0; w < words; w++) {
                uint64_t carry = counters[depth * words + w];
                uint64_t next = counters[d * words + w];
                counters[d * words + w] = next ^ carry;
                counters[depth * words + w] = next & carry;
            }
        }
    }
    for (; r < count; r++) {
        for (size_t w = 0; w < words; w++) {
            uint64_t carry = rows[r][w];
            for (unsigned d = 0; d < depth && carry != 0; d++) {
                uint64_t next = counters[d * words + w];
                counters[d * words + w] = next ^ carry;
                carry &= next;
            }
        }
    }
}

TARGET static void NAME(add_products)(const uint8_t *values, uint32_t width, size_t count, int64_t payload, uint64_t *sums)
{
    if (width == 1) {
        for (size_t j = 0; j < count; j++) {
            sums[j] += (uint64_t)payload * (uint64_t)(int8_t)values[j];
        }
    } else if (width == 2) {
        const packed16 *wide = (const packed16 *)values;
        for (size_t j = 0; j < count; j++) {
            sums[j] += (uint64_t)payload * (uint64_t)wide[j];
        }
    } else {
        const packed32 *wide = (const packed32 *)values;
        for (size_t j = 0; j < count; j++) {
            sums[j] += (uint64_t)payload * (uint64_t)wide[j];
        }
    }
}

TARGET static void NAME(add_all)(size_t count, uint64_t value, uint64_t *sums)
{
    for (size_t j = 0; j < count; j++) {
        sums[j] += value;
    }
}

TARGET static plain_result NAME(plain)(const plain_rule *rule, uint64_t *sums, int32_t *u, int32_t *v, size_t count)
{
    const plain_rule r = *rule;
    const int64_t lowest = -r.largest - 1;
    uint64_t changed = 0;
    uint64_t fired = 0;
    uint64_t saturations = 0;
    for (size_t j = 0; j < count; j++) {
        int64_t a = (int64_t)sums[j];
        sums[j] = 0;
        int64_t next_u = a > r.largest ? r.largest : a < lowest ? lowest : a;
        int64_t exact = (v[j] & r.keep) + next_u;
        int64_t next_v = exact > r.largest ? r.largest : exact < lowest ? lowest : exact;
        saturations += (uint64_t)(next_u != a) + (uint64_t)(next_v != exact);
        next_v = next_v < r.floor ? r.floor : next_v;
        changed |= (uint64_t)((next_u ^ u[j]) | (next_v ^ v[j]));
        fired |= (uint64_t)(next_v > r.threshold);
        u[j] = (int32_t)next_u;
        v[j] = (int32_t)next_v;
    }
    return (plain_result){changed != 0, fired != 0, saturations};
}

TARGET static void NAME(above)(const int32_t *v, size_t count, int32_t threshold, uint64_t *above)
{
    for (size_t from = 0; from < count; from += 64) {
        uint64_t bits = 0;
        for (size_t j = from; j < from + 64 && j < count; j++) {
            bits |= (uint64_t)(v[j] > threshold) << (j - from);
        }
        above[from / 64] = bits;
    }
}

static const kernels NAME(kernels) = {
    .name = KERNELS_NAME,
    .count_common = NAME(count_common),
    .count_without = NAME(count_without),
    .count_differing = NAME(count_differing),
    .count_masked = NAME(count_masked),
    .add_counts = NAME(add_counts),
    .add_where = NAME(add_where),
    .add_rows = NAME(add_rows),
    .add_products = NAME(add_products),
    .add_all = NAME(add_all),
    .plain = NAME(plain),
    .above = NAME(above),
};
