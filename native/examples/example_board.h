/* The board of the example driver, and what it keeps of a board program (docs/concepts/board-program.md). */
#ifndef EXAMPLE_BOARD_H
#define EXAMPLE_BOARD_H

#include "mneme_driver.h"

enum { IDS = 1024, NEURONS = 512, SYNAPSES = 65536, LONGEST = 15, QUEUE = 4096, RING = LONGEST + 1 };

typedef struct {
    int64_t decay, bias, threshold, reset, floor, refractory; /* parameters */
    int64_t u, v, left;                                       /* state */
} neuron;

typedef struct {
    uint32_t source, target, delay;
    int64_t weight;
} synapse;

typedef struct {
    uint32_t ids; /* global ids are 0 ... ids - 1 */
    int64_t high; /* the largest state; the smallest is -high - 1 */
    uint8_t probed[IDS];
    int64_t most[IDS]; /* the largest payload of a source, 0 of a neuron */
    neuron neuron[IDS];
    synapse synapse[SYNAPSES];
    size_t synapses;
} program;

typedef struct {
    program program;
    mneme_event in[QUEUE], out[QUEUE];
    size_t ins, outs;
    int64_t input[RING][IDS]; /* sums of the next ticks */
    uint64_t arriving[RING];  /* and how many synapses they come by */
    mneme_counters done;
} core;

/* Every state to 0; then a tick after the other. */
void core_start(core *b);
void core_tick(core *b);

/* The description of the board: a mneme.board.TargetDescription. */
size_t write_target(uint8_t *into, size_t capacity);

/* Read a section into the program; they return what is wrong, or null. */
const char *read_header(program *p, const uint8_t *bytes, size_t length);
const char *read_core(program *p, const uint8_t *bytes, size_t length);

/* CRC-32C over kind, length and payload, as in the file. */
uint32_t section_crc(uint32_t kind, const uint8_t *payload, size_t length);

#endif
