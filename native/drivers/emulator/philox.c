#include "philox.h"

#define MULTIPLIER_0 0xD2E7470EE14C6C93u
#define MULTIPLIER_1 0xCA5A826395121157u
#define WEYL_0 0x9E3779B97F4A7C15u
#define WEYL_1 0xBB67AE8584CAA73Bu

enum { ROUNDS = 10 };

__extension__ typedef unsigned __int128 wide;

void philox_block(uint64_t x[4], uint64_t key0, uint64_t key1)
{
    for (int round = 0; round < ROUNDS; round++) {
        wide product0 = (wide)MULTIPLIER_0 * x[0];
        wide product1 = (wide)MULTIPLIER_1 * x[2];
        x[0] = (uint64_t)(product1 >> 64) ^ x[1] ^ key0;
        x[1] = (uint64_t)product1;
        x[2] = (uint64_t)(product0 >> 64) ^ x[3] ^ key1;
        x[3] = (uint64_t)product0;
        key0 += WEYL_0;
        key1 += WEYL_1;
    }
}

uint32_t philox_escape(uint64_t seed, uint64_t tick, uint32_t neuron)
{
    uint64_t counter[4] = {tick, neuron, 0, 0};
    philox_block(counter, seed, 0);
    return (uint32_t)counter[0];
}
