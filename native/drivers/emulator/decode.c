#include "decode.h"

static bool read_memory(pb_istream_t *stream, pb_byte_t *buffer, size_t count)
{
    decoding *decoding = stream->state;
    if (buffer != NULL) {
        memcpy(buffer, decoding->at, count);
    }
    decoding->at += count;
    return true;
}

pb_istream_t decode_stream(decoding *decoding, view bytes)
{
    decoding->at = bytes.at;
    return (pb_istream_t){.callback = read_memory, .state = decoding, .bytes_left = bytes.size};
}

bool decode_message(decoding *decoding, view bytes, const pb_msgdesc_t *fields, void *message)
{
    pb_istream_t stream = decode_stream(decoding, bytes);
    uint32_t before = decoding->errors->count;
    if (pb_decode(&stream, fields, message)) {
        return true;
    }
    if (decoding->errors->count == before) {
        refuse(decoding->errors, MNEME_BAD_PROGRAM, "%s cannot be read: %s", decoding->where, PB_GET_ERROR(&stream));
    }
    return false;
}

static bool take_bytes(pb_istream_t *stream, const pb_field_t *field, void **argument)
{
    (void)field;
    slot *slot = *argument;
    if (stream->callback != read_memory) {
        PB_RETURN_ERROR(stream, "a number where bytes belong");
    }
    if (slot->seen) {
        PB_RETURN_ERROR(stream, "a field twice");
    }
    slot->seen = true;
    *(view *)slot->into = (view){slot->decoding->at, stream->bytes_left};
    slot->decoding->at += stream->bytes_left;
    stream->bytes_left = 0;
    return true;
}

static bool add_number(pb_istream_t *stream, slot *slot, int64_t value)
{
    numbers *numbers = slot->into;
    if (numbers->count >= slot->decoding->most) {
        PB_RETURN_ERROR(stream, "a list longer than there are neurons");
    }
    int64_t *grown = arena_grow(slot->decoding->arena, numbers->at, numbers->count, &numbers->capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(slot->decoding->errors);
    }
    numbers->at = grown;
    numbers->at[numbers->count++] = value;
    return true;
}

static bool take_unsigned(pb_istream_t *stream, const pb_field_t *field, void **argument)
{
    (void)field;
    uint64_t value;
    if (!pb_decode_varint(stream, &value)) {
        return false;
    }
    if (value > INT64_MAX) {
        PB_RETURN_ERROR(stream, "a number too large");
    }
    return add_number(stream, *argument, (int64_t)value);
}

static bool take_signed(pb_istream_t *stream, const pb_field_t *field, void **argument)
{
    (void)field;
    int64_t value;
    return pb_decode_svarint(stream, &value) && add_number(stream, *argument, value);
}

static bool take_element(pb_istream_t *stream, const pb_field_t *field, void **argument)
{
    (void)field;
    element_slot *slot = *argument;
    if (stream->callback != read_memory) {
        PB_RETURN_ERROR(stream, "a number where a message belongs");
    }
    return slot->decode(stream, slot->slot.decoding, slot->slot.into);
}

static void set(pb_callback_t *callback, slot *slot, decoding *decoding, void *into,
                bool (*decode)(pb_istream_t *, const pb_field_t *, void **))
{
    slot->decoding = decoding;
    slot->into = into;
    slot->seen = false;
    callback->funcs.decode = decode;
    callback->arg = slot;
}

void decode_bytes(pb_callback_t *callback, slot *slot, decoding *decoding, view *into)
{
    set(callback, slot, decoding, into, take_bytes);
}

void decode_unsigned(pb_callback_t *callback, slot *slot, decoding *decoding, numbers *into)
{
    set(callback, slot, decoding, into, take_unsigned);
}

void decode_signed(pb_callback_t *callback, slot *slot, decoding *decoding, numbers *into)
{
    set(callback, slot, decoding, into, take_signed);
}

void decode_elements(pb_callback_t *callback, element_slot *slot, decoding *decoding, decode_element decode, void *into)
{
    set(callback, &slot->slot, decoding, into, take_element);
    callback->arg = slot;
    slot->decode = decode;
}
