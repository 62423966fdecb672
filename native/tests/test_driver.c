/* The interface of the driver, call by call, with a program of random neurons. */
#include <pthread.h>

#include "board.h"
#include "check.h"
#include "program_file.h"

static const char *folder;

static program_file named(const char *name)
{
    char path[500];
    snprintf(path, sizeof path, "%s/%s.mneme", folder, name);
    return program_read(path);
}

static void the_library_says_what_it_is(void)
{
    CHECK_EQUAL(MNEME_DRIVER_ABI, mneme_driver_abi());
    CHECK_TEXT("emulator", mneme_driver_scheme());
    CHECK_TEXT("none of them is hardware", mneme_driver_description());
    CHECK_EQUAL(0, mneme_driver_is_hardware());
    size_t needed = 0;
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_list(NULL, 0, &needed));
    char *list = calloc(needed + 1, 1);
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_list(list, needed - 1, &needed));
    CHECK_EQUAL(MNEME_OK, mneme_list(list, needed, &needed));
    CHECK_EQUAL(strlen(list), needed);
    CHECK_TEXT("emulator:?target=loihi1\temulated: ", list);
    free(list);
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_list(NULL, 0, NULL));
}

static void null_pointers_are_refused(void)
{
    mneme_board *board = NULL;
    uint64_t executed;
    size_t count;
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_open(NULL, 0, &board));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_open("emulator:", 0, NULL));
    CHECK_EQUAL(0, mneme_error_count(NULL));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_step(NULL, 1, FOREVER, &executed));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_receive(NULL, NULL, 0, FOREVER, &count));
    CHECK_EQUAL(MNEME_OK, mneme_close(NULL));
    program_file program = named("emulator-2");
    board = program_open(&program, "", 1);
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_step(board, 1, FOREVER, NULL));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_send(board, NULL, 1, FOREVER, &count));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_receive(board, NULL, 1, FOREVER, &count));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_read_state(board, 0, 1, MNEME_SUM, NULL, FOREVER));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_read_counters(board, NULL, FOREVER));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_error(board, 5, (char[5]){0}, 5));
    CHECK_EQUAL(MNEME_OK, mneme_close(board));
    program_free(&program);
}

static void calls_out_of_order_are_refused(void)
{
    mneme_board *board;
    uint64_t executed;
    mneme_counters counters;
    CHECK_EQUAL(MNEME_OK, mneme_open("emulator:", FOREVER, &board));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_step(board, 1, FOREVER, &executed));
    CHECK_TEXT("no program", error_texts(board));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_start(board, 1, FOREVER));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_load_section(board, 1, 2, NULL, 0, 0, FOREVER));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_load_commit(board, 0, FOREVER));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_read_counters(board, &counters, FOREVER));
    program_file program = named("emulator-2");
    program_adopt(&program, board);
    CHECK_EQUAL(MNEME_OK, mneme_load_begin(board, program.sections[0].payload, program.sections[0].length, FOREVER));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_start(board, 1, FOREVER));
    CHECK_TEXT("not committed", error_texts(board));
    CHECK_EQUAL(MNEME_OK, program_load(&program, board));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_step(board, 1, FOREVER, &executed));
    CHECK_TEXT("not started", error_texts(board));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_load_commit(board, 1, FOREVER));
    CHECK_EQUAL(MNEME_OK, mneme_start(board, 1, FOREVER));
    CHECK_EQUAL(MNEME_OK, mneme_step(board, 1, FOREVER, &executed));
    CHECK_EQUAL(MNEME_OK, mneme_reset(board, FOREVER));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_step(board, 1, FOREVER, &executed));
    CHECK_EQUAL(MNEME_OK, mneme_close(board));
    program_free(&program);
}

