/* A slice: which neurons it has, and the parameters of their model. */
#include "arithmetic.h"
#include "mneme/board/program.pb.h"
#include "program.h"

typedef struct membrane_slots {
    slot slots[7];
} membrane_slots;

static void decode_membrane(mneme_board_Membrane *message, membrane_slots *slots, decoding *decoding, membrane *into)
{
    decode_signed(&message->current.amount, &slots->slots[0], decoding, &into->current.amount);
    decode_signed(&message->potential.amount, &slots->slots[1], decoding, &into->potential.amount);
    decode_signed(&message->bias, &slots->slots[2], decoding, &into->bias);
    decode_signed(&message->threshold, &slots->slots[3], decoding, &into->threshold);
    decode_signed(&message->reset, &slots->slots[4], decoding, &into->reset);
    decode_signed(&message->floor, &slots->slots[5], decoding, &into->floor);
    decode_unsigned(&message->refractory, &slots->slots[6], decoding, &into->refractory);
}

/* Whether a parameter has one value for all or one a neuron, each in range. */
static bool is_parameter(const numbers *numbers, uint32_t size, int64_t low, int64_t high)
{
    if (numbers->count != 1 && numbers->count != size) {
        return false;
    }
    for (size_t i = 0; i < numbers->count; i++) {
        if (numbers->at[i] < low || numbers->at[i] > high) {
            return false;
        }
    }
    return true;
}

static bool is_decay(const decay *decay, uint32_t size)
{
    return is_parameter(&decay->amount, size, 0, decay->linear ? LARGEST_PARAMETER : KEEPS_NOTHING);
}

/* Floors are 0 or below; the smallest integer says that a neuron has none. */
static bool is_floor(const numbers *floor, uint32_t size)
{
    if (floor->count != 0 && floor->count != 1 && floor->count != size) {
        return false;
    }
    for (size_t i = 0; i < floor->count; i++) {
        if (floor->at[i] > 0 || (floor->at[i] < -LARGEST_PARAMETER && floor->at[i] != INT64_MIN)) {
            return false;
        }
    }
    return true;
}

/* floor <= reset <= threshold, wherever there are a reset and a floor. */
static bool is_ordered(const membrane *membrane)
{
    size_t different = membrane->reset.count > membrane->threshold.count ? membrane->reset.count : membrane->threshold.count;
    different = membrane->floor.count > different ? membrane->floor.count : different;
    for (size_t j = 0; j < different && membrane->reset.count > 0; j++) {
        int64_t reset = number_of(&membrane->reset, j);
        if (reset > number_of(&membrane->threshold, j) ||
            (membrane->floor.count > 0 && reset < number_of(&membrane->floor, j))) {
            return false;
        }
    }
    return true;
}

static const char *mistake_of(const membrane *membrane, uint32_t size, uint32_t state_bits)
{
    int64_t largest = largest_state(state_bits);
    if (!is_decay(&membrane->current, size) || !is_decay(&membrane->potential, size)) {
        return "a decay out of range";
    }
    if (!is_parameter(&membrane->bias, size, -LARGEST_PARAMETER, LARGEST_PARAMETER)) {
        return "a bias out of range";
    }
    if (!is_parameter(&membrane->threshold, size, -LARGEST_PARAMETER, LARGEST_PARAMETER)) {
        return "a threshold out of range";
    }
    if (membrane->reset.count > 0 && !is_parameter(&membrane->reset, size, -largest - 1, largest)) {
        return "a reset out of range";
    }
    if (!is_floor(&membrane->floor, size)) {
        return "a floor out of range";
    }
    if (!is_parameter(&membrane->refractory, size, 0, (1 << 30) - 1)) {
        return "a refractory time out of range";
    }
    return is_ordered(membrane) ? NULL : "a reset that is not between floor and threshold";
}

typedef struct table_list {
    graded *graded;
    size_t capacity;
} table_list;

static bool is_table(const table *table)
{
    return table->entries.size >= 4 && table->entries.size % 4 == 0 && table->first >= -LARGEST_PARAMETER &&
           table->first <= LARGEST_PARAMETER;
}

