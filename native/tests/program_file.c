#include "program_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crc32c.h"
#include "sha256.h"

enum { MAGIC = 8, FRAME = 5, CRC = 4, TRAILER = 4, LARGEST = 1 << 28 };

static uint32_t word(const uint8_t *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

void program_stamp(file_section *section)
{
    section->crc = crc32c_section(section->kind, section->payload, section->length);
}

/* Walks the fields of a message to one of bytes; null where it has none. */
static uint8_t *find_field(uint8_t *at, const uint8_t *end, uint32_t tag, size_t *length)
{
    while (at < end) {
        uint64_t numbers[2] = {0, 0};
        for (int n = 0; n < 2; n++) {
            for (unsigned shift = 0;; shift += 7) {
                if (at == end || shift > 63) {
                    return NULL;
                }
                numbers[n] |= (uint64_t)(*at & 127) << shift;
                if ((*at++ & 128) == 0) {
                    break;
                }
            }
            if (n == 0 && (numbers[0] & 7) != 0 && (numbers[0] & 7) != 2) {
                break;
            }
        }
        unsigned type = numbers[0] & 7;
        size_t size = type == 2 ? (size_t)numbers[1] : type == 1 ? 8 : type == 5 ? 4 : 0;
        if (size > (size_t)(end - at) || type == 3 || type == 4) {
            return NULL;
        }
        if (type == 2 && numbers[0] >> 3 == tag) {
            *length = size;
            return at;
        }
        at += size;
    }
    return NULL;
}

bool program_parse(program_file *program, const uint8_t *bytes, size_t size)
{
    memset(program, 0, sizeof *program);
    size_t at = MAGIC;
    while (at < size && size - at >= FRAME) {
        uint32_t length = word(bytes + at + 1);
        if (length > LARGEST || length > size - at - FRAME) {
            break;
        }
        if (bytes[at] == TRAILER) {
            break;
        }
        file_section *larger = realloc(program->sections, (program->count + 1) * sizeof *larger);
        uint8_t *payload = malloc(length + 1);
        if (larger == NULL || payload == NULL) {
            abort();
        }
        program->sections = larger;
        memcpy(payload, bytes + at + FRAME, length);
        program->sections[program->count] = (file_section){bytes[at], payload, length, 0};
        program_stamp(&program->sections[program->count++]);
        at += FRAME + length;
        at += size - at < CRC ? size - at : CRC;
    }
    if (program->count == 0) {
        return false;
    }
    size_t length = 0;
    file_section *header = &program->sections[0];
    const uint8_t *name = find_field(header->payload, header->payload + header->length, 3, &length);
    if (name != NULL && length < sizeof program->target) {
        memcpy(program->target, name, length);
    }
    return true;
}

program_file program_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(2);
    }
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    uint8_t *bytes = malloc((size_t)size);
    program_file program;
    if (bytes == NULL || fread(bytes, 1, (size_t)size, file) != (size_t)size ||
        !program_parse(&program, bytes, (size_t)size)) {
        fprintf(stderr, "%s is no board program\n", path);
        exit(2);
    }
    free(bytes);
    fclose(file);
    return program;
}

program_file program_copy(const program_file *program)
{
    program_file copy = *program;
    copy.sections = malloc(program->count * sizeof *copy.sections);
    for (size_t i = 0; i < program->count; i++) {
        copy.sections[i] = program->sections[i];
        copy.sections[i].payload = malloc(program->sections[i].length + 1);
        memcpy(copy.sections[i].payload, program->sections[i].payload, program->sections[i].length);
    }
    return copy;
}

void program_free(program_file *program)
{
    for (size_t i = 0; i < program->count; i++) {
        free(program->sections[i].payload);
    }
    free(program->sections);
    memset(program, 0, sizeof *program);
}

void program_adopt(program_file *program, mneme_board *board)
{
    size_t size = 0;
    mneme_describe(board, NULL, 0, &size);
    uint8_t *description = malloc(size);
    mneme_describe(board, description, size, &size);
    uint8_t digest[32];
    sha256(description, size, digest);
    free(description);
    size_t length = 0;
    file_section *header = &program->sections[0];
    uint8_t *field = find_field(header->payload, header->payload + header->length, 4, &length);
    if (field != NULL && length == sizeof digest) {
        memcpy(field, digest, sizeof digest);
        program_stamp(header);
    }
}

int program_load(const program_file *program, mneme_board *board)
{
    const file_section *header = &program->sections[0];
    int code = mneme_load_begin(board, header->payload, header->length, FOREVER);
    for (size_t i = 1; i < program->count && code == MNEME_OK; i++) {
        const file_section *section = &program->sections[i];
        code = mneme_load_section(board, (uint32_t)i, section->kind, section->payload, section->length, section->crc,
                                  FOREVER);
    }
    return code == MNEME_OK ? mneme_load_commit(board, (uint32_t)program->count - 1, FOREVER) : code;
}

mneme_board *program_open(program_file *program, const char *options, uint64_t seed)
{
    char uri[300];
    snprintf(uri, sizeof uri, "emulator:?target=%s%s%s", program->target, *options == '\0' ? "" : "&", options);
    mneme_board *board = NULL;
    int code = mneme_open(uri, FOREVER, &board);
    if (code == MNEME_OK) {
        program_adopt(program, board);
        code = program_load(program, board);
    }
    if (code == MNEME_OK) {
        code = mneme_start(board, seed, FOREVER);
    }
    if (code != MNEME_OK) {
        fprintf(stderr, "%s: %d %s\n", uri, code, error_texts(board));
        exit(2);
    }
    return board;
}

const char *error_texts(mneme_board *board)
{
    static char all[20000];
    size_t used = 0;
    all[0] = '\0';
    for (uint32_t i = 0; i < mneme_error_count(board) && used + 2 < sizeof all; i++) {
        mneme_error(board, i, all + used, sizeof all - used - 1);
        used += strlen(all + used);
        all[used++] = '\n';
        all[used] = '\0';
    }
    return all;
}
