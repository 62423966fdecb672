#include "uri.h"

#include <stdlib.h>

#include "queue.h"

#define SCHEME "emulator:"

static int digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Copies a part of the URI; %XX is a byte. */
static char *unescape(const char *from, size_t length, arena *arena)
{
    char *text = arena_take(arena, length + 1, 1);
    size_t filled = 0;
    for (size_t i = 0; i < length && text != NULL; i++) {
        if (from[i] == '%' && i + 2 < length && digit(from[i + 1]) >= 0 && digit(from[i + 2]) >= 0) {
            text[filled++] = (char)(16 * digit(from[i + 1]) + digit(from[i + 2]));
            i += 2;
        } else {
            text[filled++] = from[i];
        }
    }
    return text;
}

static bool parse_number(const char *text, uint64_t most, uint64_t *value)
{
    uint64_t number = 0;
    if (*text == '\0') {
        return false;
    }
    for (; *text >= '0' && *text <= '9'; text++) {
        if (__builtin_mul_overflow(number, UINT64_C(10), &number) ||
            __builtin_add_overflow(number, (uint64_t)(*text - '0'), &number)) {
            return false;
        }
    }
    *value = number;
    return *text == '\0' && number <= most;
}

/* N, or NxK for the first K loads. */
static bool parse_section(char *text, section_fault *fault)
{
    char *times = strchr(text, 'x');
    uint64_t section;
    uint64_t loads = UINT32_MAX;
    if (times != NULL) {
        *times = '\0';
        if (!parse_number(times + 1, UINT32_MAX, &loads)) {
            return false;
        }
    }
    if (!parse_number(text, UINT32_MAX, &section) || section == 0) {
        return false;
    }
    *fault = (section_fault){(uint32_t)section, (uint32_t)loads};
    return true;
}

static bool parse_fault(faults *faults, char *text)
{
    char *at = strchr(text, '@');
    if (at == NULL) {
        return false;
    }
    *at++ = '\0';
    if (strcmp(text, "drop-section") == 0) {
        return parse_section(at, &faults->drop);
    }
    if (strcmp(text, "duplicate-section") == 0) {
        return parse_section(at, &faults->duplicate);
    }
    if (strcmp(text, "corrupt-section") == 0) {
        return parse_section(at, &faults->corrupt);
    }
    if (strcmp(text, "slow") == 0) {
        return parse_number(at, 1000 * 1000, &faults->slow_millis);
    }
    if (strcmp(text, "hang") == 0) {
        return parse_number(at, UINT64_MAX - 1, &faults->hang_tick);
    }
    if (strcmp(text, "vanish") == 0) {
        return parse_number(at, UINT64_MAX - 1, &faults->vanish_tick);
    }
    if (strcmp(text, "full-in") == 0) {
        return parse_number(at, QUEUE_CAPACITY, &faults->full_in);
    }
    return strcmp(text, "full-out") == 0 && parse_number(at, QUEUE_CAPACITY, &faults->full_out);
}

static bool parse_faults(faults *faults, char *text, errors *errors)
{
    while (text != NULL) {
        char *next = strchr(text, ',');
        if (next != NULL) {
            *next++ = '\0';
        }
        if (!parse_fault(faults, text)) {
            return refuse(errors, MNEME_BAD_URI,
                          "fault=%s is no fault; there are drop-section@N, duplicate-section@N, corrupt-section@N "
                          "(NxK for the first K loads only), slow@MILLIS, hang@TICK, vanish@TICK, full-in@N and full-out@N",
                          text);
        }
        text = next;
    }
    return true;
}

static bool parse_threads(uri *uri, const char *text, errors *errors)
{
    uint64_t threads;
    if (!parse_number(text, MOST_THREADS, &threads) || threads == 0) {
        return refuse(errors, MNEME_BAD_URI, "threads=%s is no number of threads from 1 to %d", text, MOST_THREADS);
    }
    uri->threads = (uint32_t)threads;
    return true;
}

static bool parse_option(uri *uri, char *key, char *value, errors *errors)
{
    if (strcmp(key, "target") == 0) {
        uri->target = value;
        return *value != '\0' || refuse(errors, MNEME_BAD_URI, "target= names no target");
    }
    if (strcmp(key, "threads") == 0) {
        return parse_threads(uri, value, errors);
    }
    if (strcmp(key, "fault") == 0) {
        return parse_faults(&uri->faults, value, errors);
    }
    if (uri->size_count == MOST_SIZES) {
        return refuse(errors, MNEME_BAD_URI, "more than %d options", MOST_SIZES);
    }
    uri->sizes[uri->size_count++] = (size_option){key, value};
    return true;
}

bool uri_parse(uri *uri, const char *text, arena *arena, errors *errors)
{
    *uri = (struct uri){.threads = 1, .faults = {.hang_tick = UINT64_MAX, .vanish_tick = UINT64_MAX,
                                                 .full_in = QUEUE_CAPACITY, .full_out = QUEUE_CAPACITY}};
    if (strncmp(text, SCHEME, strlen(SCHEME)) != 0) {
        return refuse(errors, MNEME_BAD_URI, "%.100s does not begin with %s", text, SCHEME);
    }
    text += strlen(SCHEME);
    size_t length = strcspn(text, "?");
    uri->name = unescape(text, length, arena);
    uri->target = unescape("emulator", strlen("emulator"), arena);
    if (uri->name == NULL || uri->target == NULL) {
        return refuse_memory(errors);
    }
    text += length;
    while (*text != '\0') {
        text++;
        length = strcspn(text, "&");
        size_t key_length = strcspn(text, "=&");
        if (length == 0) {
            continue;
        }
        if (key_length == length) {
            return refuse(errors, MNEME_BAD_URI, "the option %.*s has no value", length < 100 ? (int)length : 100, text);
        }
        char *key = unescape(text, key_length, arena);
        char *value = unescape(text + key_length + 1, length - key_length - 1, arena);
        if (key == NULL || value == NULL) {
            return refuse_memory(errors);
        }
        if (!parse_option(uri, key, value, errors)) {
            return false;
        }
        text += length;
    }
    return true;
}
