#include "queue.h"

#include <stdlib.h>

static int compare(const mneme_event *a, const mneme_event *b)
{
    if (a->tick != b->tick) {
        return (a->tick > b->tick) - (a->tick < b->tick);
    }
    return (a->address > b->address) - (a->address < b->address);
}

static int by_tick(const void *left, const void *right)
{
    return compare(left, right);
}

void sort_events(mneme_event *events, size_t count)
{
    size_t sorted = 1;
    while (sorted < count && compare(&events[sorted - 1], &events[sorted]) < 0) {
        sorted++;
    }
    /* They mostly come in order. */
    if (sorted < count) {
        qsort(events, count, sizeof *events, by_tick);
    }
}

/* Index of the first event that waits and is not before the given one. */
static size_t find(const inbox *inbox, const mneme_event *event)
{
    size_t low = inbox->first;
    size_t high = inbox->end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(&inbox->events[middle], event) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

bool inbox_has(const inbox *inbox, const mneme_event *event)
{
    size_t at = find(inbox, event);
    return at < inbox->end && compare(&inbox->events[at], event) == 0;
}

static bool make_room(inbox *inbox, size_t count)
{
    if (inbox->first > 0 && inbox->end + count > inbox->room) {
        memmove(inbox->events, inbox->events + inbox->first, inbox_count(inbox) * sizeof *inbox->events);
        inbox->end -= inbox->first;
        inbox->first = 0;
    }
    if (inbox->end + count <= inbox->room) {
        return true;
    }
    size_t room = 2 * (inbox->end + count);
    mneme_event *larger = realloc(inbox->events, room * sizeof *larger);
    if (larger == NULL) {
        return false;
    }
    inbox->events = larger;
    inbox->room = room;
    return true;
}

bool inbox_add(inbox *inbox, const mneme_event *events, size_t count)
{
    if (count == 0) {
        return true;
    }
    if (!make_room(inbox, count)) {
        return false;
    }
    size_t old = inbox->end;
    memcpy(inbox->events + old, events, count * sizeof *events);
    sort_events(inbox->events + old, count);
    inbox->end += count;
    if (old > inbox->first && compare(&inbox->events[old - 1], &inbox->events[old]) > 0) {
        qsort(inbox->events + inbox->first, inbox_count(inbox), sizeof *inbox->events, by_tick);
    }
    return true;
}

void inbox_clear(inbox *inbox)
{
    free(inbox->events);
    *inbox = (struct inbox){.capacity = inbox->capacity};
}

void outbox_add(outbox *outbox, mneme_event event)
{
    if (outbox->count == outbox->room && outbox->room < outbox->capacity) {
        size_t room = outbox->room == 0 ? 1024 : 2 * outbox->room;
        room = room > outbox->capacity ? outbox->capacity : room;
        mneme_event *larger = malloc(room * sizeof *larger);
        if (larger != NULL) {
            outbox->count = outbox_take(outbox, larger, outbox->count);
            free(outbox->events);
            outbox->events = larger;
            outbox->first = 0;
            outbox->room = room;
        }
    }
    if (outbox->count == outbox->room) {
        outbox->lost++;
        return;
    }
    size_t at = outbox->first + outbox->count++;
    outbox->events[at < outbox->room ? at : at - outbox->room] = event;
}

size_t outbox_take(outbox *outbox, mneme_event *events, size_t capacity)
{
    size_t taken = outbox->count < capacity ? outbox->count : capacity;
    size_t straight = outbox->room - outbox->first < taken ? outbox->room - outbox->first : taken;
    if (taken > 0) {
        memcpy(events, outbox->events + outbox->first, straight * sizeof *events);
        memcpy(events + straight, outbox->events, (taken - straight) * sizeof *events);
        outbox->first = (outbox->first + taken) % outbox->room;
    }
    outbox->count -= taken;
    return taken;
}

void outbox_clear(outbox *outbox)
{
    free(outbox->events);
    *outbox = (struct outbox){.capacity = outbox->capacity};
}
