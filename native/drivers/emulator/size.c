/*
 * Sizes a description by the quantities of a URI, to the byte as `mneme compile --target NAME?quantity=value` does it, so that a program for
 * such a target is a program for such a board.
 */
#include <math.h>
#include <pb_encode.h>
#include <stdio.h>
#include <stdlib.h>

#include "board.h"
#include "decode.h"
#include "mneme/board/target.pb.h"

typedef struct sizing {
    bool given[QUANTITIES];
    double value[QUANTITIES];
    char *source; /* "option " and what was written */
    uint32_t status;
} sizing;

static bool parse_value(const char *text, double *value)
{
    if (strcmp(text, "inf") == 0) {
        *value = INFINITY;
        return true;
    }
    char *end;
    *value = strtod(text, &end);
    return *text != '\0' && strspn(text, "0123456789.+-eE") == strlen(text) && *end == '\0' && isfinite(*value) && *value >= 0;
}

static bool parse_sizes(sizing *sizing, const uri *uri, arena *arena, errors *errors)
{
    size_t length = sizeof "option ";
    for (size_t i = 0; i < uri->size_count; i++) {
        length += strlen(uri->sizes[i].key) + strlen(uri->sizes[i].value) + 2;
    }
    sizing->source = arena_take(arena, length, 1);
    if (sizing->source == NULL) {
        return refuse_memory(errors);
    }
    strcpy(sizing->source, "option ");
    for (size_t i = 0; i < uri->size_count; i++) {
        const size_option *option = &uri->sizes[i];
        enum quantity quantity = quantity_named((view){(const uint8_t *)option->key, strlen(option->key)});
        if (quantity == QUANTITIES) {
            return refuse(errors, MNEME_BAD_URI,
                          "%.100s is no option; there are target, threads, fault, and quantities of the target such as chips",
                          option->key);
        }
        if (sizing->given[quantity] || !parse_value(option->value, &sizing->value[quantity])) {
            return refuse(errors, MNEME_BAD_URI, "%s=%.100s: give it once, a number of 0 or more, or inf", option->key,
                          option->value);
        }
        sizing->given[quantity] = true;
        strcat(sizing->source, i == 0 ? "" : "&");
        strcat(strcat(strcat(sizing->source, option->key), "="), option->value);
    }
    return true;
}

static void put(sizing *sizing, enum quantity quantity, double value)
{
    if (!sizing->given[quantity]) {
        sizing->given[quantity] = true;
        sizing->value[quantity] = value;
    }
}

/* The most square grid that holds them, where none is given. */
static void square(sizing *sizing, double places, enum quantity columns, enum quantity rows)
{
    if (!sizing->given[columns] && !sizing->given[rows]) {
        double fewer = fmax(1, floor(sqrt(places)));
        put(sizing, rows, fewer);
        put(sizing, columns, ceil(places / fewer));
    }
}

static void complete(sizing *sizing, const target *target)
{
    bool tiled = sizing->given[CORES_PER_CHIP] || sizing->given[CORES_PER_TILE];
    if (sizing->given[CHIPS]) {
        square(sizing, sizing->value[CHIPS], CHIP_COLUMNS, CHIP_ROWS);
    }
    if (tiled) {
        bool one_router = target->value[TILE_COLUMNS] == 1 && target->value[TILE_ROWS] == 1;
        put(sizing, CORES_PER_CHIP, target->cores_per_chip);
        put(sizing, CORES_PER_TILE, one_router ? sizing->value[CORES_PER_CHIP] : target->value[CORES_PER_TILE]);
        square(sizing, ceil(sizing->value[CORES_PER_CHIP] / sizing->value[CORES_PER_TILE]), TILE_COLUMNS, TILE_ROWS);
    }
}

static bool encode_text(pb_ostream_t *stream, const pb_field_t *field, void *const *argument)
{
    const char *text = *argument;
    return *text == '\0' ||
           (pb_encode_tag_for_field(stream, field) && pb_encode_string(stream, (const pb_byte_t *)text, strlen(text)));
}

