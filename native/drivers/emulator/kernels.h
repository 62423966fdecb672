/* The inner loops, once for each kind of processor; kernels_body.h has them, kernels.c chooses. */
#ifndef EMULATOR_KERNELS_H
#define EMULATOR_KERNELS_H

#include "common.h"

/* Words in a section, at whatever alignment. */
typedef uint64_t __attribute__((aligned(1), may_alias)) packed64;
typedef int32_t __attribute__((aligned(1), may_alias)) packed32;
typedef int16_t __attribute__((aligned(1), may_alias)) packed16;

/* How plain neurons are updated: see plain.c. */
typedef struct plain_rule {
    int64_t keep; /* all bits set: the potential is kept; 0: it is not */
    int64_t floor;
    int64_t threshold;
    int64_t largest;
} plain_rule;

typedef struct plain_result {
    bool changed;
    bool fired; /* some are above the threshold, and still to be reset */
    uint64_t saturations;
} plain_result;

typedef struct kernels {
    const char *name;
    /* Bits that rows of `words` have in common with a plane, a row after the other; one count a row. */
    void (*count_common)(const packed64 *rows, size_t words, const uint64_t *known, size_t count, uint32_t *counts);
    /* The same of rows that are not set where the plane is positive. */
    void (*count_without)(const packed64 *rows, size_t words, const uint64_t *known, const uint64_t *plus, size_t count,
                          uint32_t *counts);
    /* Bits of known in which rows differ from plus, .. */
    void (*count_differing)(const packed64 *rows, size_t words, const uint64_t *known, const uint64_t *plus, size_t count,
                            uint32_t *counts);
    /* .. and in which a mask is set. */
    void (*count_masked)(const packed64 *rows, const packed64 *mask, size_t words, const uint64_t *known,
                         const uint64_t *plus, size_t count, uint32_t *counts);
    /* sums[j] += offset + factor * counts[j] */
    void (*add_counts)(const uint32_t *counts, size_t count, uint64_t offset, uint64_t factor, uint64_t *sums);
    /* sums[j] += value where bit j of the words is set. */
    void (*add_where)(const packed64 *bits, size_t count, uint64_t value, uint64_t *sums);
    /* Adds bits of rows, 64 columns a word, into counters of `depth` bits: word w of bit b is counters[b * words + w]. */
    void (*add_rows)(const packed64 *const *rows, size_t count, size_t words, unsigned depth, uint64_t *counters);
    /* sums[j] += payload * values[j], values of 1, 2, 4 bytes. */
    void (*add_products)(const uint8_t *values, uint32_t width, size_t count, int64_t payload, uint64_t *sums);
    /* sums[j] += value */
    void (*add_all)(size_t count, uint64_t value, uint64_t *sums);
    plain_result (*plain)(const plain_rule *rule, uint64_t *sums, int32_t *u, int32_t *v, size_t count);
    /* Bits of those that are above a threshold. */
    void (*above)(const int32_t *v, size_t count, int32_t threshold, uint64_t *above);
} kernels;

/* Those for this processor. */
const kernels *kernels_best(void);

/* All that this processor can run, the plainest first; for tests. */
size_t kernels_all(const kernels **found, size_t capacity);

#endif