/* Source 0 of emulator-2 has ids 0 ... and a largest payload of 1 or more. */
static void events_are_checked_before_any_is_taken(void)
{
    program_file program = named("emulator-2");
    mneme_board *board = program_open(&program, "", 1);
    uint64_t executed;
    size_t accepted;
    CHECK_EQUAL(MNEME_OK, mneme_step(board, 5, FOREVER, &executed));
    CHECK_EQUAL(5, executed);
    mneme_event good = {7, 0, 1};
    mneme_event bad[][2] = {
        {good, {4, 0, 1}}, {good, {7, 1000000, 1}}, {good, {7, UINT32_MAX, 1}}, {good, {8, 0, 0}}, {good, {7, 0, 1}},
        {good, {9, 0, INT32_MIN}},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        CHECK_EQUAL(MNEME_BAD_EVENT, mneme_send(board, bad[i], 2, FOREVER, &accepted));
        CHECK_EQUAL(0, accepted);
        CHECK_EQUAL(1, mneme_error_count(board));
    }
    CHECK_EQUAL(MNEME_OK, mneme_send(board, &good, 1, FOREVER, &accepted));
    CHECK_EQUAL(1, accepted);
    CHECK_EQUAL(MNEME_BAD_EVENT, mneme_send(board, &good, 1, FOREVER, &accepted));
    CHECK_TEXT("already", error_texts(board));
    mneme_counters counters;
    CHECK_EQUAL(MNEME_OK, mneme_read_counters(board, &counters, FOREVER));
    CHECK_EQUAL(1, counters.queued_in);
    CHECK_EQUAL(0, counters.idle);
    CHECK_EQUAL(MNEME_OK, mneme_step(board, 100000000, FOREVER, &executed));
    CHECK_EQUAL(100000000, executed);
    CHECK_EQUAL(MNEME_OK, mneme_read_counters(board, &counters, FOREVER));
    CHECK_EQUAL(0, counters.queued_in);
    CHECK_EQUAL(1, counters.idle);
    CHECK_EQUAL(100000005, counters.tick);
    CHECK_EQUAL(100000005, counters.barriers);
    CHECK(counters.spikes >= 1 && counters.synaptic_events > 0);
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_step(board, UINT64_MAX, FOREVER, &executed));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_read_state(board, 0, 1, MNEME_SUM, (int64_t[1]){0}, FOREVER));
    CHECK_EQUAL(MNEME_BAD_ARGUMENT, mneme_read_state(board, 4000000, 1, MNEME_SUM, (int64_t[1]){0}, FOREVER));
    CHECK_EQUAL(MNEME_OK, mneme_read_state(board, 4000000 - 4000000, 0, 99, NULL, FOREVER));
    mneme_close(board);
    program_free(&program);
}

/* What a run leaves: spikes, counters and, of a hash, every state. */
typedef struct trace {
    mneme_event events[20000];
    size_t count;
    mneme_counters counters;
} trace;

static void drive(mneme_board *board, uint64_t ticks, uint64_t piece, trace *trace)
{
    unsigned long long state = 9;
    size_t taken;
    for (uint64_t tick = 0; tick < ticks; tick++) {
        mneme_event event = {tick, (uint32_t)(random_word(&state) % 3), 1};
        mneme_send(board, &event, 1, FOREVER, &taken);
    }
    trace->count = 0;
    for (uint64_t tick = 0; tick < ticks; tick += piece) {
        uint64_t executed;
        CHECK_EQUAL(MNEME_OK, mneme_step(board, piece, FOREVER, &executed));
        size_t got;
        do {
            CHECK_EQUAL(MNEME_OK, mneme_receive(board, trace->events + trace->count, 7, FOREVER, &got));
            trace->count += got;
        } while (got > 0 && trace->count + 7 < 20000);
    }
    CHECK_EQUAL(MNEME_OK, mneme_read_counters(board, &trace->counters, FOREVER));
}

static bool same(const trace *left, const trace *right)
{
    return left->count == right->count &&
           memcmp(left->events, right->events, left->count * sizeof *left->events) == 0 &&
           memcmp(&left->counters, &right->counters, sizeof left->counters) == 0;
}

static void runs_repeat_whatever_pieces_and_threads(void)
{
    static const char *const NAMES[] = {"emulator-2", "emulator-6", "emulator-9", "emulator-39", "emulator5-9", "emulator5-6", "spinnaker1-48"};
    static trace whole;
    static trace other;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        program_file program = named(NAMES[i]);
        mneme_board *board = program_open(&program, "", 7);
        drive(board, 60, 60, &whole);
        CHECK(whole.count > 0);
        for (size_t k = 1; k < whole.count; k++) {
            CHECK(whole.events[k - 1].tick < whole.events[k].tick ||
                  (whole.events[k - 1].tick == whole.events[k].tick && whole.events[k - 1].address < whole.events[k].address));
        }
        CHECK_EQUAL(MNEME_OK, mneme_start(board, 7, FOREVER));
        drive(board, 60, 1, &other);
        CHECK(same(&whole, &other));
        mneme_close(board);
        board = program_open(&program, "threads=3", 7);
        board->network.worth_sharing = 0;
        drive(board, 60, 20, &other);
        CHECK(same(&whole, &other));
        mneme_close(board);
        program_free(&program);
    }
}

static void another_seed_draws_others(void)
{
    static trace first;
    static trace second;
    program_file program = named("emulator-39");
    mneme_board *board = program_open(&program, "", 1);
    drive(board, 60, 60, &first);
    mneme_start(board, 2, FOREVER);
    drive(board, 60, 60, &second);
    CHECK(!same(&first, &second));
    mneme_close(board);
    program_free(&program);
}

