#include "exercise.h"

#include <stdlib.h>

enum { TICKS = 12, SOURCES = 6 };

int exercise(const program_file *program, mneme_board *board)
{
    int code = program_load(program, board);
    uint64_t executed;
    if (code != MNEME_OK) {
        /* A load that failed has left nothing. */
        if (mneme_step(board, 1, FOREVER, &executed) != MNEME_BAD_STATE) {
            abort();
        }
        return code;
    }
    if (mneme_start(board, 3, FOREVER) != MNEME_OK) {
        abort();
    }
    for (uint64_t tick = 0; tick < TICKS; tick++) {
        for (uint32_t source = 0; source < SOURCES; source++) {
            size_t accepted;
            mneme_event event = {tick + source, source, source % 2 == 0 ? 1 : -1};
            mneme_send(board, &event, 1, FOREVER, &accepted);
        }
        if (mneme_step(board, 1 + tick % 3, FOREVER, &executed) != MNEME_OK) {
            abort();
        }
        mneme_event events[16];
        size_t count;
        mneme_receive(board, events, 16, FOREVER, &count);
    }
    for (uint32_t variable = 0; variable < 6; variable++) {
        for (uint32_t id = 0; id < 50; id++) {
            int64_t value;
            mneme_read_state(board, id, 1, variable, &value, FOREVER);
        }
    }
    mneme_counters counters;
    if (mneme_read_counters(board, &counters, FOREVER) != MNEME_OK || mneme_reset(board, FOREVER) != MNEME_OK) {
        abort();
    }
    return code;
}
