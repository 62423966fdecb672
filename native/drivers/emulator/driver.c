/* The functions of mneme_driver.h. */
#include "mneme_driver.h"

#include <stdio.h>
#include <stdlib.h>

#include "board.h"
#include "costs.h"
#include "neurons.h"
#include "shipped.h"
#include "step.h"

/* Ticks between two looks at the clock. */
enum { TICKS_A_LOOK = 8 };

uint32_t mneme_driver_abi(void)
{
    return MNEME_DRIVER_ABI;
}

const char *mneme_driver_scheme(void)
{
    return "emulator";
}

const char *mneme_driver_description(void)
{
    return "Mneme's emulator: boards of any shape, executed by this computer; none of them is hardware.";
}

int mneme_driver_is_hardware(void)
{
    return 0;
}

int mneme_list(char *buffer, size_t capacity, size_t *length)
{
    if (length == NULL || (buffer == NULL && capacity > 0)) {
        return MNEME_BAD_ARGUMENT;
    }
    size_t needed = 0;
    for (size_t i = 0; i < shipped_target_count; i++) {
        char line[1000];
        int written = snprintf(line, sizeof line, "emulator:?target=%s\temulated: %s\n", shipped_targets[i].name,
                               shipped_targets[i].title);
        size_t size = written < (int)sizeof line ? (size_t)written : sizeof line - 1;
        if (needed + size <= capacity) {
            memcpy(buffer + needed, line, size);
        }
        needed += size;
    }
    *length = needed;
    return needed <= capacity ? MNEME_OK : MNEME_BAD_ARGUMENT;
}

static int open_board(mneme_board *board, const char *uri)
{
    view description;
    if (!uri_parse(&board->uri, uri, &board->arena, &board->errors) ||
        !find_target(&description, &board->uri, &board->arena, &board->errors) ||
        !target_read(&board->target, description, &board->arena, &board->errors)) {
        return board->errors.code;
    }
    if (board->uri.name[0] != '\0') {
        board->registered = registry_add(board->uri.name);
        if (!board->registered) {
            refuse(&board->errors, MNEME_BUSY, "another session holds the board %s", board->uri.name);
            return MNEME_BUSY;
        }
    }
    board->inbox.capacity = board->uri.faults.full_in;
    board->outbox.capacity = board->uri.faults.full_out;
    board->pool = pool_open(board->uri.threads);
    return MNEME_OK;
}

int mneme_open(const char *uri, uint64_t deadline, mneme_board **board)
{
    if (uri == NULL || board == NULL) {
        return MNEME_BAD_ARGUMENT;
    }
    *board = calloc(1, sizeof **board);
    if (*board == NULL) {
        return MNEME_BROKEN;
    }
    int code = open_board(*board, uri);
    return code == MNEME_OK ? board_begin(*board, deadline) : code;
}

uint32_t mneme_error_count(mneme_board *board)
{
    return board == NULL ? 0 : board->errors.count + (board->errors.left_out > 0);
}

int mneme_error(mneme_board *board, uint32_t index, char *buffer, size_t capacity)
{
    if (board == NULL || buffer == NULL || capacity == 0 || index >= mneme_error_count(board)) {
        return MNEME_BAD_ARGUMENT;
    }
    if (index < board->errors.count) {
        snprintf(buffer, capacity, "%s", board->errors.texts[index]);
    } else {
        snprintf(buffer, capacity, "and %u more", (unsigned)board->errors.left_out);
    }
    return MNEME_OK;
}

int mneme_describe(mneme_board *board, uint8_t *buffer, size_t capacity, size_t *length)
{
    if (board == NULL || length == NULL || (buffer == NULL && capacity > 0)) {
        return MNEME_BAD_ARGUMENT;
    }
    errors_clear(&board->errors);
    view description = board->target.description;
    *length = description.size;
    if (capacity < description.size) {
        return MNEME_BAD_ARGUMENT;
    }
    memcpy(buffer, description.at, description.size);
    return MNEME_OK;
}

static const char *missing(enum board_state state)
{
    switch (state) {
    case BOARD_EMPTY:
        return "the board has no program";
    case BOARD_LOADING:
        return "the program is not committed";
    case BOARD_LOADED:
        return "the program is not started";
    case BOARD_RUNNING:
        break;
    }
    return "the program is loaded already";
}

