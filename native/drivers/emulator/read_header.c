/* The header and the routing tables of a program. */
#include "mneme/board/program.pb.h"
#include "program.h"

#include <math.h>

/* More than any board has; states and tables of a program take memory by their number. */
enum { MOST_NEURONS = 1 << 24, LONGEST_HISTORY = 1 << 20 };

typedef struct header_lists {
    header *header;
    const target *target;
    size_t population_capacity;
    size_t location_capacity;
    size_t route_capacity;
} header_lists;

static char *text_of(view bytes, arena *arena)
{
    char *text = arena_take(arena, bytes.size + 1, 1);
    if (text != NULL && bytes.size > 0) {
        memcpy(text, bytes.at, bytes.size);
    }
    return text;
}

static bool read_population(pb_istream_t *stream, decoding *decoding, void *into)
{
    header_lists *lists = into;
    header *header = lists->header;
    mneme_board_Population message = mneme_board_Population_init_zero;
    view name = {0};
    slot name_slot;
    decode_bytes(&message.name, &name_slot, decoding, &name);
    if (!pb_decode(stream, mneme_board_Population_fields, &message)) {
        return false;
    }
    if (message.size == 0 || message.first_id != header->neurons || message.size > MOST_NEURONS - header->neurons) {
        PB_RETURN_ERROR(stream, "populations whose ids do not follow each other, or are too many");
    }
    if (message.kind < mneme_board_PopulationKind_SOURCE || message.kind > mneme_board_PopulationKind_ESCAPE) {
        PB_RETURN_ERROR(stream, "a population of unknown kind");
    }
    bool source = message.kind == mneme_board_PopulationKind_SOURCE;
    if (source && (message.max_payload < 1 || message.max_payload > INT32_MAX)) {
        PB_RETURN_ERROR(stream, "a source whose largest payload is not in 1 to 2147483647");
    }
    population *grown = arena_grow(decoding->arena, header->populations, header->population_count,
                                   &lists->population_capacity, sizeof *grown);
    char *text = text_of(name, decoding->arena);
    if (grown == NULL || text == NULL) {
        return refuse_memory(decoding->errors);
    }
    header->populations = grown;
    header->populations[header->population_count++] =
        (population){text, message.first_id, message.size, (enum neuron_kind)message.kind, message.probed,
                     source ? (int32_t)message.max_payload : 1};
    header->neurons += message.size;
    return true;
}

static bool read_location(pb_istream_t *stream, decoding *decoding, void *into)
{
    header_lists *lists = into;
    header *header = lists->header;
    mneme_board_Location message = mneme_board_Location_init_zero;
    if (!pb_decode(stream, mneme_board_Location_fields, &message)) {
        return false;
    }
    if (message.chip >= lists->target->chips || message.core >= lists->target->cores_per_chip) {
        PB_RETURN_ERROR(stream, "a location on a core that the board does not have");
    }
    location *grown = arena_grow(decoding->arena, header->locations, header->location_count, &lists->location_capacity,
                                 sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(decoding->errors);
    }
    header->locations = grown;
    header->locations[header->location_count++] =
        (location){message.first_id, message.size, message.chip * lists->target->cores_per_chip + message.core,
                   message.first_neuron, message.copies};
    return true;
}

static bool read_input_route(pb_istream_t *stream, decoding *decoding, void *into)
{
    header_lists *lists = into;
    header *header = lists->header;
    route *grown =
        arena_grow(decoding->arena, header->routes, header->route_count, &lists->route_capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(decoding->errors);
    }
    header->routes = grown;
    return read_route(stream, decoding, lists->target, UINT32_MAX, &header->routes[header->route_count++]);
}

static bool check_version(const mneme_board_ProgramHeader *message, view name, view digest, const target *target,
                          errors *errors)
{
    if (message->major != PROGRAM_MAJOR) {
        return refuse(errors, MNEME_BAD_PROGRAM, "the program is of version %u.%u; this driver reads version %d",
                      (unsigned)message->major, (unsigned)message->minor, PROGRAM_MAJOR);
    }
    if (name.size != strlen(target->name) || memcmp(name.at, target->name, name.size) != 0) {
        return refuse(errors, MNEME_BAD_PROGRAM, "the program is for the target %.*s, and this board is a %s",
                      name.size < 100 ? (int)name.size : 100, (const char *)name.at, target->name);
    }
    if (digest.size != sizeof target->digest || memcmp(digest.at, target->digest, digest.size) != 0) {
        return refuse(errors, MNEME_BAD_PROGRAM,
                      "the program is for a target %s of other numbers than this board's: compile it again for this board",
                      target->name);
    }
    return true;
}

