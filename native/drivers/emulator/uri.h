/* What a URI asks for: emulator:[name]?target=NAME|path.pb&threads=N&fault=...&quantity=value */
#ifndef EMULATOR_URI_H
#define EMULATOR_URI_H

#include "common.h"

enum { MOST_SIZES = 64, MOST_THREADS = 256 };

/* A section to be mistreated, in so many loads; 0 for none. */
typedef struct section_fault {
    uint32_t section;
    uint32_t loads;
} section_fault;

typedef struct faults {
    section_fault drop;
    section_fault duplicate;
    section_fault corrupt;
    uint64_t slow_millis;
    uint64_t hang_tick;   /* UINT64_MAX for never */
    uint64_t vanish_tick; /* likewise */
    uint64_t full_in;     /* events that the queues hold */
    uint64_t full_out;
} faults;

/* A quantity of the target, as it was written. */
typedef struct size_option {
    char *key;
    char *value;
} size_option;

typedef struct uri {
    char *name; /* empty for none */
    char *target;
    uint32_t threads;
    faults faults;
    size_option sizes[MOST_SIZES];
    size_t size_count;
} uri;

/* False with errors of MNEME_BAD_URI; the texts are in the arena. */
bool uri_parse(uri *uri, const char *text, arena *arena, errors *errors);

#endif