/* Begins a call that is only allowed in some states: from least to most. */
static int begin(mneme_board *board, uint64_t deadline, enum board_state least, enum board_state most)
{
    if (board == NULL) {
        return MNEME_BAD_ARGUMENT;
    }
    int code = board_begin(board, deadline);
    if (code == MNEME_OK && (board->state < least || board->state > most)) {
        refuse(&board->errors, MNEME_BAD_STATE, "not now: %s", missing(board->state));
        return MNEME_BAD_STATE;
    }
    return code;
}

static int bad_argument(mneme_board *board, const char *what)
{
    refuse(&board->errors, MNEME_BAD_ARGUMENT, "%s", what);
    return MNEME_BAD_ARGUMENT;
}

int mneme_load_begin(mneme_board *board, const uint8_t *header, size_t length, uint64_t deadline)
{
    int code = begin(board, deadline, BOARD_EMPTY, BOARD_RUNNING);
    if (code != MNEME_OK) {
        return code;
    }
    if (header == NULL && length > 0) {
        return bad_argument(board, "the header is a null pointer");
    }
    return load_begin(board, (view){header, length});
}

int mneme_load_section(mneme_board *board, uint32_t index, uint32_t kind, const uint8_t *payload, size_t length, uint32_t crc,
                       uint64_t deadline)
{
    int code = begin(board, deadline, BOARD_LOADING, BOARD_LOADING);
    if (code != MNEME_OK) {
        if (code == MNEME_TIMEOUT) {
            board_reset(board);
        }
        return code;
    }
    if (payload == NULL && length > 0) {
        return bad_argument(board, "the section is a null pointer");
    }
    return load_section(board, index, kind, (view){payload, length}, crc);
}

int mneme_load_commit(mneme_board *board, uint32_t sections, uint64_t deadline)
{
    int code = begin(board, deadline, BOARD_LOADING, BOARD_LOADING);
    if (code != MNEME_OK) {
        if (code == MNEME_TIMEOUT) {
            board_reset(board);
        }
        return code;
    }
    return load_commit(board, sections);
}

int mneme_start(mneme_board *board, uint64_t seed, uint64_t deadline)
{
    int code = begin(board, deadline, BOARD_LOADED, BOARD_RUNNING);
    if (code != MNEME_OK) {
        return code;
    }
    inbox_clear(&board->inbox);
    outbox_clear(&board->outbox);
    network_start(&board->network, seed);
    board->state = BOARD_RUNNING;
    return MNEME_OK;
}

/* Ticks up to `until`, as far as faults and deadline let it come. */
static int run(mneme_board *board, uint64_t until)
{
    network *network = &board->network;
    const faults *faults = &board->uri.faults;
    for (uint32_t looked = 1; network->tick < until; looked++) {
        uint64_t next = next_event(network, &board->inbox);
        next = next < until ? next : until;
        next = next < faults->vanish_tick ? next : faults->vanish_tick;
        next = next < faults->hang_tick ? next : faults->hang_tick;
        if (next > network->tick) {
            skip_to(network, next);
        }
        if (network->tick == faults->vanish_tick) {
            board->vanished = true;
            refuse(&board->errors, MNEME_GONE, "the board does not answer any more");
            return MNEME_GONE;
        }
        if (network->tick == faults->hang_tick) {
            board->hangs = true;
            board_sleep_out(board);
            refuse(&board->errors, MNEME_TIMEOUT, "the board did not answer before the deadline");
            return MNEME_TIMEOUT;
        }
        if (network->tick < until && !execute_tick(network, &board->inbox, &board->outbox, board->pool)) {
            refuse_memory(&board->errors);
            board->vanished = true;
            return MNEME_BROKEN;
        }
        if (looked % TICKS_A_LOOK == 0 && network->tick < until && board_expired(board)) {
            refuse(&board->errors, MNEME_TIMEOUT, "the deadline passed at tick %llu of %llu",
                   (unsigned long long)network->tick, (unsigned long long)until);
            return MNEME_TIMEOUT;
        }
    }
    return MNEME_OK;
}

