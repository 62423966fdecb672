#include "crc32c.h"

#include "common.h"

/* Sums of the 16 values of four bits: half a byte at a time needs no table that would have to be made first. */
static const uint32_t NIBBLES[16] = {
    0x00000000, 0x105ec76f, 0x20bd8ede, 0x30e349b1, 0x417b1dbc, 0x5125dad3, 0x61c69362, 0x7198540d,
    0x82f63b78, 0x92a8fc17, 0xa24bb5a6, 0xb21572c9, 0xc38d26c4, 0xd3d3e1ab, 0xe330a81a, 0xf36e6f75,
};

uint32_t crc32c_portable(uint32_t sum, const void *bytes, size_t length)
{
    const uint8_t *at = bytes;
    sum = ~sum;
    for (size_t i = 0; i < length; i++) {
        sum ^= at[i];
        sum = sum >> 4 ^ NIBBLES[sum & 15];
        sum = sum >> 4 ^ NIBBLES[sum & 15];
    }
    return ~sum;
}

#if defined(__x86_64__)
#include <nmmintrin.h>

__attribute__((target("sse4.2"))) static uint32_t crc32c_x86(uint32_t sum, const uint8_t *at, size_t length)
{
    uint64_t wide = ~sum;
    for (; length >= 8; length -= 8, at += 8) {
        wide = _mm_crc32_u64(wide, load64(at));
    }
    uint32_t narrow = (uint32_t)wide;
    for (; length > 0; length--, at++) {
        narrow = _mm_crc32_u8(narrow, *at);
    }
    return ~narrow;
}

uint32_t crc32c(uint32_t sum, const void *bytes, size_t length)
{
    return __builtin_cpu_supports("sse4.2") ? crc32c_x86(sum, bytes, length) : crc32c_portable(sum, bytes, length);
}
#else
uint32_t crc32c(uint32_t sum, const void *bytes, size_t length)
{
    return crc32c_portable(sum, bytes, length);
}
#endif

uint32_t crc32c_section(uint32_t kind, const void *payload, size_t length)
{
    uint8_t head[5] = {(uint8_t)kind, (uint8_t)length, (uint8_t)(length >> 8), (uint8_t)(length >> 16),
                       (uint8_t)(length >> 24)};
    return crc32c(crc32c(0, head, sizeof head), payload, length);
}