static bool write_figure(pb_ostream_t *out, const sizing *sizing, enum quantity quantity)
{
    mneme_board_Figure figure = mneme_board_Figure_init_zero;
    figure.quantity.funcs.encode = encode_text;
    figure.quantity.arg = (void *)quantity_key(quantity);
    figure.has_value = true;
    figure.value = sizing->value[quantity];
    figure.status = (mneme_board_Status)sizing->status;
    figure.source.funcs.encode = encode_text;
    figure.source.arg = sizing->source;
    figure.unit.funcs.encode = encode_text;
    figure.unit.arg = (void *)quantity_unit(quantity);
    return pb_encode_tag(out, PB_WT_STRING, mneme_board_TargetDescription_figure_tag) &&
           pb_encode_submessage(out, mneme_board_Figure_fields, &figure);
}

static bool take_name(pb_istream_t *stream, const pb_field_t *field, void **argument)
{
    (void)field;
    *(enum quantity *)*argument = quantity_named((view){stream->state, stream->bytes_left});
    return pb_read(stream, NULL, stream->bytes_left);
}

static enum quantity quantity_of(const uint8_t *bytes, size_t size)
{
    enum quantity quantity = QUANTITIES;
    mneme_board_Figure figure = mneme_board_Figure_init_zero;
    pb_istream_t stream = pb_istream_from_buffer(bytes, size);
    figure.quantity.funcs.decode = take_name;
    figure.quantity.arg = &quantity;
    return pb_decode(&stream, mneme_board_Figure_fields, &figure) ? quantity : QUANTITIES;
}

/* Copies field by field; figures that are given take the place of those that are there, or of their order. */
static bool rewrite(const sizing *sizing, view from, pb_ostream_t *out)
{
    pb_istream_t in = pb_istream_from_buffer(from.at, from.size);
    bool written[QUANTITIES] = {false};
    while (in.bytes_left > 0) {
        const uint8_t *start = in.state;
        pb_wire_type_t type;
        uint32_t tag;
        bool end;
        if (!pb_decode_tag(&in, &type, &tag, &end)) {
            return false;
        }
        pb_istream_t field = in;
        uint32_t length = 0;
        if (!pb_skip_field(&in, type)) {
            return false;
        }
        bool figure = tag == mneme_board_TargetDescription_figure_tag && type == PB_WT_STRING;
        enum quantity present = QUANTITIES;
        if (figure && pb_decode_varint32(&field, &length)) {
            present = quantity_of(field.state, length);
        }
        enum quantity before = figure ? present : tag > mneme_board_TargetDescription_figure_tag ? QUANTITIES : (enum quantity)0;
        for (enum quantity q = (enum quantity)0; q < before; q++) {
            if (sizing->given[q] && !written[q]) {
                written[q] = true;
                if (!write_figure(out, sizing, q)) {
                    return false;
                }
            }
        }
        if (present < QUANTITIES && sizing->given[present]) {
            written[present] = true;
            if (!write_figure(out, sizing, present)) {
                return false;
            }
        } else if (!pb_write(out, start, (size_t)((const uint8_t *)in.state - start))) {
            return false;
        }
    }
    return true;
}

bool size_target(view *description, const uri *uri, arena *arena, errors *errors)
{
    if (uri->size_count == 0) {
        return true;
    }
    sizing sizing = {0};
    target base = {0};
    if (!target_read(&base, *description, arena, errors) || !parse_sizes(&sizing, uri, arena, errors)) {
        return false;
    }
    complete(&sizing, &base);
    sizing.status = base.envelope ? mneme_board_Status_ASSUMED : mneme_board_Status_KNOWN;
    pb_ostream_t measure = PB_OSTREAM_SIZING;
    if (!rewrite(&sizing, *description, &measure)) {
        return refuse(errors, MNEME_BAD_URI, "target=%s cannot be sized: %s", uri->target, PB_GET_ERROR(&measure));
    }
    uint8_t *bytes = arena_take(arena, measure.bytes_written, 1);
    if (bytes == NULL) {
        return refuse_memory(errors);
    }
    pb_ostream_t out = pb_ostream_from_buffer(bytes, measure.bytes_written);
    if (!rewrite(&sizing, *description, &out)) {
        return refuse(errors, MNEME_BAD_URI, "target=%s cannot be sized: %s", uri->target, PB_GET_ERROR(&out));
    }
    *description = (view){bytes, out.bytes_written};
    return true;
}
