/* Plain reads of a block of memory: the peers of a recall step, which cannot be faster than reading the patterns once. */
#include <stddef.h>
#include <stdint.h>

/* One accumulator; the compiler may vectorise it. */
uint64_t read_sum(const uint64_t *words, size_t count) {
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += words[i];
    }
    return sum;
}

/* Eight accumulators, so that no addition waits for another. */
uint64_t read_xor8(const uint64_t *words, size_t count) {
    uint64_t a[8] = {0};
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        for (int k = 0; k < 8; k++) {
            a[k] ^= words[i + k];
        }
    }
    uint64_t all = 0;
    for (int k = 0; k < 8; k++) {
        all ^= a[k];
    }
    for (; i < count; i++) {
        all ^= words[i];
    }
    return all;
}
