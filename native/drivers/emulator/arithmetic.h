/* The arithmetic of states, one rule a function: docs/concepts/semantics.md. States have 24 or 32 bits, sums of input 64. */
#ifndef EMULATOR_ARITHMETIC_H
#define EMULATOR_ARITHMETIC_H

#include <stdbool.h>
#include <stdint.h>

enum { KEEPS_NOTHING = 4096 };

/* Every sum beyond this saturates any state alike; so far from overflow, a state can be added to it. */
#define WIDE (INT64_C(1) << 61)

/* Thresholds, biases and leaks are within this, so that sums of a few of them stay far from overflow. */
#define LARGEST_PARAMETER (INT64_C(1) << 53)

static inline int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static inline int64_t most(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static inline int64_t largest_state(uint32_t bits)
{
    return (INT64_C(1) << (bits - 1)) - 1;
}

static inline int64_t saturate(int64_t x, int64_t largest)
{
    return most(least(x, largest), -largest - 1);
}

/* dec(x, delta): a product, divided and truncated toward zero. */
static inline int64_t decay_fraction(int64_t x, int64_t delta)
{
    return x * (KEEPS_NOTHING - delta) / 4096;
}

/* A step toward zero, never past it. */
static inline int64_t decay_linear(int64_t x, int64_t step)
{
    return x > 0 ? most(x - step, 0) : least(x + step, 0);
}

/* x + a, where a is an exact sum of input; cut only where saturation follows anyway. */
static inline int64_t plus_input(int64_t x, int64_t a)
{
    return x + most(least(a, WIDE), -WIDE);
}

#endif