int mneme_step(mneme_board *board, uint64_t ticks, uint64_t deadline, uint64_t *executed)
{
    if (executed == NULL) {
        return MNEME_BAD_ARGUMENT;
    }
    *executed = 0;
    int code = begin(board, deadline, BOARD_RUNNING, BOARD_RUNNING);
    if (code != MNEME_OK) {
        return code;
    }
    uint64_t from = board->network.tick;
    if (ticks > UINT64_MAX - 1 - from) {
        return bad_argument(board, "there are not so many ticks left in 64 bits");
    }
    code = run(board, from + ticks);
    *executed = board->network.tick - from;
    return code;
}

int mneme_send(mneme_board *board, const mneme_event *events, size_t count, uint64_t deadline, size_t *accepted)
{
    if (accepted == NULL) {
        return MNEME_BAD_ARGUMENT;
    }
    *accepted = 0;
    int code = begin(board, deadline, BOARD_RUNNING, BOARD_RUNNING);
    if (code != MNEME_OK) {
        return code;
    }
    if (events == NULL && count > 0) {
        return bad_argument(board, "the events are a null pointer");
    }
    return send_events(board, events, count, accepted);
}

int mneme_receive(mneme_board *board, mneme_event *events, size_t capacity, uint64_t deadline, size_t *count)
{
    if (count == NULL) {
        return MNEME_BAD_ARGUMENT;
    }
    *count = 0;
    int code = begin(board, deadline, BOARD_RUNNING, BOARD_RUNNING);
    if (code != MNEME_OK) {
        return code;
    }
    if (events == NULL && capacity > 0) {
        return bad_argument(board, "the buffer is a null pointer");
    }
    *count = outbox_take(&board->outbox, events, capacity);
    return MNEME_OK;
}

int mneme_read_state(mneme_board *board, uint32_t first_id, uint32_t count, uint32_t variable, int64_t *values,
                     uint64_t deadline)
{
    int code = begin(board, deadline, BOARD_RUNNING, BOARD_RUNNING);
    if (code != MNEME_OK) {
        return code;
    }
    if (values == NULL && count > 0) {
        return bad_argument(board, "the values are a null pointer");
    }
    uint32_t neurons = board->network.program->header.neurons;
    if (first_id > neurons || count > neurons - first_id) {
        return bad_argument(board, "there are no such neurons");
    }
    for (uint32_t i = 0; i < count; i++) {
        const population_state *population = population_of(&board->network, first_id + i);
        uint32_t neuron = first_id + i - population->population->first_id;
        const cells *cells = population->part_count == 0 ? NULL : cells_of(population, neuron);
        if (cells == NULL || !read_variable(cells, first_id + i - cells->slice->first_id, variable, &values[i])) {
            return bad_argument(board, "a neuron of that kind has no such variable");
        }
    }
    return MNEME_OK;
}

int mneme_read_counters(mneme_board *board, mneme_counters *counters, uint64_t deadline)
{
    int code = begin(board, deadline, BOARD_RUNNING, BOARD_RUNNING);
    if (code != MNEME_OK) {
        return code;
    }
    if (counters == NULL) {
        return bad_argument(board, "the counters are a null pointer");
    }
    network *network = &board->network;
    *counters = (mneme_counters){
        .tick = network->tick,
        .spikes = network->spikes,
        .synaptic_events = network->synaptic_events,
        .saturations = network->saturations,
        .barriers = network->tick,
        .events_lost = board->outbox.lost,
        .idle = is_idle(network, &board->inbox),
        .queued_in = inbox_count(&board->inbox),
        .queued_out = board->outbox.count,
    };
    count_costs(network, counters);
    return MNEME_OK;
}

int mneme_reset(mneme_board *board, uint64_t deadline)
{
    int code = begin(board, deadline, BOARD_EMPTY, BOARD_RUNNING);
    if (code == MNEME_OK) {
        board_reset(board);
    }
    return code;
}

int mneme_close(mneme_board *board)
{
    if (board == NULL) {
        return MNEME_OK;
    }
    board_reset(board);
    pool_close(board->pool);
    if (board->registered) {
        registry_remove(board->uri.name);
    }
    errors_clear(&board->errors);
    arena_release(&board->arena);
    free(board);
    return MNEME_OK;
}
