/* Events on their way to the board: all are checked before any is taken. */
#include <stdlib.h>

#include "board.h"

/* Says why an event cannot be sent; null if it can. */
static const char *mistake_of(const mneme_board *board, const mneme_event *event)
{
    const network *network = &board->network;
    if (event->address >= network->program->header.neurons) {
        return "there is no such neuron";
    }
    const population *population = population_of(network, event->address)->population;
    if (population->kind != SOURCE_NEURON) {
        return "it is no source";
    }
    if (event->tick < network->tick) {
        return "it is late";
    }
    if (event->payload == 0 || event->payload > population->largest_payload ||
        event->payload < -population->largest_payload) {
        return "its payload is 0 or too large";
    }
    return inbox_has(&board->inbox, event) ? "that neuron spikes at that tick already" : NULL;
}

/* Whether two of the events are of the same neuron and tick; -1 where there is no memory to find out. */
static int has_duplicates(const mneme_event *events, size_t count, mneme_event *found)
{
    bool ascends = true;
    for (size_t i = 1; i < count && ascends; i++) {
        ascends = events[i].tick > events[i - 1].tick ||
                  (events[i].tick == events[i - 1].tick && events[i].address > events[i - 1].address);
    }
    if (ascends) {
        return 0;
    }
    mneme_event *sorted = malloc(count * sizeof *sorted);
    if (sorted == NULL) {
        return -1;
    }
    memcpy(sorted, events, count * sizeof *sorted);
    sort_events(sorted, count);
    int duplicate = 0;
    for (size_t i = 1; i < count && duplicate == 0; i++) {
        duplicate = sorted[i].tick == sorted[i - 1].tick && sorted[i].address == sorted[i - 1].address;
        *found = sorted[i];
    }
    free(sorted);
    return duplicate;
}

static int refuse_event(mneme_board *board, const mneme_event *event, const char *mistake)
{
    refuse(&board->errors, MNEME_BAD_EVENT, "a spike of neuron %u at tick %llu with payload %d: %s; the next tick is %llu",
           (unsigned)event->address, (unsigned long long)event->tick, (int)event->payload, mistake,
           (unsigned long long)board->network.tick);
    return MNEME_BAD_EVENT;
}

int send_events(mneme_board *board, const mneme_event *events, size_t count, size_t *accepted)
{
    for (size_t i = 0; i < count; i++) {
        const char *mistake = mistake_of(board, &events[i]);
        if (mistake != NULL) {
            return refuse_event(board, &events[i], mistake);
        }
    }
    mneme_event twice = {0};
    int duplicates = has_duplicates(events, count, &twice);
    if (duplicates > 0) {
        return refuse_event(board, &twice, "it is sent twice");
    }
    size_t room = board->inbox.capacity - inbox_count(&board->inbox);
    size_t taken = count < room ? count : room;
    if (duplicates < 0 || !inbox_add(&board->inbox, events, taken)) {
        refuse_memory(&board->errors);
        return MNEME_BROKEN;
    }
    *accepted = taken;
    if (taken < count) {
        refuse(&board->errors, MNEME_FULL, "the queue towards the board holds %zu spikes and is full",
               board->inbox.capacity);
        return MNEME_FULL;
    }
    return MNEME_OK;
}
