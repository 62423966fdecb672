/* The faults that a URI can ask for, and what the board is like after each. */
#include <time.h>

#include "check.h"
#include "program_file.h"

static const char *folder;

static program_file named(const char *name)
{
    char path[500];
    snprintf(path, sizeof path, "%s/%s.mneme", folder, name);
    return program_read(path);
}

static mneme_board *open_with(program_file *program, const char *options)
{
    char uri[300];
    mneme_board *board;
    snprintf(uri, sizeof uri, "emulator:?target=%s&%s", program->target, options);
    CHECK_EQUAL(MNEME_OK, mneme_open(uri, FOREVER, &board));
    program_adopt(program, board);
    return board;
}

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static void check_not_loaded(const char *options, const char *part)
{
    program_file program = named("emulator5-0");
    mneme_board *board = open_with(&program, options);
    uint64_t executed;
    CHECK_EQUAL(MNEME_CORRUPT, program_load(&program, board));
    CHECK_TEXT(part, error_texts(board));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_start(board, 1, FOREVER));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_step(board, 1, FOREVER, &executed));
    CHECK_EQUAL(MNEME_OK, mneme_close(board));
    program_free(&program);
}

static void sections_that_do_not_read_back_stop_a_load(void)
{
    check_not_loaded("fault=drop-section@3", "section 3 is not on the board");
    check_not_loaded("fault=drop-section@1", "section 1 is not on the board");
    check_not_loaded("fault=drop-section@6", "section 6 is not on the board");
    check_not_loaded("fault=duplicate-section@2", "section 2 is on the board twice");
    check_not_loaded("fault=corrupt-section@4", "section 4 reads back with CRC-32C");
    check_not_loaded("fault=corrupt-section@4,drop-section@5", "section 5 is not on the board");
}

static void a_fault_of_one_load_lets_the_next_pass(void)
{
    program_file program = named("emulator5-0");
    mneme_board *board = open_with(&program, "fault=corrupt-section@2x1");
    CHECK_EQUAL(MNEME_CORRUPT, program_load(&program, board));
    CHECK_EQUAL(MNEME_OK, program_load(&program, board));
    CHECK_EQUAL(MNEME_OK, mneme_start(board, 1, FOREVER));
    mneme_close(board);
    program_free(&program);
}

static void a_board_that_vanishes_has_done_the_ticks_before(void)
{
    program_file program = named("emulator-2");
    mneme_board *board = program_open(&program, "fault=vanish@7", 1);
    uint64_t executed;
    mneme_counters counters;
    CHECK_EQUAL(MNEME_OK, mneme_step(board, 3, FOREVER, &executed));
    CHECK_EQUAL(3, executed);
    CHECK_EQUAL(MNEME_GONE, mneme_step(board, 20, FOREVER, &executed));
    CHECK_EQUAL(4, executed);
    CHECK_EQUAL(MNEME_GONE, mneme_step(board, 20, FOREVER, &executed));
    CHECK_EQUAL(0, executed);
    CHECK_EQUAL(MNEME_GONE, mneme_read_counters(board, &counters, FOREVER));
    CHECK_EQUAL(MNEME_GONE, mneme_reset(board, FOREVER));
    CHECK_TEXT("does not answer any more", error_texts(board));
    CHECK_EQUAL(MNEME_OK, mneme_close(board));
    program_free(&program);
}

static void a_board_that_hangs_keeps_to_the_deadline(void)
{
    program_file program = named("emulator-2");
    mneme_board *board = program_open(&program, "fault=hang@5", 1);
    uint64_t executed;
    uint64_t begun = now();
    CHECK_EQUAL(MNEME_TIMEOUT, mneme_step(board, 9, 30000000, &executed));
    CHECK_EQUAL(5, executed);
    CHECK_EQUAL(MNEME_TIMEOUT, mneme_step(board, 4, 30000000, &executed));
    CHECK_EQUAL(0, executed);
    CHECK(now() - begun >= 60000000);
    CHECK_EQUAL(MNEME_OK, mneme_close(board));
    program_free(&program);
}