static bool check_header(const mneme_board_ProgramHeader *message, const header *header, errors *errors)
{
    if (message->state_bits != 24 && message->state_bits != 32) {
        return refuse(errors, MNEME_BAD_PROGRAM, "the header asks for states of %u bits; there are states of 24 and of 32",
                      (unsigned)message->state_bits);
    }
    if (!(message->tick_seconds > 0) || isinf(message->tick_seconds)) {
        return refuse(errors, MNEME_BAD_PROGRAM, "the header states a tick of %g s", message->tick_seconds);
    }
    if (message->longest_delay > LONGEST_HISTORY) {
        return refuse(errors, MNEME_TOO_LARGE, "the longest delay is %u ticks, and the emulator keeps %d",
                      (unsigned)message->longest_delay, LONGEST_HISTORY);
    }
    if (header->population_count == 0) {
        return refuse(errors, MNEME_BAD_PROGRAM, "the header names no population");
    }
    return true;
}

static bool check_locations(const header *header, errors *errors)
{
    uint32_t next = 0;
    size_t p = 0;
    for (size_t i = 0; i < header->location_count; i++) {
        const location *location = &header->locations[i];
        const population *population = &header->populations[p];
        bool follows = location->first_id == next && location->size > 0 && p < header->population_count &&
                       location->size <= population->first_id + population->size - next;
        if (!follows || (population->kind != SOURCE_NEURON && location->copies == 0)) {
            return refuse(errors, MNEME_BAD_PROGRAM, "the header does not locate each neuron once: location %zu", i);
        }
        next += location->size;
        p += next == population->first_id + population->size;
    }
    return next == header->neurons ||
           refuse(errors, MNEME_BAD_PROGRAM, "the header locates %u of %u neurons", (unsigned)next, (unsigned)header->neurons);
}

bool read_header(header *header, view bytes, const target *target, arena *arena, errors *errors)
{
    mneme_board_ProgramHeader message = mneme_board_ProgramHeader_init_zero;
    decoding decoding = {arena, errors, NULL, SIZE_MAX, "the header"};
    header_lists lists = {header, target, 0, 0, 0};
    view name = {0};
    view target_digest = {0};
    view graph_digest = {0};
    view graph = {0};
    slot slots[4];
    element_slot elements[3];
    decode_bytes(&message.target, &slots[0], &decoding, &name);
    decode_bytes(&message.target_digest, &slots[1], &decoding, &target_digest);
    decode_bytes(&message.graph_digest, &slots[2], &decoding, &graph_digest);
    decode_bytes(&message.graph_name, &slots[3], &decoding, &graph);
    decode_elements(&message.population, &elements[0], &decoding, read_population, &lists);
    decode_elements(&message.location, &elements[1], &decoding, read_location, &lists);
    decode_elements(&message.input_route, &elements[2], &decoding, read_input_route, &lists);
    if (!decode_message(&decoding, bytes, mneme_board_ProgramHeader_fields, &message) ||
        !check_version(&message, name, target_digest, target, errors) || !check_header(&message, header, errors) ||
        !check_locations(header, errors)) {
        return false;
    }
    header->graph = text_of(graph, arena);
    header->tick_seconds = message.tick_seconds;
    header->state_bits = message.state_bits;
    header->cores = message.core_sections;
    header->tables = message.table_sections;
    header->longest_delay = message.longest_delay;
    return header->graph != NULL || refuse_memory(errors);
}

typedef struct entry_list {
    chip_table *table;
    const target *target;
    size_t capacity;
} entry_list;

static bool read_entry(pb_istream_t *stream, decoding *decoding, void *into)
{
    entry_list *list = into;
    chip_table *table = list->table;
    mneme_board_TableEntry message = mneme_board_TableEntry_init_zero;
    if (!pb_decode(stream, mneme_board_TableEntry_fields, &message)) {
        return false;
    }
    uint32_t cores = list->target->cores_per_chip;
    if (message.links >> list->target->directions != 0 || (cores < 64 && message.cores >> cores != 0)) {
        PB_RETURN_ERROR(stream, "an entry to links or cores that a chip does not have");
    }
    table_entry *grown =
        arena_grow(decoding->arena, table->entries, table->entry_count, &list->capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(decoding->errors);
    }
    table->entries = grown;
    table->entries[table->entry_count++] = (table_entry){message.key, message.mask, message.links, message.cores};
    return true;
}

bool read_table(chip_table *table, view bytes, const char *where, const target *target, arena *arena, errors *errors)
{
    mneme_board_ChipTable message = mneme_board_ChipTable_init_zero;
    decoding decoding = {arena, errors, NULL, SIZE_MAX, where};
    entry_list list = {table, target, 0};
    element_slot entries;
    decode_elements(&message.entry, &entries, &decoding, read_entry, &list);
    if (!decode_message(&decoding, bytes, mneme_board_ChipTable_fields, &message)) {
        return false;
    }
    table->chip = message.chip;
    return table->chip < target->chips || refuse(errors, MNEME_BAD_PROGRAM, "%s is of chip %u, which the board does not have",
                                                 where, (unsigned)table->chip);
}
