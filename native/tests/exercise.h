/* Loads a program that may be damaged and, where the board takes it, runs it for a while: never more than an error may come of it. */
#ifndef TESTS_EXERCISE_H
#define TESTS_EXERCISE_H

#include "program_file.h"

/* Returns the code of the load. */
int exercise(const program_file *program, mneme_board *board);

#endif
