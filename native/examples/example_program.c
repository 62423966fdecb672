/*
 * Reads the two kinds of section that the example's board takes, without a library: a protobuf message is fields, and a field is a key
 * (number * 8 + wire type) and a value. Larger drivers generate a reader from program.proto.
 */
#include "example_board.h"

#include <string.h>

/* A field: its value where that is a number; its bytes where it is a message, text, or packed numbers. Absent: 0 and no bytes. */
typedef struct {
    uint64_t number, value;
    const uint8_t *at, *end;
} field;

enum { FIELDS = 32 };

static uint64_t varint(const uint8_t **at, const uint8_t *end) {
    uint64_t value = 0;
    for (unsigned shift = 0; *at < end && shift < 64; shift += 7) {
        const uint8_t byte = *(*at)++;
        value |= (uint64_t)(byte & 127u) << shift;
        if (byte < 128) {
            break;
        }
    }
    return value;
}

static uint64_t little(const uint8_t *at, size_t width) {
    uint64_t value = 0;
    for (size_t k = 0; k < width; k++) {
        value |= (uint64_t)at[k] << 8 * k;
    }
    return value;
}

static size_t size(const field *f) { return (size_t)(f->end - f->at); }

/* Number k of `width` bytes, 0 beyond the end. */
static int64_t number(const field *f, size_t k, size_t width) {
    if (width < 1 || width > 4 || (k + 1) * width > size(f)) {
        return 0;
    }
    const uint64_t high = UINT64_C(1) << (8 * width - 1);
    return (int64_t)(little(f->at + k * width, width) ^ high) - (int64_t)high;
}

/* The next field of [*at, end). 0 where there is none, or no whole one. */
static int next(const uint8_t **at, const uint8_t *end, field *f) {
    const uint64_t key = varint(at, end);
    *f = (field){.number = key >> 3};
    if (key == 0) {
        return 0;
    }
    const uint64_t length = (key & 7) == 0 ? 0 : (key & 7) == 1 ? 8 : (key & 7) == 5 ? 4 : varint(at, end);
    f->value = (key & 7) == 0 ? varint(at, end) : 0;
    if (length > (uint64_t)(end - *at)) {
        return 0;
    }
    f->at = *at;
    f->end = *at += length;
    return 1;
}

/* All fields of a message, by number; of a repeated one the last. */
static void fields(const field *message, field all[FIELDS]) {
    memset(all, 0, FIELDS * sizeof *all);
    field f;
    for (const uint8_t *at = message->at; at < message->end && next(&at, message->end, &f);) {
        all[f.number < FIELDS ? f.number : 0] = f;
    }
}

static int64_t zigzag(uint64_t value) { return (int64_t)(value >> 1) ^ -(int64_t)(value & 1); }

/* Packed number k; the only one, where there is one for all. */
static uint64_t pick(const field *f, uint64_t k) {
    uint64_t value = 0;
    for (const uint8_t *at = f->at; at < f->end && k != UINT64_MAX; k--) {
        value = varint(&at, f->end);
    }
    return value;
}

const char *read_header(program *p, const uint8_t *bytes, size_t length) {
    const field message = {.at = bytes, .end = bytes + length};
    field header[FIELDS], f, population[FIELDS];
    fields(&message, header);
    if (header[1].value != 1) {
        return "the program is of another major version than 1";
    }
    if (size(&header[3]) != 7 || memcmp(header[3].at, "example", 7) != 0) {
        return "the program is for another target than 'example'";
    }
    if (header[8].value < 2 || header[8].value > 32 || header[15].value > LONGEST) {
        return "states have more than 32 bits, or a delay is longer than 15 ticks";
    }
    p->high = (INT64_C(1) << (header[8].value - 1)) - 1;
    for (const uint8_t *at = message.at; at < message.end && next(&at, message.end, &f);) {
        if (f.number == 12) {
            fields(&f, population);
            if (population[2].value != p->ids || population[3].value > IDS - p->ids) {
                return "there are more than 1024 neurons and sources";
            }
            for (uint64_t k = 0; k < population[3].value; k++, p->ids++) {
                p->probed[p->ids] = population[5].value != 0;
                p->most[p->ids] = (int64_t)population[6].value;
            }
        }
    }
    return NULL;
}