static void a_slow_board_answers_late_or_not_in_time(void)
{
    program_file program = named("emulator-2");
    mneme_board *board = program_open(&program, "fault=slow@20", 1);
    uint64_t executed;
    uint64_t begun = now();
    CHECK_EQUAL(MNEME_OK, mneme_step(board, 1, FOREVER, &executed));
    CHECK(now() - begun >= 20000000);
    CHECK_EQUAL(MNEME_TIMEOUT, mneme_step(board, 1, 1000000, &executed));
    CHECK_EQUAL(0, executed);
    CHECK_EQUAL(MNEME_OK, mneme_step(board, 1, FOREVER, &executed));
    CHECK_EQUAL(1, executed);
    mneme_close(board);
    program_free(&program);
}

static void a_late_load_leaves_no_program(void)
{
    program_file program = named("emulator5-0");
    mneme_board *board = open_with(&program, "fault=slow@2");
    const file_section *header = &program.sections[0];
    CHECK_EQUAL(MNEME_OK, mneme_load_begin(board, header->payload, header->length, FOREVER));
    const file_section *first = &program.sections[1];
    CHECK_EQUAL(MNEME_TIMEOUT,
                mneme_load_section(board, 1, first->kind, first->payload, first->length, first->crc, 1000));
    CHECK_EQUAL(MNEME_BAD_STATE, mneme_load_commit(board, 1, FOREVER));
    CHECK_EQUAL(MNEME_OK, program_load(&program, board));
    mneme_close(board);
    program_free(&program);
}

static void full_queues_say_so(void)
{
    program_file program = named("emulator-2");
    mneme_board *board = program_open(&program, "fault=full-in@4&fault=full-out@1", 1);
    mneme_event events[6];
    for (uint32_t i = 0; i < 6; i++) {
        events[i] = (mneme_event){i, 0, 1};
    }
    size_t count;
    uint64_t executed;
    CHECK_EQUAL(MNEME_FULL, mneme_send(board, events, 6, FOREVER, &count));
    CHECK_EQUAL(4, count);
    CHECK_TEXT("holds 4 spikes", error_texts(board));
    CHECK_EQUAL(MNEME_FULL, mneme_send(board, events + 4, 2, FOREVER, &count));
    CHECK_EQUAL(0, count);
    CHECK_EQUAL(MNEME_OK, mneme_step(board, 10, FOREVER, &executed));
    mneme_counters counters;
    CHECK_EQUAL(MNEME_OK, mneme_read_counters(board, &counters, FOREVER));
    CHECK_EQUAL(1, counters.queued_out);
    CHECK_EQUAL(counters.spikes - 1, counters.events_lost);
    mneme_event got[4];
    CHECK_EQUAL(MNEME_OK, mneme_receive(board, got, 4, FOREVER, &count));
    CHECK_EQUAL(1, count);
    CHECK_EQUAL(0, got[0].tick);
    mneme_close(board);
    program_free(&program);
}

static void a_deadline_that_passes_leaves_the_rest(void)
{
    program_file program = named("emulator-39");
    mneme_board *board = program_open(&program, "", 1);
    uint64_t done_ticks = 0;
    int timeouts = 0;
    for (uint64_t tick = 0; tick < 3000; tick++) {
        size_t accepted;
        mneme_event event = {tick, 0, 1};
        CHECK_EQUAL(MNEME_OK, mneme_send(board, &event, 1, FOREVER, &accepted));
    }
    while (done_ticks < 3000) {
        uint64_t executed;
        int code = mneme_step(board, 3000 - done_ticks, 1, &executed);
        CHECK(code == MNEME_OK || code == MNEME_TIMEOUT);
        CHECK(executed > 0);
        timeouts += code == MNEME_TIMEOUT;
        done_ticks += executed;
    }
    CHECK_EQUAL(3000, done_ticks);
    CHECK(timeouts == 3000 / 8 - 1 || timeouts == 3000 / 8);
    mneme_close(board);
    program_free(&program);
}

int main(int count, char **arguments)
{
    folder = count == 2 ? arguments[1] : ".";
    sections_that_do_not_read_back_stop_a_load();
    a_fault_of_one_load_lets_the_next_pass();
    a_board_that_vanishes_has_done_the_ticks_before();
    a_board_that_hangs_keeps_to_the_deadline();
    a_slow_board_answers_late_or_not_in_time();
    a_late_load_leaves_no_program();
    full_queues_say_so();
    a_deadline_that_passes_leaves_the_rest();
    return done();
}
