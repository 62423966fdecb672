/* Threads that share the cores of a tick; the result does not depend on them. */
#ifndef EMULATOR_POOL_H
#define EMULATOR_POOL_H

#include "common.h"

typedef struct pool pool;

/* As many threads as wanted, the caller's included; null where there are none to be had, which is no mistake. */
pool *pool_open(uint32_t threads);

/* Calls work(context, 0 ... count - 1), each once, and returns when all have returned; without a pool in order. */
void pool_run(pool *pool, void (*work)(void *context, size_t index), void *context, size_t count);

void pool_close(pool *pool);

#endif
