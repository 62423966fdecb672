#include "common.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { ALIGNMENT = 64, MOST_ERRORS = 1000, LONGEST_ERROR = 1000 };

struct arena_block {
    struct arena_block *next;
    struct arena_block *previous;
    void *allocated;
};

void *arena_take(arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2) {
        return NULL;
    }
    /* calloc() leaves the pages of a large block alone until they are used. */
    void *allocated = calloc(1, bytes + 2 * ALIGNMENT);
    if (allocated == NULL) {
        return NULL;
    }
    uint8_t *taken = (uint8_t *)(((uintptr_t)allocated + 2 * ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    struct arena_block *block = (struct arena_block *)(taken - sizeof *block);
    block->allocated = allocated;
    block->next = arena->blocks;
    if (arena->blocks != NULL) {
        arena->blocks->previous = block;
    }
    arena->blocks = block;
    return taken;
}

void arena_drop(arena *arena, void *taken)
{
    if (taken == NULL) {
        return;
    }
    struct arena_block *block = (struct arena_block *)((uint8_t *)taken - sizeof *block);
    if (block->previous != NULL) {
        block->previous->next = block->next;
    } else {
        arena->blocks = block->next;
    }
    if (block->next != NULL) {
        block->next->previous = block->previous;
    }
    free(block->allocated);
}

void *arena_grow(arena *arena, void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) {
        return array;
    }
    size_t next = *capacity < 4 ? 4 : 2 * *capacity;
    void *larger = arena_take(arena, next, size);
    if (larger == NULL) {
        return NULL;
    }
    if (array != NULL) {
        memcpy(larger, array, count * size);
        arena_drop(arena, array);
    }
    *capacity = next;
    return larger;
}

void arena_release(arena *arena)
{
    while (arena->blocks != NULL) {
        struct arena_block *block = arena->blocks;
        arena->blocks = block->next;
        free(block->allocated);
    }
}

void errors_clear(errors *errors)
{
    for (uint32_t i = 0; i < errors->count; i++) {
        free(errors->texts[i]);
    }
    free(errors->texts);
    memset(errors, 0, sizeof *errors);
}

bool refuse(errors *errors, int code, const char *format, ...)
{
    if (errors->code == MNEME_OK) {
        errors->code = code;
    }
    if (errors->count == MOST_ERRORS) {
        errors->left_out++;
        return false;
    }
    if (errors->texts == NULL) {
        errors->texts = calloc(MOST_ERRORS, sizeof *errors->texts);
    }
    char *text = errors->texts == NULL ? NULL : malloc(LONGEST_ERROR);
    if (text != NULL) {
        va_list arguments;
        va_start(arguments, format);
        vsnprintf(text, LONGEST_ERROR, format, arguments);
        va_end(arguments);
        errors->texts[errors->count++] = text;
    }
    return false;
}

bool refuse_memory(errors *errors)
{
    return refuse(errors, MNEME_BROKEN, "there is not enough memory for this program");
}
