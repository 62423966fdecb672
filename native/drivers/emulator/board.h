/* A board that is open: what a handle holds. driver.c has the functions of the interface; here is what they have in common. */
#ifndef EMULATOR_BOARD_H
#define EMULATOR_BOARD_H

#include "network.h"
#include "pool.h"
#include "queue.h"
#include "uri.h"

enum board_state { BOARD_EMPTY, BOARD_LOADING, BOARD_LOADED, BOARD_RUNNING };

/* A section as it lies in the board's memory. */
typedef struct stored_section {
    uint32_t index;
    uint32_t kind;
    uint32_t crc;
    view payload;
} stored_section;

struct mneme_board {
    errors errors;
    arena arena; /* of what lives as long as the handle */
    uri uri;
    target target;
    bool registered;
    bool vanished;
    bool hangs;
    uint32_t loads; /* begun so far */
    pool *pool;

    enum board_state state;
    program program;
    uint32_t sections; /* received, the header left out */
    stored_section *stored;
    size_t stored_count;
    size_t stored_capacity;
    network network;
    inbox inbox;
    outbox outbox;

    uint64_t begun;    /* nanoseconds of the clock, of the present call */
    uint64_t deadline; /* from then */
};

/* Begins a call: forgets the errors of the last, does what the faults of the URI ask for. MNEME_OK, or what to return. */
int board_begin(mneme_board *board, uint64_t deadline);

bool board_expired(const mneme_board *board);

/* Sleeps until the deadline. */
void board_sleep_out(const mneme_board *board);

/* Takes the program off the board. */
void board_reset(mneme_board *board);

/* Names of boards that are open in this process: the one thing that handles share. */
bool registry_add(const char *name);
void registry_remove(const char *name);

/* load.c */
int load_begin(mneme_board *board, view header);
int load_section(mneme_board *board, uint32_t index, uint32_t kind, view payload, uint32_t crc);
int load_commit(mneme_board *board, uint32_t sections);

/* sending.c */
int send_events(mneme_board *board, const mneme_event *events, size_t count, size_t *accepted);

/* board.c: the bytes of a target's description, sized as the options say. */
bool find_target(view *description, const uri *uri, arena *arena, errors *errors);

/* size.c: puts the values of the options into a description. */
bool size_target(view *description, const uri *uri, arena *arena, errors *errors);

#endif
