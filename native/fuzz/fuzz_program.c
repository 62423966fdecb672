/*
 * Fuzzes the reader of board programs, and a short run of what it takes: fuzz_program CORPUS. An input is a file of a board program; its
 * checksums and its target's digest are put right first, so that the bytes behind them are reached.
 */
#include <stdlib.h>
#include <string.h>

#include "exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static mneme_board *open_board(const char *target)
{
    char uri[100] = "emulator:?target=";
    mneme_board *board = NULL;
    strcat(uri, target);
    if (mneme_open(uri, FOREVER, &board) != MNEME_OK) {
        abort();
    }
    return board;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const TARGETS[] = {"emulator", "loihi1", "spinnaker1", "truenorth", "tinyodin"};
    static mneme_board *boards[sizeof TARGETS / sizeof *TARGETS];
    program_file program;
    if (!program_parse(&program, bytes, size)) {
        return 0;
    }
    size_t t = 0;
    while (t + 1 < sizeof TARGETS / sizeof *TARGETS && strcmp(TARGETS[t], program.target) != 0) {
        t++;
    }
    if (boards[t] == NULL) {
        boards[t] = open_board(TARGETS[t]);
    }
    program_adopt(&program, boards[t]);
    exercise(&program, boards[t]);
    program_free(&program);
    return 0;
}
