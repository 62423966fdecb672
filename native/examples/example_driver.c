/*
 * The smallest useful driver: every call of mneme_driver.h in its simplest form; docs/tasks/write-a-driver.md walks through it. The
 * board behind it is example_board.c, so nothing ever waits, and no deadline can pass.
 */
#include "example_board.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum state { EMPTY, LOADING, LOADED, STARTED };

struct mneme_board {
    enum state state;
    uint32_t sections;
    core core;
    char error[160];
};

uint32_t mneme_driver_abi(void) { return MNEME_DRIVER_ABI; }
const char *mneme_driver_scheme(void) { return "example"; }
const char *mneme_driver_description(void) { return "The example of docs/tasks/write-a-driver.md: one core, emulated."; }
int mneme_driver_is_hardware(void) { return 0; }

int mneme_list(char *buffer, size_t capacity, size_t *length) {
    static const char boards[] = "example:\tone core of plain neurons, emulated\n";
    *length = sizeof boards - 1;
    return capacity < *length ? MNEME_BAD_ARGUMENT : (memcpy(buffer, boards, *length), MNEME_OK);
}

/* Says why, in a sentence; every call but mneme_error() clears it first. */
static int fail(mneme_board *b, int code, const char *text) {
    snprintf(b->error, sizeof b->error, "%s", text);
    return code;
}

int mneme_open(const char *uri, uint64_t deadline, mneme_board **board) {
    *board = calloc(1, sizeof **board);
    (void)deadline;
    return !*board                            ? MNEME_BROKEN
           : strcmp(uri, "example:") == 0     ? MNEME_OK
                                              : fail(*board, MNEME_BAD_URI, "the only board is 'example:', without options");
}

uint32_t mneme_error_count(mneme_board *b) { return b->error[0] != 0; }

int mneme_error(mneme_board *b, uint32_t index, char *buffer, size_t capacity) {
    return index < mneme_error_count(b) && snprintf(buffer, capacity, "%s", b->error) >= 0 ? MNEME_OK : MNEME_BAD_ARGUMENT;
}

int mneme_describe(mneme_board *b, uint8_t *buffer, size_t capacity, size_t *length) {
    *length = write_target(buffer, capacity);
    return *length <= capacity ? fail(b, MNEME_OK, "") : fail(b, MNEME_BAD_ARGUMENT, "the buffer is too small");
}

int mneme_reset(mneme_board *b, uint64_t deadline) {
    memset(b, 0, sizeof *b);
    (void)deadline;
    return MNEME_OK;
}

/* After any failure of a load the board is reset, without a program. */
static int refuse(mneme_board *b, int code, const char *text) {
    mneme_reset(b, 0);
    return fail(b, code, text);
}

int mneme_load_begin(mneme_board *b, const uint8_t *header, size_t length, uint64_t deadline) {
    mneme_reset(b, deadline);
    const char *wrong = read_header(&b->core.program, header, length);
    b->state = LOADING;
    return wrong ? refuse(b, MNEME_BAD_PROGRAM, wrong) : MNEME_OK;
}

int mneme_load_section(mneme_board *b, uint32_t index, uint32_t kind, const uint8_t *payload, size_t length, uint32_t crc, uint64_t deadline) {
    (void)deadline;
    if (b->state != LOADING) {
        return fail(b, MNEME_BAD_STATE, "sections come after mneme_load_begin() and before mneme_load_commit()");
    }
    if (index != ++b->sections || kind != 2) {
        return refuse(b, MNEME_BAD_PROGRAM, "a section is lost, comes twice, or is no core");
    }
    /* A board keeps the bytes and reads them back at the commit; this one forgets them, so it checks them as they come. */
    if (section_crc(kind, payload, length) != crc) {
        return refuse(b, MNEME_CORRUPT, "the CRC-32C of a section is wrong");
    }
    const char *wrong = read_core(&b->core.program, payload, length);
    return wrong ? refuse(b, MNEME_TOO_LARGE, wrong) : fail(b, MNEME_OK, "");
}