/* One figure that is unknown makes the sum unknown. */
static void energy_and_time_follow_the_figures(void)
{
    static trace run;
    program_file program = named("emulator5-6");
    mneme_board *board = program_open(&program, "", 7);
    drive(board, 60, 60, &run);
    CHECK(run.counters.energy_fj == UINT64_MAX && run.counters.time_ps == UINT64_MAX);
    CHECK(run.counters.hops > 0 && run.counters.busiest_link > 0 && run.counters.busiest_link <= run.counters.hops);
    mneme_counters plain = run.counters;
    mneme_close(board);
    board = program_open(&program,
                         "synapse-energy=2e-12&update-energy=0&spike-energy=0&hop-energy=3e-15&synapse-time=0&update-time=0"
                         "&spike-time=0&barrier-time=1e-9",
                         7);
    drive(board, 60, 60, &run);
    CHECK_EQUAL(plain.synaptic_events * 2000 + plain.hops * 3, run.counters.energy_fj);
    CHECK_EQUAL(60 * 1000, run.counters.time_ps);
    CHECK_EQUAL(plain.spikes, run.counters.spikes);
    mneme_close(board);
    program_free(&program);
}

static void limits_are_all_listed(void)
{
    program_file program = named("emulator-6");
    mneme_board *board = NULL;
    CHECK_EQUAL(MNEME_OK, mneme_open("emulator:?input-axons-per-core=1&synapse-bits-per-core=3&thresholds-per-core=0",
                                     FOREVER, &board));
    program_adopt(&program, board);
    CHECK_EQUAL(MNEME_TOO_LARGE, program_load(&program, board));
    CHECK(mneme_error_count(board) >= 3);
    CHECK_TEXT("input-axons-per-core", error_texts(board));
    CHECK_TEXT("synapse-bits-per-core", error_texts(board));
    CHECK_TEXT("thresholds-per-core", error_texts(board));
    uint64_t executed;
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_step(board, 1, FOREVER, &executed));
    mneme_close(board);
    CHECK_EQUAL(MNEME_OK, mneme_open("emulator:?neurons-per-core=2", FOREVER, &board));
    program_adopt(&program, board);
    CHECK_EQUAL(MNEME_TOO_LARGE, program_load(&program, board));
    CHECK_TEXT("neurons-per-core", error_texts(board));
    mneme_close(board);
    program_free(&program);
}

static void another_target_is_refused_by_name(void)
{
    program_file program = named("emulator-2");
    mneme_board *board;
    CHECK_EQUAL(MNEME_OK, mneme_open("emulator:?target=loihi2", FOREVER, &board));
    CHECK_EQUAL(MNEME_BAD_PROGRAM, program_load(&program, board));
    CHECK_TEXT("for the target emulator, and this board is a loihi2", error_texts(board));
    mneme_close(board);
    CHECK_EQUAL(MNEME_OK, mneme_open("emulator:?chips=3", FOREVER, &board));
    CHECK_EQUAL(MNEME_BAD_PROGRAM, program_load(&program, board));
    CHECK_TEXT("compile it again", error_texts(board));
    mneme_close(board);
    program_free(&program);
}

static void a_name_is_held_by_one_session(void)
{
    mneme_board *first;
    mneme_board *second;
    CHECK_EQUAL(MNEME_OK, mneme_open("emulator:desk", FOREVER, &first));
    CHECK_EQUAL(MNEME_BUSY, mneme_open("emulator:desk?chips=2", FOREVER, &second));
    CHECK_TEXT("another session holds the board desk", error_texts(second));
    CHECK_EQUAL(MNEME_OK, mneme_close(second));
    CHECK_EQUAL(MNEME_BUSY, mneme_open("emulator:desk", FOREVER, &second));
    CHECK_EQUAL(MNEME_OK, mneme_close(second));
    CHECK_EQUAL(MNEME_OK, mneme_close(first));
    CHECK_EQUAL(MNEME_OK, mneme_open("emulator:desk", FOREVER, &first));
    CHECK_EQUAL(MNEME_OK, mneme_close(first));
}

static void *open_and_close(void *context)
{
    size_t *opened = context;
    for (int i = 0; i < 100; i++) {
        mneme_board *board;
        *opened += mneme_open("emulator:shared", FOREVER, &board) == MNEME_OK;
        mneme_close(board);
    }
    return NULL;
}

static void threads_may_open_boards_at_once(void)
{
    pthread_t threads[4];
    size_t opened[4] = {0};
    for (int i = 0; i < 4; i++) {
        CHECK_EQUAL(0, pthread_create(&threads[i], NULL, open_and_close, &opened[i]));
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
    }
    CHECK(opened[0] + opened[1] + opened[2] + opened[3] > 0);
}

int main(int count, char **arguments)
{
    folder = count == 2 ? arguments[1] : ".";
    the_library_says_what_it_is();
    null_pointers_are_refused();
    calls_out_of_order_are_refused();
    events_are_checked_before_any_is_taken();
    runs_repeat_whatever_pieces_and_threads();
    another_seed_draws_others();
    energy_and_time_follow_the_figures();
    limits_are_all_listed();
    another_target_is_refused_by_name();
    a_name_is_held_by_one_session();
    threads_may_open_boards_at_once();
    return done();
}
