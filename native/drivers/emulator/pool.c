#include "pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct pool {
    pthread_mutex_t lock;
    pthread_cond_t begun;
    pthread_cond_t done;
    uint64_t round;
    uint32_t running;
    bool closing;
    void (*work)(void *, size_t);
    void *context;
    size_t count;
    atomic_size_t next;
    uint32_t helpers;
    pthread_t threads[];
};

static void take_turns(pool *pool)
{
    for (;;) {
        size_t index = atomic_fetch_add(&pool->next, 1);
        if (index >= pool->count) {
            return;
        }
        pool->work(pool->context, index);
    }
}

static void *help(void *argument)
{
    pool *pool = argument;
    uint64_t round = 0;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (pool->round == round && !pool->closing) {
            pthread_cond_wait(&pool->begun, &pool->lock);
        }
        if (pool->closing) {
            break;
        }
        round = pool->round;
        pthread_mutex_unlock(&pool->lock);
        take_turns(pool);
        pthread_mutex_lock(&pool->lock);
        if (--pool->running == 0) {
            pthread_cond_signal(&pool->done);
        }
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

pool *pool_open(uint32_t threads)
{
    if (threads < 2) {
        return NULL;
    }
    pool *pool = calloc(1, sizeof *pool + (threads - 1) * sizeof *pool->threads);
    if (pool == NULL) {
        return NULL;
    }
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->begun, NULL);
    pthread_cond_init(&pool->done, NULL);
    while (pool->helpers < threads - 1 && pthread_create(&pool->threads[pool->helpers], NULL, help, pool) == 0) {
        pool->helpers++;
    }
    return pool;
}

void pool_run(pool *pool, void (*work)(void *, size_t), void *context, size_t count)
{
    if (pool == NULL) {
        for (size_t i = 0; i < count; i++) {
            work(context, i);
        }
        return;
    }
    pthread_mutex_lock(&pool->lock);
    pool->work = work;
    pool->context = context;
    pool->count = count;
    atomic_store(&pool->next, 0);
    pool->running = pool->helpers;
    pool->round++;
    pthread_cond_broadcast(&pool->begun);
    pthread_mutex_unlock(&pool->lock);
    take_turns(pool);
    pthread_mutex_lock(&pool->lock);
    while (pool->running > 0) {
        pthread_cond_wait(&pool->done, &pool->lock);
    }
    pthread_mutex_unlock(&pool->lock);
}

void pool_close(pool *pool)
{
    if (pool == NULL) {
        return;
    }
    pthread_mutex_lock(&pool->lock);
    pool->closing = true;
    pthread_cond_broadcast(&pool->begun);
    pthread_mutex_unlock(&pool->lock);
    for (uint32_t i = 0; i < pool->helpers; i++) {
        pthread_join(pool->threads[i], NULL);
    }
    pthread_cond_destroy(&pool->done);
    pthread_cond_destroy(&pool->begun);
    pthread_mutex_destroy(&pool->lock);
    free(pool);
}
