/* A few words for tests: a check that fails says where, and the test ends with 1. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures;

#define CHECK(condition)                                                                    \
    do {                                                                                    \
        if (!(condition)) {                                                                 \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);         \
            failures++;                                                                     \
        }                                                                                   \
    } while (0)

#define CHECK_EQUAL(expected, actual)                                                                              \
    do {                                                                                                           \
        long long expected_value = (long long)(expected);                                                          \
        long long actual_value = (long long)(actual);                                                              \
        if (expected_value != actual_value) {                                                                      \
            fprintf(stderr, "%s:%d: %s is %lld, not %lld\n", __FILE__, __LINE__, #actual, actual_value,            \
                    expected_value);                                                                               \
            failures++;                                                                                            \
        }                                                                                                          \
    } while (0)

#define CHECK_TEXT(part, text)                                                                                     \
    do {                                                                                                           \
        if (strstr((text), (part)) == NULL) {                                                                      \
            fprintf(stderr, "%s:%d: '%s' is not in '%s'\n", __FILE__, __LINE__, (part), (text));                   \
            failures++;                                                                                            \
        }                                                                                                          \
    } while (0)

/* Numbers that look random and are the same everywhere: SplitMix64 (Steele et al. 2014). */
static inline unsigned long long random_word(unsigned long long *state)
{
    unsigned long long z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static inline int done(void)
{
    if (failures > 0) {
        fprintf(stderr, "%d checks failed\n", failures);
    }
    return failures == 0 ? 0 : 1;
}

#endif
