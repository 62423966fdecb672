/* Board programs from files, as tests, fuzzing and the benchmark load them; sections can be damaged before they are sent. */
#ifndef TESTS_PROGRAM_FILE_H
#define TESTS_PROGRAM_FILE_H

#include <stdbool.h>

#include "mneme_driver.h"

typedef struct file_section {
    uint32_t kind;
    uint8_t *payload;
    size_t length;
    uint32_t crc;
} file_section;

typedef struct program_file {
    file_section *sections; /* the header first, the trailer left out */
    size_t count;
    char target[64];
} program_file;

/* Splits the bytes of a file; false where they are no frames. CRCs are computed, not read. */
bool program_parse(program_file *program, const uint8_t *bytes, size_t size);

/* Reads a file; ends the test where there is none. */
program_file program_read(const char *path);

program_file program_copy(const program_file *program);

void program_free(program_file *program);

/* Computes the CRC of a section whose payload has been changed. */
void program_stamp(file_section *section);

/* Writes the digest of the board's target into the header: programs are kept while descriptions of targets change. */
void program_adopt(program_file *program, mneme_board *board);

/* Begin, sections, commit; the first code that is not MNEME_OK. */
int program_load(const program_file *program, mneme_board *board);

/* Opens a board of the program's target, with further options, loads, and starts with a seed; ends the test where that fails. */
mneme_board *program_open(program_file *program, const char *options, uint64_t seed);

/* The texts of all errors of the last call, joined; static. */
const char *error_texts(mneme_board *board);

#define FOREVER UINT64_C(1000000000000)

#endif
