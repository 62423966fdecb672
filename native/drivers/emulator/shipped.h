/* The target descriptions that the library holds; CMake makes the bytes from the textproto files of backends/board. */
#ifndef EMULATOR_SHIPPED_H
#define EMULATOR_SHIPPED_H

#include <stddef.h>
#include <stdint.h>

typedef struct shipped_target {
    const char *name;
    const char *title;
    const uint8_t *bytes;
    size_t size;
} shipped_target;

extern const shipped_target shipped_targets[];
extern const size_t shipped_target_count;

#endif
