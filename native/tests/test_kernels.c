/* Every kernel that this processor can run says the same as plain arithmetic, whatever the length and alignment. */
#include "check.h"
#include "kernels.h"

enum { ROWS = 7, WORDS = 9, NEURONS = 200, ROUNDS = 60 };

static unsigned long long state = 20;

static uint64_t draw(void)
{
    return random_word(&state);
}

/* The kernels read rows from sections, at any byte. */
static packed64 *draw_rows(uint8_t *bytes, size_t offset, size_t words)
{
    for (size_t i = 0; i < words * 8; i++) {
        bytes[offset + i] = (uint8_t)draw();
    }
    return (packed64 *)(bytes + offset);
}

static void counts_are_popcounts(const kernels *kernels)
{
    uint8_t bytes[2][ROWS * WORDS * 8 + 8];
    uint64_t known[WORDS];
    uint64_t plus[WORDS];
    for (int round = 0; round < ROUNDS; round++) {
        size_t words = 1 + draw() % WORDS;
        packed64 *rows = draw_rows(bytes[0], round % 8, ROWS * words);
        packed64 *mask = draw_rows(bytes[1], round % 5, ROWS * words);
        for (size_t w = 0; w < words; w++) {
            known[w] = draw();
            plus[w] = known[w] & draw();
        }
        uint32_t counts[4][ROWS];
        kernels->count_common(rows, words, known, ROWS, counts[0]);
        kernels->count_without(rows, words, known, plus, ROWS, counts[1]);
        kernels->count_differing(rows, words, known, plus, ROWS, counts[2]);
        kernels->count_masked(rows, mask, words, known, plus, ROWS, counts[3]);
        for (size_t r = 0; r < ROWS; r++) {
            uint32_t expected[4] = {0};
            for (size_t j = 0; j < 64 * words; j++) {
                unsigned bit = rows[r * words + j / 64] >> j % 64 & 1;
                unsigned there = known[j / 64] >> j % 64 & 1;
                unsigned positive = plus[j / 64] >> j % 64 & 1;
                unsigned masked = mask[r * words + j / 64] >> j % 64 & 1;
                expected[0] += bit & there;
                expected[1] += bit & there & !positive;
                expected[2] += (bit != positive) & there;
                expected[3] += (bit != positive) & there & masked;
            }
            for (int k = 0; k < 4; k++) {
                CHECK_EQUAL(expected[k], counts[k][r]);
            }
        }
    }
}

static void bits_are_added_where_they_are_set(const kernels *kernels)
{
    uint8_t bytes[NEURONS / 8 + 16];
    for (int round = 0; round < ROUNDS; round++) {
        size_t count = 1 + draw() % NEURONS;
        packed64 *bits = draw_rows(bytes, round % 8, words_for(count));
        uint64_t value = draw();
        uint64_t sums[NEURONS];
        uint64_t expected[NEURONS];
        for (size_t j = 0; j < count; j++) {
            sums[j] = draw();
            expected[j] = sums[j] + (bits[j / 64] >> j % 64 & 1) * value;
        }
        kernels->add_where(bits, count, value, sums);
        CHECK(memcmp(sums, expected, count * sizeof *sums) == 0);
        kernels->add_all(count, value, sums);
        for (size_t j = 0; j < count; j++) {
            CHECK(sums[j] == expected[j] + value);
        }
    }
}

static void rows_are_counted_column_by_column(const kernels *kernels)
{
    enum { MOST = 70 };
    uint8_t bytes[MOST * WORDS * 8 + 8];
    for (int round = 0; round < ROUNDS; round++) {
        size_t words = 1 + draw() % WORDS;
        size_t count = 1 + draw() % MOST;
        packed64 *all = draw_rows(bytes, round % 8, count * words);
        const packed64 *rows[MOST];
        for (size_t r = 0; r < count; r++) {
            rows[r] = all + r * words;
        }
        unsigned depth = 7;
        uint64_t counters[8 * WORDS] = {0};
        kernels->add_rows(rows, count, words, depth, counters);
        for (size_t j = 0; j < 64 * words; j++) {
            unsigned expected = 0;
            unsigned actual = 0;
            for (size_t r = 0; r < count; r++) {
                expected += rows[r][j / 64] >> j % 64 & 1;
            }
            for (unsigned d = 0; d < depth; d++) {
                actual |= (counters[d * words + j / 64] >> j % 64 & 1) << d;
            }
            CHECK_EQUAL(expected, actual);
        }
    }
}

