#include "board.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "shipped.h"

#define NANOSECONDS UINT64_C(1000000000)

enum { LARGEST_FILE = 16 << 20 };

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * NANOSECONDS + (uint64_t)time.tv_nsec;
}

static void sleep_for(uint64_t nanoseconds)
{
    struct timespec time = {(time_t)(nanoseconds / NANOSECONDS), (long)(nanoseconds % NANOSECONDS)};
    while (nanosleep(&time, &time) != 0) {
    }
}

bool board_expired(const mneme_board *board)
{
    return now() - board->begun >= board->deadline;
}

void board_sleep_out(const mneme_board *board)
{
    uint64_t passed = now() - board->begun;
    if (passed < board->deadline) {
        sleep_for(board->deadline - passed);
    }
}

int board_begin(mneme_board *board, uint64_t deadline)
{
    errors_clear(&board->errors);
    board->begun = now();
    board->deadline = deadline;
    if (board->vanished) {
        refuse(&board->errors, MNEME_GONE, "the board does not answer any more");
        return MNEME_GONE;
    }
    uint64_t slow = board->uri.faults.slow_millis * 1000000;
    if (board->hangs || slow > deadline) {
        board_sleep_out(board);
        refuse(&board->errors, MNEME_TIMEOUT, "the board did not answer before the deadline");
        return MNEME_TIMEOUT;
    }
    if (slow > 0) {
        sleep_for(slow);
    }
    return MNEME_OK;
}

void board_reset(mneme_board *board)
{
    arena_release(&board->network.arena);
    arena_release(&board->program.arena);
    memset(&board->network, 0, sizeof board->network);
    memset(&board->program, 0, sizeof board->program);
    board->sections = 0;
    board->stored = NULL;
    board->stored_count = 0;
    board->stored_capacity = 0;
    inbox_clear(&board->inbox);
    outbox_clear(&board->outbox);
    board->state = BOARD_EMPTY;
}

static pthread_mutex_t registry_lock = PTHREAD_MUTEX_INITIALIZER;
static char **registry;
static size_t registry_count;
static size_t registry_room;

static size_t registry_find(const char *name)
{
    size_t i = 0;
    while (i < registry_count && strcmp(registry[i], name) != 0) {
        i++;
    }
    return i;
}

bool registry_add(const char *name)
{
    bool added = false;
    pthread_mutex_lock(&registry_lock);
    if (registry_find(name) == registry_count) {
        if (registry_count == registry_room) {
            char **larger = realloc(registry, (registry_room + 16) * sizeof *larger);
            if (larger != NULL) {
                registry = larger;
                registry_room += 16;
            }
        }
        char *copy = registry_count < registry_room ? malloc(strlen(name) + 1) : NULL;
        if (copy != NULL) {
            strcpy(copy, name);
            registry[registry_count++] = copy;
            added = true;
        }
    }
    pthread_mutex_unlock(&registry_lock);
    return added;
}

void registry_remove(const char *name)
{
    pthread_mutex_lock(&registry_lock);
    size_t i = registry_find(name);
    if (i < registry_count) {
        free(registry[i]);
        registry[i] = registry[--registry_count];
    }
    if (registry_count == 0) {
        free(registry);
        registry = NULL;
        registry_room = 0;
    }
    pthread_mutex_unlock(&registry_lock);
}

static bool read_file(view *bytes, const char *path, arena *arena, errors *errors)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return refuse(errors, MNEME_BAD_URI, "target=%s: there is no such file, or it cannot be read", path);
    }
    size_t size = 0;
    uint8_t *all = arena_take(arena, LARGEST_FILE, 1);
    if (all != NULL) {
        size = fread(all, 1, LARGEST_FILE, file);
    }
    bool whole = all != NULL && feof(file) != 0 && size > 0;
    fclose(file);
    *bytes = (view){all, size};
    return whole || refuse(errors, MNEME_BAD_URI, "target=%s: this file is no description of a target", path);
}

static bool is_path(const char *target)
{
    size_t length = strlen(target);
    return strchr(target, '/') != NULL || strchr(target, '\\') != NULL ||
           (length > 3 && strcmp(target + length - 3, ".pb") == 0);
}

bool find_target(view *description, const uri *uri, arena *arena, errors *errors)
{
    if (is_path(uri->target)) {
        return read_file(description, uri->target, arena, errors) && size_target(description, uri, arena, errors);
    }
    for (size_t i = 0; i < shipped_target_count; i++) {
        if (strcmp(shipped_targets[i].name, uri->target) == 0) {
            *description = (view){shipped_targets[i].bytes, shipped_targets[i].size};
            return size_target(description, uri, arena, errors);
        }
    }
    char names[500] = "";
    for (size_t i = 0; i < shipped_target_count; i++) {
        size_t used = strlen(names);
        snprintf(names + used, sizeof names - used, "%s%s", i == 0 ? "" : ", ", shipped_targets[i].name);
    }
    return refuse(errors, MNEME_BAD_URI, "target=%.100s is unknown; there are %s, and files that end with .pb", uri->target,
                  names);
}
