/* Loading: sections are stored as they come, read back at the end, and only then taken for a program. */
#include <stdio.h>

#include "board.h"
#include "crc32c.h"

/* Ends a load that failed: the board is as after opening. */
static int give_up(mneme_board *board)
{
    int code = board->errors.code;
    board_reset(board);
    return code;
}

static uint8_t *copy(mneme_board *board, view bytes)
{
    uint8_t *copied = arena_take(&board->program.arena, bytes.size, 1);
    if (copied != NULL && bytes.size > 0) {
        memcpy(copied, bytes.at, bytes.size);
    }
    return copied;
}

int load_begin(mneme_board *board, view header)
{
    board_reset(board);
    board->state = BOARD_LOADING;
    board->loads++;
    view stored = {copy(board, header), header.size};
    if (stored.at == NULL) {
        refuse_memory(&board->errors);
        return give_up(board);
    }
    if (!read_header(&board->program.header, stored, &board->target, &board->program.arena, &board->errors)) {
        return give_up(board);
    }
    return MNEME_OK;
}

static bool strikes(const mneme_board *board, section_fault fault, uint32_t index)
{
    return fault.section == index && board->loads <= fault.loads;
}

static bool store(mneme_board *board, stored_section section)
{
    uint8_t *copied = copy(board, section.payload);
    stored_section *grown = arena_grow(&board->program.arena, board->stored, board->stored_count, &board->stored_capacity,
                                       sizeof *grown);
    if (copied == NULL || grown == NULL) {
        return refuse_memory(&board->errors);
    }
    if (strikes(board, board->uri.faults.corrupt, section.index) && section.payload.size > 0) {
        copied[section.payload.size / 2] ^= 0x10;
    }
    board->stored = grown;
    section.payload.at = copied;
    board->stored[board->stored_count++] = section;
    return true;
}

int load_section(mneme_board *board, uint32_t index, uint32_t kind, view payload, uint32_t crc)
{
    const header *header = &board->program.header;
    if (index != board->sections + 1) {
        refuse(&board->errors, MNEME_BAD_PROGRAM, "section %u came where section %u was due", (unsigned)index,
               (unsigned)board->sections + 1);
        return give_up(board);
    }
    if (kind != KIND_CORE && kind != KIND_TABLE) {
        refuse(&board->errors, MNEME_BAD_PROGRAM, "section %u is of kind %u, which is neither a core nor a routing table",
               (unsigned)index, (unsigned)kind);
        return give_up(board);
    }
    if (index > (uint64_t)header->cores + header->tables) {
        refuse(&board->errors, MNEME_BAD_PROGRAM, "section %u is more than the %llu that the header announces", (unsigned)index,
               (unsigned long long)((uint64_t)header->cores + header->tables));
        return give_up(board);
    }
    uint32_t found = crc32c_section(kind, payload.at, payload.size);
    if (found != crc) {
        refuse(&board->errors, MNEME_BAD_PROGRAM, "section %u is damaged: its CRC-32C is %08x, and %08x is stated",
               (unsigned)index, (unsigned)found, (unsigned)crc);
        return give_up(board);
    }
    board->sections++;
    stored_section section = {index, kind, crc, payload};
    unsigned times = strikes(board, board->uri.faults.drop, index)        ? 0
                     : strikes(board, board->uri.faults.duplicate, index) ? 2
                                                                          : 1;
    for (unsigned i = 0; i < times; i++) {
        if (!store(board, section)) {
            return give_up(board);
        }
    }
    return MNEME_OK;
}

/* Reads all back: each section once, with the CRC it was sent with. */
static bool read_back(mneme_board *board)
{
    bool good = true;
    size_t next = 0;
    for (uint32_t index = 1; index <= board->sections; index++) {
        if (next == board->stored_count || board->stored[next].index != index) {
            good = refuse(&board->errors, MNEME_CORRUPT, "section %u is not on the board", (unsigned)index);
            continue;
        }
        const stored_section *section = &board->stored[next++];
        uint32_t crc = crc32c_section(section->kind, section->payload.at, section->payload.size);
        if (crc != section->crc) {
            good = refuse(&board->errors, MNEME_CORRUPT, "section %u reads back with CRC-32C %08x instead of %08x",
                          (unsigned)index, (unsigned)crc, (unsigned)section->crc);
        }
        for (; next < board->stored_count && board->stored[next].index == index; next++) {
            good = refuse(&board->errors, MNEME_CORRUPT, "section %u is on the board twice", (unsigned)index);
        }
    }
    return good;
}

static bool check_count(mneme_board *board, uint32_t sections)
{
    const header *header = &board->program.header;
    uint32_t cores = 0;
    for (size_t i = 0; i < board->stored_count; i++) {
        cores += board->stored[i].kind == KIND_CORE;
    }
    if (sections != board->sections) {
        return refuse(&board->errors, MNEME_BAD_PROGRAM, "%u sections were sent, and %u are to be committed",
                      (unsigned)board->sections, (unsigned)sections);
    }
    return (cores == header->cores && board->stored_count - cores == header->tables) ||
           refuse(&board->errors, MNEME_BAD_PROGRAM,
                  "the header announces %u cores and %u routing tables; %u and %u came", (unsigned)header->cores,
                  (unsigned)header->tables, (unsigned)cores, (unsigned)(board->stored_count - cores));
}

/* Reads the sections; false with errors, or at the deadline. */
static bool read_sections(mneme_board *board)
{
    program *program = &board->program;
    arena *arena = &program->arena;
    program->cores = arena_take(arena, board->stored_count, sizeof *program->cores);
    program->tables = arena_take(arena, board->stored_count, sizeof *program->tables);
    if (program->cores == NULL || program->tables == NULL) {
        return refuse_memory(&board->errors);
    }
    for (size_t i = 0; i < board->stored_count; i++) {
        const stored_section *section = &board->stored[i];
        char where[40];
        snprintf(where, sizeof where, "section %u", (unsigned)section->index);
        if (board_expired(board)) {
            return refuse(&board->errors, MNEME_TIMEOUT, "the deadline passed before %s was read", where);
        }
        bool good;
        if (section->kind == KIND_CORE) {
            core *core = &program->cores[program->core_count++];
            core->section = section->index;
            good = read_core(core, section->payload, where, &program->header, &board->target, arena, &board->errors);
        } else {
            chip_table *table = &program->tables[program->table_count++];
            good = read_table(table, section->payload, where, &board->target, arena, &board->errors);
        }
        if (!good) {
            return false;
        }
    }
    return true;
}

int load_commit(mneme_board *board, uint32_t sections)
{
    program *program = &board->program;
    bool good = read_back(board) && check_count(board, sections) && read_sections(board) &&
                check_program(program, &board->target, &board->errors) &&
                check_limits(program, &board->target, &board->errors) &&
                network_build(&board->network, program, &board->target, &board->errors);
    if (!good) {
        return give_up(board);
    }
    board->state = BOARD_LOADED;
    return MNEME_OK;
}
