/*
 * The driver interface of Mneme, version 1: what a shared library exports so that `mneme` can load programs onto a board and run them.
 * docs/tasks/write-a-driver.md explains it with an example.
 *
 * No global state but the list of boards that are held, under a lock: all else belongs to a handle. A handle is used by one thread at a time; two handles may be used by two threads.
 * Every function returns a code of enum mneme_result; texts of the errors of the last call wait in mneme_error().
 * Deadlines are in nanoseconds from the call; a call that cannot finish by then returns MNEME_TIMEOUT and says what it did.
 * Numbers are in the byte order of the machine; programs (docs/concepts/board-program.md) are little-endian.
 */
#ifndef MNEME_DRIVER_H
#define MNEME_DRIVER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MNEME_DRIVER_ABI 1u

#if defined(_WIN32)
#define MNEME_EXPORT __declspec(dllexport)
#else
#define MNEME_EXPORT __attribute__((visibility("default")))
#endif

/* Codes below 100: done. 1xx: fix the call. 2xx: try again. 3xx: the board is gone; only mneme_close() makes sense. */
enum mneme_result {
    MNEME_OK = 0,

    MNEME_BAD_URI = 100,      /* the URI names no board of this driver, or an option it does not know */
    MNEME_BAD_STATE = 101,    /* not now: for example a step before the program is committed */
    MNEME_BAD_PROGRAM = 102,  /* the program is damaged, of another version, or for another target */
    MNEME_BAD_EVENT = 103,    /* late, duplicate, out of range, no source, or of a payload that is 0 or too large */
    MNEME_BAD_ARGUMENT = 104, /* a null pointer, an unknown variable, a neuron that is not there */
    MNEME_TOO_LARGE = 105,    /* the program exceeds a limit of the board; the text lists every one */

    MNEME_TIMEOUT = 200, /* the deadline passed; out-parameters say what was done */
    MNEME_BUSY = 201,    /* another handle holds the board: from an mneme_open() that was done until its mneme_close() */
    MNEME_FULL = 202,    /* the queue towards the board is full; out-parameters say how many were taken */
    MNEME_CORRUPT = 203, /* what was read back is not what was sent; the load has to start again */

    MNEME_GONE = 300,    /* the board does not answer any more */
    MNEME_BROKEN = 301   /* the driver cannot go on: out of memory, or a fault of its own */
};

/* One board, opened. */
typedef struct mneme_board mneme_board;

/* A spike: 16 bytes. The address is the global id of the neuron. The payload of a binary spike is 1. */
typedef struct mneme_event {
    uint64_t tick;
    uint32_t address;
    int32_t payload;
} mneme_event;

/* Variables of mneme_read_state(). */
enum mneme_variable {
    MNEME_CURRENT = 0,    /* u */
    MNEME_POTENTIAL = 1,  /* v */
    MNEME_REFRACTORY = 2, /* ticks left */
    MNEME_SUM = 3,        /* x of a graded neuron */
    MNEME_LAST_SIGN = 4   /* -1, 0, +1 */
};

/* What the board has done since mneme_start(); 14 numbers of 64 bits. */
typedef struct mneme_counters {
    uint64_t tick;            /* ticks executed */
    uint64_t spikes;          /* of all neurons, and of sources */
    uint64_t synaptic_events; /* synapses of non-zero weight that a spike has reached */
    uint64_t saturations;     /* assignments to a state that saturated: at most one a neuron, variable and tick */
    uint64_t hops;            /* links that spikes have taken */
    uint64_t busiest_link;    /* spikes that took the link that most took */
    uint64_t barriers;        /* ticks that were ended by a barrier */
    uint64_t events_lost;     /* spikes for the host that found the queue full */
    uint64_t energy_fj;       /* femtojoules, from the figures of the target; UINT64_MAX where one is unknown */
    uint64_t time_ps;         /* picoseconds of the board's own time, likewise */
    uint64_t idle;            /* 1 if nothing can happen any more without further events: none of mneme_send() waits, every spike
                                 sent is delivered, every neuron is at rest; 0 is always safe */
    uint64_t queued_in;       /* events sent that wait for their tick */
    uint64_t queued_out;      /* events that wait for mneme_receive() */
    uint64_t reserved;        /* 0 */
} mneme_counters;

