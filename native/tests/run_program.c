/*
 * Runs a program as fast as it goes and says how fast: run_program FILE [TICKS] [OPTIONS OF THE URI]. The first half of the sources of the
 * first population spike at tick 0, which cues a winner-take-all memory; what follows is its own doing. The first tenth is not timed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "check.h"
#include "program_file.h"

enum { BATCH = 100000 };

/* Of this thread's own time where there is only one, so that other programs do not count. */
static clockid_t timer = CLOCK_THREAD_CPUTIME_ID;

static double seconds(void)
{
    struct timespec time;
    clock_gettime(timer, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int main(int count, char **arguments)
{
    if (count < 2) {
        fprintf(stderr, "run_program FILE [TICKS] [OPTIONS]\n");
        return 2;
    }
    uint64_t ticks = count > 2 ? strtoull(arguments[2], NULL, 10) : 1000;
    timer = count > 3 && strstr(arguments[3], "threads") != NULL ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID;
    program_file program = program_read(arguments[1]);
    double begun = seconds();
    mneme_board *board = program_open(&program, count > 3 ? arguments[3] : "", 1);
    printf("loaded %zu sections in %.3f s\n", program.count, seconds() - begun);
    mneme_event *events = malloc(BATCH * sizeof *events);
    uint32_t sources = 0;
    size_t accepted = 1;
    while (accepted == 1 && sources < BATCH) {
        mneme_event event = {UINT64_MAX - 1, sources++, 1};
        mneme_send(board, &event, 1, FOREVER, &accepted);
    }
    mneme_start(board, 1, FOREVER);
    for (uint32_t id = 0; id < (sources - 1) / 2; id++) {
        events[id] = (mneme_event){0, id, 1};
    }
    mneme_send(board, events, (sources - 1) / 2, FOREVER, &accepted);
    double spent = 0;
    mneme_counters before = {0};
    for (uint64_t tick = 0; tick < ticks; tick++) {
        uint64_t executed;
        size_t received;
        if (tick == ticks / 10) {
            mneme_read_counters(board, &before, FOREVER);
            spent = 0;
        }
        double started = seconds();
        if (mneme_step(board, 1, FOREVER, &executed) != MNEME_OK) {
            fprintf(stderr, "%s\n", error_texts(board));
            return 1;
        }
        do {
            mneme_receive(board, events, BATCH, FOREVER, &received);
        } while (received == BATCH);
        spent += seconds() - started;
    }
    mneme_counters counters;
    mneme_read_counters(board, &counters, FOREVER);
    printf("%llu ticks, %llu spikes, %llu synaptic events in %.3f s: %.3g synaptic events a second\n",
           (unsigned long long)counters.tick, (unsigned long long)counters.spikes,
           (unsigned long long)counters.synaptic_events, spent,
           (double)(counters.synaptic_events - before.synaptic_events) / spent);
    free(events);
    mneme_close(board);
    program_free(&program);
    return 0;
}
