/* Philox-4x64-10: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"; the variant that NumPy has. */
#ifndef EMULATOR_PHILOX_H
#define EMULATOR_PHILOX_H

#include <stdint.h>

/* Encrypts a counter in place, the least significant word first. */
void philox_block(uint64_t counter[4], uint64_t key0, uint64_t key1);

/* The word that decides whether a neuron escapes at a tick: stream 0, the low 32 bits of the first word. */
uint32_t philox_escape(uint64_t seed, uint64_t tick, uint32_t neuron);

#endif