int mneme_load_commit(mneme_board *b, uint32_t sections, uint64_t deadline) {
    (void)deadline;
    if (b->state != LOADING || sections != b->sections) {
        return refuse(b, b->state == LOADING ? MNEME_BAD_PROGRAM : MNEME_BAD_STATE, "begin, every section, then commit");
    }
    b->state = LOADED;
    return fail(b, MNEME_OK, "");
}

int mneme_start(mneme_board *b, uint64_t seed, uint64_t deadline) {
    (void)seed; /* nothing is drawn here */
    (void)deadline;
    if (b->state < LOADED) {
        return fail(b, MNEME_BAD_STATE, "load a program first");
    }
    core_start(&b->core);
    b->state = STARTED;
    return fail(b, MNEME_OK, "");
}

int mneme_step(mneme_board *b, uint64_t ticks, uint64_t deadline, uint64_t *executed) {
    (void)deadline; /* a slow board returns MNEME_TIMEOUT when it passes, with what is done in *executed */
    for (*executed = 0; b->state == STARTED && *executed < ticks; ++*executed) {
        core_tick(&b->core);
    }
    return b->state == STARTED ? fail(b, MNEME_OK, "") : fail(b, MNEME_BAD_STATE, "start first");
}

int mneme_send(mneme_board *b, const mneme_event *events, size_t count, uint64_t deadline, size_t *accepted) {
    (void)deadline;
    for (*accepted = 0; *accepted < count; ++*accepted) {
        const mneme_event e = events[*accepted];
        const int64_t most = b->state == STARTED && e.address < b->core.program.ids ? b->core.program.most[e.address] : 0;
        int wrong = e.tick < b->core.done.tick || e.payload == 0 || e.payload > most || e.payload < -most;
        for (size_t k = 0; k < b->core.ins; k++) {
            wrong |= b->core.in[k].tick == e.tick && b->core.in[k].address == e.address;
        }
        if (wrong) {
            return fail(b, MNEME_BAD_EVENT, "an event is late, comes twice, is of no source, or its payload is out of range");
        }
        if (b->core.ins == QUEUE) {
            return fail(b, MNEME_FULL, "4096 events wait already");
        }
        b->core.in[b->core.ins++] = e;
    }
    return fail(b, MNEME_OK, "");
}

int mneme_receive(mneme_board *b, mneme_event *events, size_t capacity, uint64_t deadline, size_t *count) {
    (void)deadline;
    *count = b->core.outs < capacity ? b->core.outs : capacity;
    memcpy(events, b->core.out, *count * sizeof *events);
    memmove(b->core.out, b->core.out + *count, (b->core.outs -= *count) * sizeof *events);
    return fail(b, MNEME_OK, "");
}

int mneme_read_state(mneme_board *b, uint32_t first_id, uint32_t count, uint32_t variable, int64_t *values, uint64_t deadline) {
    (void)deadline;
    if (first_id > b->core.program.ids || count > b->core.program.ids - first_id || variable > MNEME_REFRACTORY) {
        return fail(b, MNEME_BAD_ARGUMENT, "no such neuron or variable");
    }
    for (const neuron *n = b->core.program.neuron + first_id; count > 0; n++, count--) {
        *values++ = variable == MNEME_CURRENT ? n->u : variable == MNEME_POTENTIAL ? n->v : n->left;
    }
    return fail(b, MNEME_OK, "");
}

int mneme_read_counters(mneme_board *b, mneme_counters *counters, uint64_t deadline) {
    (void)deadline;
    *counters = b->core.done;
    counters->idle = 0; /* "no" is always safe: a run then ends by its last tick */
    counters->queued_in = b->core.ins;
    counters->queued_out = b->core.outs;
    return fail(b, MNEME_OK, "");
}

int mneme_close(mneme_board *b) {
    free(b);
    return MNEME_OK;
}
