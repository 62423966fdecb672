/* The queues between host and board; both are bounded. */
#ifndef EMULATOR_QUEUE_H
#define EMULATOR_QUEUE_H

#include "common.h"

enum { QUEUE_CAPACITY = 1 << 22 };

/* Spikes of sources, ascending by tick, then address; from `first` on they still wait. */
typedef struct inbox {
    mneme_event *events;
    size_t first;
    size_t end;
    size_t room;
    size_t capacity; /* events that may wait */
} inbox;

/* Spikes for the host, in a ring. */
typedef struct outbox {
    mneme_event *events;
    size_t first;
    size_t count;
    size_t room;
    size_t capacity;
    uint64_t lost;
} outbox;

static inline size_t inbox_count(const inbox *inbox)
{
    return inbox->end - inbox->first;
}

/* Whether an event of that neuron and tick waits. */
bool inbox_has(const inbox *inbox, const mneme_event *event);

/* Adds events, which are no duplicates, in any order; false where there is no memory. */
bool inbox_add(inbox *inbox, const mneme_event *events, size_t count);

/* Sorts events by tick, then address. */
void sort_events(mneme_event *events, size_t count);

void inbox_clear(inbox *inbox);

/* Adds an event, or counts it as lost. */
void outbox_add(outbox *outbox, mneme_event event);

/* Takes events off the front. */
size_t outbox_take(outbox *outbox, mneme_event *events, size_t capacity);

void outbox_clear(outbox *outbox);

#endif
