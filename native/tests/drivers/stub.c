/*
 * A driver that misbehaves on demand, for the tests of the Java side (backends/board). The path of a URI says how: "stub:hang-in-open".
 * Its board takes any program and executes ticks without doing anything, but echoes the events it is sent when their tick comes.
 * Compiled with -DSTUB_ABI=7 it speaks another version, with -DSTUB_WITHOUT_STEP it lacks a function, with -DSTUB_CRASH_IN_LOADING it
 * crashes before anybody has called it.
 */
#define _POSIX_C_SOURCE 200809L
#include "mneme_driver.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef STUB_ABI
#define STUB_ABI MNEME_DRIVER_ABI
#endif
#ifndef STUB_SCHEME
#define STUB_SCHEME "stub"
#endif

enum { QUEUE = 8, TEXTS = 3 };

struct mneme_board {
    char path[64];
    uint64_t tick;
    mneme_event waiting[QUEUE];
    size_t count;
    uint32_t sections;
    uint32_t loads;
    uint32_t steps;
    uint32_t errors;
    const char *texts[TEXTS];
};

static bool is(const mneme_board *board, const char *path)
{
    return strcmp(board->path, path) == 0;
}

static void sleep_ms(long ms)
{
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

static void hang(void)
{
    for (;;) {
        sleep_ms(1000);
    }
}

static void crash(void)
{
    volatile int *nowhere = NULL;
    *nowhere = 1;
}

static int fail(mneme_board *board, int code, const char *text)
{
    board->errors = 1;
    board->texts[0] = text;
    return code;
}

#ifdef STUB_CRASH_IN_LOADING
__attribute__((constructor)) static void in_loading(void)
{
    crash();
}
#endif

uint32_t mneme_driver_abi(void)
{
    return STUB_ABI;
}

const char *mneme_driver_scheme(void)
{
    return STUB_SCHEME;
}

const char *mneme_driver_description(void)
{
    return "a driver for tests: its boards are emulated, and do nothing";
}

int mneme_driver_is_hardware(void)
{
    return 0;
}

int mneme_list(char *buffer, size_t capacity, size_t *length)
{
    static const char LIST[] = STUB_SCHEME ":fine\tdoes as it is told\n" STUB_SCHEME ":late\t";
    /* the second description is longer than any room that is offered at first */
    *length = 5000;
    if (capacity < *length) {
        return MNEME_BAD_ARGUMENT;
    }
    memset(buffer, 'x', *length);
    memcpy(buffer, LIST, sizeof LIST - 1);
    return MNEME_OK;
}

int mneme_open(const char *uri, uint64_t deadline, mneme_board **board)
{
    (void)deadline;
    const char *path = strchr(uri, ':') + 1;
    *board = calloc(1, sizeof **board);
    if (*board == NULL) {
        return MNEME_BROKEN;
    }
    strncpy((*board)->path, path, sizeof (*board)->path - 1);
    if (is(*board, "crash-in-open")) {
        crash();
    }
    if (is(*board, "hang-in-open")) {
        hang();
    }
    if (is(*board, "busy")) {
        return fail(*board, MNEME_BUSY, "somebody else has it");
    }
    if (is(*board, "nothing")) {
        free(*board);
        *board = NULL;
        return MNEME_BROKEN;
    }
    return MNEME_OK;
}

uint32_t mneme_error_count(mneme_board *board)
{
    return board->errors;
}

int mneme_error(mneme_board *board, uint32_t index, char *buffer, size_t capacity)
{
    if (index >= board->errors || capacity == 0) {
        return MNEME_BAD_ARGUMENT;
    }
    strncpy(buffer, board->texts[index], capacity - 1);
    buffer[capacity - 1] = 0;
    return MNEME_OK;
}

int mneme_describe(mneme_board *board, uint8_t *buffer, size_t capacity, size_t *length)
{
    /* longer than any room that is offered at first */
    *length = 100000;
    board->errors = 0;
    if (capacity < *length) {
        return fail(board, MNEME_BAD_ARGUMENT, "too little room");
    }
    memset(buffer, 0x5a, *length);
    return MNEME_OK;
}

int mneme_load_begin(mneme_board *board, const uint8_t *header, size_t length, uint64_t deadline)
{
    (void)header;
    (void)length;
    (void)deadline;
    board->errors = 0;
    board->sections = 0;
    board->loads++;
    return MNEME_OK;
}

int mneme_load_section(mneme_board *board, uint32_t index, uint32_t kind, const uint8_t *payload, size_t length,
                       uint32_t crc, uint64_t deadline)
{
    (void)kind;
    (void)payload;
    (void)length;
    (void)crc;
    (void)deadline;
    if (is(board, "three-errors")) {
        board->errors = TEXTS;
        board->texts[0] = "core 0 has too many neurons";
        board->texts[1] = "core 0 has too many axons";
        board->texts[2] = "chip 0 has too few cores";
        return MNEME_TOO_LARGE;
    }
    if (is(board, "bad-reset")) {
        return fail(board, MNEME_BAD_PROGRAM, "the section is damaged");
    }
    if (index != board->sections + 1) {
        return fail(board, MNEME_BAD_PROGRAM, "out of order");
    }
    board->sections++;
    return MNEME_OK;
}

int mneme_load_commit(mneme_board *board, uint32_t sections, uint64_t deadline)
{
    (void)deadline;
    if (sections != board->sections) {
        return fail(board, MNEME_BAD_PROGRAM, "sections are missing");
    }
    if (is(board, "corrupt-once") && board->loads == 1) {
        return fail(board, MNEME_CORRUPT, "section 1 reads back otherwise");
    }
    if (is(board, "corrupt")) {
        return fail(board, MNEME_CORRUPT, "section 1 reads back otherwise");
    }
    return MNEME_OK;
}

int mneme_start(mneme_board *board, uint64_t seed, uint64_t deadline)
{
    (void)seed;
    (void)deadline;
    board->tick = 0;
    board->count = 0;
    if (is(board, "late-start")) {
        return fail(board, MNEME_TIMEOUT, "started, or not");
    }
    return MNEME_OK;
}

#ifndef STUB_WITHOUT_STEP
int mneme_step(mneme_board *board, uint64_t ticks, uint64_t deadline, uint64_t *executed)
{
    (void)deadline;
    board->errors = 0;
    board->steps++;
    if (is(board, "silent")) {
        hang();
    }
    if (is(board, "late")) {
        sleep_ms(150);
    }
    if (is(board, "one-at-a-time") && ticks > 1) {
        board->tick++;
        *executed = 1;
        return fail(board, MNEME_TIMEOUT, "one tick was done");
    }
    if (is(board, "slow-step")) {
        sleep_ms(400);
    }
    board->tick += ticks;
    *executed = is(board, "miscounts") ? ticks + 1 : ticks;
    return MNEME_OK;
}
#endif

int mneme_send(mneme_board *board, const mneme_event *events, size_t count, uint64_t deadline, size_t *accepted)
{
    (void)deadline;
    board->errors = 0;
    for (*accepted = 0; *accepted < count; (*accepted)++) {
        if (board->count == QUEUE) {
            return fail(board, MNEME_FULL, "the queue holds 8 events");
        }
        board->waiting[board->count++] = events[*accepted];
    }
    return MNEME_OK;
}

int mneme_receive(mneme_board *board, mneme_event *events, size_t capacity, uint64_t deadline, size_t *count)
{
    (void)deadline;
    board->errors = 0;
    *count = 0;
    while (*count < capacity && board->count > 0 && board->waiting[0].tick < board->tick) {
        events[(*count)++] = board->waiting[0];
        board->count--;
        memmove(board->waiting, board->waiting + 1, board->count * sizeof *events);
    }
    return MNEME_OK;
}

int mneme_read_state(mneme_board *board, uint32_t first_id, uint32_t count, uint32_t variable, int64_t *values,
                     uint64_t deadline)
{
    (void)board;
    (void)deadline;
    for (uint32_t i = 0; i < count; i++) {
        values[i] = -(int64_t)(first_id + i) * (variable + 1);
    }
    return MNEME_OK;
}

int mneme_read_counters(mneme_board *board, mneme_counters *counters, uint64_t deadline)
{
    (void)deadline;
    memset(counters, 0, sizeof *counters);
    counters->tick = board->tick;
    counters->spikes = board->steps;
    counters->energy_fj = UINT64_MAX;
    counters->time_ps = 7;
    counters->idle = board->count == 0;
    counters->queued_in = board->count;
    return MNEME_OK;
}

int mneme_reset(mneme_board *board, uint64_t deadline)
{
    (void)deadline;
    board->errors = 0;
    board->sections = 0;
    if (is(board, "bad-reset")) {
        return fail(board, MNEME_GONE, "the reset line is broken");
    }
    return MNEME_OK;
}

int mneme_close(mneme_board *board)
{
    free(board);
    return MNEME_OK;
}