static void products_are_exact(const kernels *kernels)
{
    uint8_t bytes[NEURONS * 4 + 8];
    for (int round = 0; round < ROUNDS; round++) {
        size_t count = 1 + draw() % NEURONS;
        uint32_t width = 1u << round % 3;
        uint8_t *values = bytes + round % 7;
        for (size_t i = 0; i < count * width; i++) {
            values[i] = (uint8_t)draw();
        }
        int64_t payload = (int32_t)draw();
        uint64_t sums[NEURONS];
        uint64_t before[NEURONS];
        for (size_t j = 0; j < count; j++) {
            before[j] = sums[j] = draw();
        }
        kernels->add_products(values, width, count, payload, sums);
        for (size_t j = 0; j < count; j++) {
            int64_t value = 0;
            memcpy(&value, values + j * width, width);
            value = (int64_t)((uint64_t)value << (64 - 8 * width)) >> (64 - 8 * width);
            CHECK(sums[j] == before[j] + (uint64_t)(payload * value));
        }
    }
}

static int64_t clamp(int64_t x, int64_t low, int64_t high)
{
    return x < low ? low : x > high ? high : x;
}

static void plain_neurons_saturate_and_are_floored(const kernels *kernels)
{
    for (int round = 0; round < ROUNDS; round++) {
        int64_t largest = round % 2 == 0 ? (1 << 23) - 1 : INT32_MAX;
        plain_rule rule = {round % 3 == 0 ? 0 : -1, round % 4 == 0 ? INT64_MIN : -(int64_t)(draw() % 50), (int64_t)(draw() % 100), largest};
        size_t count = 1 + draw() % NEURONS;
        uint64_t sums[NEURONS];
        int32_t u[NEURONS];
        int32_t v[NEURONS];
        int32_t expected_u[NEURONS];
        int32_t expected_v[NEURONS];
        bool changed = false;
        bool fired = false;
        uint64_t saturations = 0;
        for (size_t j = 0; j < count; j++) {
            uint64_t kind = draw() % 8;
            int64_t a = kind == 0 ? (int64_t)draw() : kind == 1 ? largest + 1 - (int64_t)(draw() % 3) : (int64_t)(draw() % 400) - 200;
            a = kind == 7 ? 0 : a;
            sums[j] = (uint64_t)a;
            u[j] = (int32_t)(draw() % 5) - 2;
            v[j] = (int32_t)(draw() % 300) - 150;
            int64_t next_u = clamp(a, -largest - 1, largest);
            int64_t exact = (rule.keep == 0 ? 0 : v[j]) + next_u;
            int64_t next_v = clamp(exact, -largest - 1, largest);
            saturations += (next_u != a) + (next_v != exact);
            next_v = next_v < rule.floor ? rule.floor : next_v;
            changed |= next_u != u[j] || next_v != v[j];
            fired |= next_v > rule.threshold;
            expected_u[j] = (int32_t)next_u;
            expected_v[j] = (int32_t)next_v;
        }
        plain_result result = kernels->plain(&rule, sums, u, v, count);
        CHECK_EQUAL(changed, result.changed);
        CHECK_EQUAL(fired, result.fired);
        CHECK_EQUAL(saturations, result.saturations);
        CHECK(memcmp(u, expected_u, count * sizeof *u) == 0 && memcmp(v, expected_v, count * sizeof *v) == 0);
        for (size_t j = 0; j < count; j++) {
            CHECK(sums[j] == 0);
        }
    }
}

static void counts_are_added_by_their_factor(const kernels *kernels)
{
    uint32_t counts[NEURONS];
    uint64_t sums[NEURONS];
    uint64_t before[NEURONS];
    uint64_t offset = draw();
    uint64_t factor = draw();
    for (size_t j = 0; j < NEURONS; j++) {
        counts[j] = (uint32_t)draw();
        before[j] = sums[j] = draw();
    }
    kernels->add_counts(counts, NEURONS, offset, factor, sums);
    for (size_t j = 0; j < NEURONS; j++) {
        CHECK(sums[j] == before[j] + offset + factor * counts[j]);
    }
}

static void neurons_above_are_found(const kernels *kernels)
{
    int32_t v[NEURONS];
    uint64_t above[4];
    for (size_t count = 1; count <= NEURONS; count++) {
        int32_t threshold = count % 3 == 0 ? INT32_MAX - 1 : (int32_t)(draw() % 7) - 3;
        for (size_t j = 0; j < count; j++) {
            v[j] = draw() % 9 == 0 ? INT32_MAX : (int32_t)(draw() % 9) - 4;
        }
        kernels->above(v, count, threshold, above);
        for (size_t j = 0; j < count; j++) {
            CHECK_EQUAL(v[j] > threshold, above[j / 64] >> j % 64 & 1);
        }
    }
}

int main(void)
{
    const kernels *found[8];
    size_t count = kernels_all(found, 8);
    CHECK(count > 0);
    for (size_t i = 0; i < count; i++) {
        printf("%s\n", found[i]->name);
        counts_are_popcounts(found[i]);
        bits_are_added_where_they_are_set(found[i]);
        rows_are_counted_column_by_column(found[i]);
        products_are_exact(found[i]);
        plain_neurons_saturate_and_are_floored(found[i]);
        counts_are_added_by_their_factor(found[i]);
        neurons_above_are_found(found[i]);
    }
    return done();
}
