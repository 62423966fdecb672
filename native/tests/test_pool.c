/* Threads: every piece of work is done once, and all of it before the call returns. */
#include "check.h"
#include "pool.h"

enum { PIECES = 100, ROUNDS = 300 };

static void count(void *context, size_t index)
{
    unsigned *done_of = context;
    done_of[index]++;
}

static void each_piece_is_done_once(uint32_t threads)
{
    pool *pool = pool_open(threads);
    CHECK((pool == NULL) == (threads < 2));
    unsigned done_of[PIECES] = {0};
    for (unsigned round = 1; round <= ROUNDS; round++) {
        pool_run(pool, count, done_of, round % 5 == 0 ? 0 : PIECES);
        unsigned expected = round - round / 5;
        for (int i = 0; i < PIECES; i++) {
            CHECK_EQUAL(expected, done_of[i]);
        }
    }
    pool_close(pool);
}

int main(void)
{
    each_piece_is_done_once(1);
    each_piece_is_done_once(2);
    each_piece_is_done_once(5);
    return done();
}