/* MNEME_DRIVER_ABI as the driver was compiled with. The only function that is called before the version is checked. */
MNEME_EXPORT uint32_t mneme_driver_abi(void);

/* The scheme of its URIs ("emulator"), and a sentence that says plainly whether boards are emulated or hardware; static texts. */
MNEME_EXPORT const char *mneme_driver_scheme(void);
MNEME_EXPORT const char *mneme_driver_description(void);

/* 1 if its boards are hardware, 0 if they are emulated. */
MNEME_EXPORT int mneme_driver_is_hardware(void);

/* Lists the boards that are there: URIs and descriptions, "uri\tdescription\n" each, UTF-8, without a final 0. *length is always the
 * length needed; MNEME_BAD_ARGUMENT if the capacity is smaller. */
MNEME_EXPORT int mneme_list(char *buffer, size_t capacity, size_t *length);

/* Opens a board: "scheme:path?key=value&key=value". On an error *board is a handle for mneme_error() and mneme_close(), or null. */
MNEME_EXPORT int mneme_open(const char *uri, uint64_t deadline, mneme_board **board);

/* Number of errors of the last call on the handle, and the text of one: UTF-8, cut to capacity, ended by 0. */
MNEME_EXPORT uint32_t mneme_error_count(mneme_board *board);
MNEME_EXPORT int mneme_error(mneme_board *board, uint32_t index, char *buffer, size_t capacity);

/* Writes the board's mneme.board.TargetDescription (target.proto), sized as the board is. *length as in mneme_list(). */
MNEME_EXPORT int mneme_describe(mneme_board *board, uint8_t *buffer, size_t capacity, size_t *length);

/* A load is a transaction: begin with the header, then each section as it stands in the file, then commit. Nothing runs before commit,
 * which reads every section back and compares its CRC-32C. After any failure the board is reset, without a program. */
MNEME_EXPORT int mneme_load_begin(mneme_board *board, const uint8_t *header, size_t length, uint64_t deadline);
MNEME_EXPORT int mneme_load_section(mneme_board *board, uint32_t index, uint32_t kind, const uint8_t *payload, size_t length, uint32_t crc, uint64_t deadline);
MNEME_EXPORT int mneme_load_commit(mneme_board *board, uint32_t sections, uint64_t deadline);

/* Sets every state to 0 and the tick to 0; the seed is the key of all random draws. Not idempotent: sent once. */
MNEME_EXPORT int mneme_start(mneme_board *board, uint64_t seed, uint64_t deadline);

/* Executes ticks. *executed says how many were, also on an error; after a timeout the rest is asked for, never the whole again. */
MNEME_EXPORT int mneme_step(mneme_board *board, uint64_t ticks, uint64_t deadline, uint64_t *executed);

/* Queues spikes of sources for ticks not yet executed; *accepted of them, from the front, were taken. */
MNEME_EXPORT int mneme_send(mneme_board *board, const mneme_event *events, size_t count, uint64_t deadline, size_t *accepted);

/* Takes up to `capacity` spikes of probed populations off the queue: ascending by tick, then address. *count may be 0. */
MNEME_EXPORT int mneme_receive(mneme_board *board, mneme_event *events, size_t capacity, uint64_t deadline, size_t *count);

/* Reads a variable of `count` neurons from a global id on, as it is after the last tick executed. */
MNEME_EXPORT int mneme_read_state(mneme_board *board, uint32_t first_id, uint32_t count, uint32_t variable, int64_t *values, uint64_t deadline);

MNEME_EXPORT int mneme_read_counters(mneme_board *board, mneme_counters *counters, uint64_t deadline);

/* Takes the program off the board and forgets all queues; the board is as after mneme_open(). */
MNEME_EXPORT int mneme_reset(mneme_board *board, uint64_t deadline);

/* Resets and gives the board back; frees the handle also where the board is gone. A null handle is no error. */
MNEME_EXPORT int mneme_close(mneme_board *board);

#ifdef __cplusplus
}
#endif

#endif
