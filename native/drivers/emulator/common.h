/* What every part of the emulator needs: views of bytes, little-endian loads, an arena whose memory goes with a program. */
#ifndef EMULATOR_COMMON_H
#define EMULATOR_COMMON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "mneme_driver.h"

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "weights are read where they lie in the sections, which are little-endian"
#endif

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* Bytes that belong to somebody else. */
typedef struct view {
    const uint8_t *at;
    size_t size;
} view;

static inline uint16_t load16(const uint8_t *at)
{
    uint16_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static inline uint32_t load32(const uint8_t *at)
{
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static inline uint64_t load64(const uint8_t *at)
{
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static inline void store64(uint8_t *at, uint64_t value)
{
    memcpy(at, &value, sizeof value);
}

static inline uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Words of 64 bits that hold so many bits. */
static inline size_t words_for(size_t bits)
{
    return bits / 64 + (bits % 64 != 0);
}

/* Memory that is released all at once; blocks are aligned for vectors, and zero. */
typedef struct arena {
    struct arena_block *blocks;
} arena;

/* Null where there is no memory, or count * size is too large; count 0 gives a block too. */
void *arena_take(arena *arena, size_t count, size_t size);

/* Makes room for one more element in an array of *capacity that arena_grow() made (null and 0 at first); null where there is no memory. */
void *arena_grow(arena *arena, void *array, size_t count, size_t *capacity, size_t size);

/* Gives back a block before the others; null is none. */
void arena_drop(arena *arena, void *taken);

void arena_release(arena *arena);

/* What went wrong in the last call: texts, and the code of the first. */
typedef struct errors {
    char **texts;
    uint32_t count;
    uint32_t left_out;
    int code;
} errors;

void errors_clear(errors *errors);

/* Adds an error; always false, so that a check can return it. */
bool refuse(errors *errors, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Adds that memory is missing; always false. */
bool refuse_memory(errors *errors);

#endif
