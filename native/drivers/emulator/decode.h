/* nanopb over bytes in memory: fields of bytes are left where they lie, lists of numbers and messages are collected in an arena. */
#ifndef EMULATOR_DECODE_H
#define EMULATOR_DECODE_H

#include <pb_decode.h>

#include "common.h"

/* What the callbacks of one message share; lives as long as its decoding. */
typedef struct decoding {
    arena *arena;
    errors *errors;
    const uint8_t *at;  /* the next byte */
    size_t most;        /* elements that a list may have */
    const char *where;  /* for texts: "section 3" */
} decoding;

/* A list of integers, each as it stands, or widened. */
typedef struct numbers {
    int64_t *at;
    size_t count;
    size_t capacity;
} numbers;

/* What a callback is given: where to put it, and in what decoding. */
typedef struct slot {
    decoding *decoding;
    void *into;
    bool seen;
} slot;

pb_istream_t decode_stream(decoding *decoding, view bytes);

/* Decodes a whole message; false with an error where it is damaged. */
bool decode_message(decoding *decoding, view bytes, const pb_msgdesc_t *fields, void *message);

/* Sets a callback. `into` is a view, ... */
void decode_bytes(pb_callback_t *callback, slot *slot, decoding *decoding, view *into);

/* ... numbers of type uint32 or uint64, or of type sint64, ... */
void decode_unsigned(pb_callback_t *callback, slot *slot, decoding *decoding, numbers *into);
void decode_signed(pb_callback_t *callback, slot *slot, decoding *decoding, numbers *into);

/* ... or whatever the function of a repeated message makes of it. */
typedef bool (*decode_element)(pb_istream_t *stream, decoding *decoding, void *into);
typedef struct element_slot {
    slot slot;
    decode_element decode;
} element_slot;
void decode_elements(pb_callback_t *callback, element_slot *slot, decoding *decoding, decode_element decode, void *into);

/* The value for a neuron, of a list with one for all or one a neuron. */
static inline int64_t number_of(const numbers *numbers, size_t neuron)
{
    return numbers->at[numbers->count == 1 ? 0 : neuron];
}

#endif