static bool read_phi_table(pb_istream_t *stream, decoding *decoding, void *into)
{
    table_list *list = into;
    graded *graded = list->graded;
    mneme_board_Table message = mneme_board_Table_init_zero;
    table read = {0};
    slot entries;
    decode_bytes(&message.entries, &entries, decoding, &read.entries);
    if (!pb_decode(stream, mneme_board_Table_fields, &message)) {
        return false;
    }
    read.first = message.first;
    if (!is_table(&read)) {
        PB_RETURN_ERROR(stream, "a table without whole entries");
    }
    table *grown = arena_grow(decoding->arena, graded->tables, graded->table_count, &list->capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(decoding->errors);
    }
    graded->tables = grown;
    graded->tables[graded->table_count++] = read;
    return true;
}

static const char *graded_mistake(const graded *graded, uint32_t size)
{
    if (graded->phi != PHI_SIGN && graded->phi != PHI_IDENTITY && graded->phi != PHI_TABLE) {
        return "a phi of unknown kind";
    }
    if (graded->phi != PHI_TABLE) {
        return graded->table_count == 0 ? NULL : "tables without a phi that looks them up";
    }
    return graded->table_count > 0 && is_parameter(&graded->choice, size, 0, (int64_t)graded->table_count - 1)
               ? NULL
               : "a choice of a table that is not there";
}

static const char *model_mistake(const mneme_board_Slice *message, slice *slice, const header *header)
{
    if (slice->size == 0 || slice->size > header->neurons) {
        return "not a number of neurons that the program has";
    }
    if (message->has_lif + message->has_graded + message->has_escape != 1) {
        return "not one model";
    }
    if (message->has_graded) {
        slice->kind = GRADED_NEURON;
        slice->graded.retain = message->graded.retain;
        slice->graded.send_zero = message->graded.send_zero;
        slice->graded.phi = (enum phi)message->graded.phi;
        return graded_mistake(&slice->graded, slice->size);
    }
    const mneme_board_Membrane *membrane = message->has_lif ? &message->lif.membrane : &message->escape.membrane;
    slice->kind = message->has_lif ? LIF_NEURON : ESCAPE_NEURON;
    slice->membrane.current.linear = membrane->current.linear;
    slice->membrane.potential.linear = membrane->potential.linear;
    slice->thresholds.first = message->escape.thresholds.first;
    if (message->has_escape && !is_table(&slice->thresholds)) {
        return "no whole table of thresholds";
    }
    return mistake_of(&slice->membrane, slice->size, header->state_bits);
}

bool read_slice(pb_istream_t *stream, decoding *decoding, void *into)
{
    reading *reading = into;
    core *core = reading->core;
    mneme_board_Slice message = mneme_board_Slice_init_zero;
    slice read = {0};
    membrane lif = {0};
    membrane escape = {0};
    membrane_slots lif_slots;
    membrane_slots escape_slots;
    slot thresholds;
    slot choice;
    element_slot tables;
    table_list list = {&read.graded, 0};
    decode_membrane(&message.lif.membrane, &lif_slots, decoding, &lif);
    decode_membrane(&message.escape.membrane, &escape_slots, decoding, &escape);
    decode_bytes(&message.escape.thresholds.entries, &thresholds, decoding, &read.thresholds.entries);
    decode_unsigned(&message.graded.choice, &choice, decoding, &read.graded.choice);
    decode_elements(&message.graded.table, &tables, decoding, read_phi_table, &list);
    if (!pb_decode(stream, mneme_board_Slice_fields, &message)) {
        return false;
    }
    read.first_id = message.first_id;
    read.size = message.size;
    read.first_neuron = message.first_neuron;
    read.copies = message.copies;
    read.membrane = message.has_lif ? lif : escape;
    const char *mistake = model_mistake(&message, &read, reading->header);
    if (mistake != NULL) {
        return refuse(decoding->errors, MNEME_BAD_PROGRAM, "%s, slice %zu: %s", decoding->where, core->slice_count, mistake);
    }
    slice *grown =
        arena_grow(decoding->arena, core->slices, core->slice_count, &reading->slice_capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(decoding->errors);
    }
    core->slices = grown;
    core->slices[core->slice_count++] = read;
    return true;
}