static const char *read_slice(program *p, const field slice[FIELDS]) {
    field lif[FIELDS], membrane[FIELDS], current[FIELDS], potential[FIELDS];
    fields(&slice[5], lif);
    fields(&lif[1], membrane);
    fields(&membrane[1], current);
    fields(&membrane[2], potential);
    for (uint32_t k = 0; k < slice[2].value; k++) {
        if (zigzag(pick(&current[2], k)) != 4096 || current[1].value || potential[1].value || !size(&membrane[5])) {
            return "a neuron is no plain one: no current, no linear leak, no graded spike, no noise, no subtracting reset";
        }
        p->neuron[slice[1].value + k] = (neuron){
            .decay = zigzag(pick(&potential[2], k)),
            .bias = zigzag(pick(&membrane[3], k)),
            .threshold = zigzag(pick(&membrane[4], k)),
            .reset = zigzag(pick(&membrane[5], k)),
            .floor = size(&membrane[6]) ? zigzag(pick(&membrane[6], k)) : INT64_MIN,
            .refractory = (int64_t)pick(&membrane[7], k),
        };
    }
    return NULL;
}

static int bit(const field *bits, uint64_t row, uint64_t words, uint64_t column) {
    const uint64_t byte = row * words * 8 + column / 8;
    return byte < size(bits) && (bits->at[byte] >> column % 8 & 1);
}

/* +scale, -scale or 0; rows may be a view, and absent. */
static int64_t sign_weight(const field w[FIELDS], uint64_t source, uint64_t target) {
    const uint64_t view = w[1].value ? source : target, column = w[1].value ? target : source;
    const int64_t row = size(&w[8]) ? number(&w[8], view, 4) : (int64_t)view;
    if (row < 0 || (size(&w[7]) && !bit(&w[7], (uint64_t)row, w[5].value, column))) {
        return 0;
    }
    return bit(&w[6], (uint64_t)row, w[5].value, column) ? zigzag(w[3].value) : w[2].value ? 0 : -zigzag(w[3].value);
}

static int64_t sparse_weight(const field w[FIELDS], uint64_t source, uint64_t target) {
    for (int64_t k = number(&w[1], source, 4); k < number(&w[1], source + 1, 4); k++) {
        if (number(&w[2], (size_t)k, 4) == (int64_t)target) {
            return number(&w[4], (size_t)k, w[3].value);
        }
    }
    return 0;
}

/* The weight of a pair, 0 where none is stored: to a plain neuron, which does nothing when it is merely reached, that is the same. */
static int64_t weight(int form, const field w[FIELDS], uint64_t targets, uint64_t source, uint64_t target) {
    switch (form) {
    case 6: return sign_weight(w, source, target);
    case 7: return number(&w[2], source * targets + target, w[1].value);
    case 8: return sparse_weight(w, source, target);
    case 9: return target == source + w[2].value ? zigzag(pick(&w[1], source)) : 0;
    default: return zigzag(w[1].value);
    }
}

static const char *read_block(program *p, const field block[FIELDS], uint64_t first_target, uint64_t targets) {
    if (block[2].value + block[3].value > p->ids) {
        return "a block hears neurons that are not there";
    }
    int form = 6;
    while (form < 10 && !block[form].at) {
        form++;
    }
    field w[FIELDS];
    fields(&block[form], w);
    for (uint64_t source = 0; source < block[3].value; source++) {
        for (uint64_t target = 0; target < targets; target++) {
            const int64_t value = weight(form, w, targets, source, target);
            if (value != 0 && p->synapses == SYNAPSES) {
                return "there are more than 65536 synapses that are not 0";
            }
            if (value != 0) {
                p->synapse[p->synapses++] = (synapse){(uint32_t)(block[2].value + source), (uint32_t)(first_target + target),
                                                      (uint32_t)pick(&block[5], target), value};
            }
        }
    }
    return NULL;
}

const char *read_core(program *p, const uint8_t *bytes, size_t length) {
    const uint8_t *const end = bytes + length;
    uint64_t first[IDS], sizes[IDS], slices = 0;
    field f, part[FIELDS];
    const char *wrong = NULL;
    /* Slices stand before blocks, as field numbers ascend. */
    for (const uint8_t *at = bytes; !wrong && at < end && next(&at, end, &f);) {
        fields(&f, part);
        if (f.number == 3) {
            if (slices == IDS || part[1].value > p->ids || part[2].value > p->ids - part[1].value) {
                return "a slice has neurons that are not there";
            }
            first[slices] = part[1].value;
            sizes[slices++] = part[2].value;
            wrong = read_slice(p, part);
        } else if (f.number == 4) {
            wrong = part[4].value < slices ? read_block(p, part, first[part[4].value], sizes[part[4].value]) : "a block is of no slice";
        }
    }
    return wrong;
}

uint32_t section_crc(uint32_t kind, const uint8_t *payload, size_t length) {
    uint32_t crc = ~UINT32_C(0);
    for (size_t k = 0; k < 5 + length; k++) {
        crc ^= k == 0 ? kind & 255 : k < 5 ? (uint32_t)(length >> 8 * (k - 1)) & 255 : payload[k - 5];
        for (int bits = 0; bits < 8; bits++) {
            crc = crc >> 1 ^ (crc & 1 ? UINT32_C(0x82F63B78) : 0);
        }
    }
    return ~crc;
}
