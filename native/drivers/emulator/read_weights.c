/* A block: the synapses of one projection onto one slice. Weights stay in the section; what is checked here is never checked again. */
#include "arithmetic.h"
#include "mneme/board/program.pb.h"
#include "program.h"

typedef struct weight_slots {
    slot delay;
    slot plus;
    slot mask;
    slot rows;
    slot dense;
    slot offsets;
    slot to;
    slot sparse;
    slot weight;
} weight_slots;

static void decode_weights(mneme_board_Block *message, weight_slots *slots, decoding *decoding, block *into, view *dense)
{
    decode_unsigned(&message->delay, &slots->delay, decoding, &into->delay);
    decode_bytes(&message->sign.plus, &slots->plus, decoding, &into->plus);
    decode_bytes(&message->sign.mask, &slots->mask, decoding, &into->mask);
    decode_bytes(&message->sign.rows, &slots->rows, decoding, &into->rows);
    decode_bytes(&message->dense.values, &slots->dense, decoding, dense);
    decode_bytes(&message->sparse.offsets, &slots->offsets, decoding, &into->offsets);
    decode_bytes(&message->sparse.targets, &slots->to, decoding, &into->to);
    decode_bytes(&message->sparse.values, &slots->sparse, decoding, &into->values);
    decode_signed(&message->one_to_one.weight, &slots->weight, decoding, &into->weight);
}

static void take_sign(const mneme_board_SignBits *message, block *into)
{
    into->form = SIGN_BITS;
    into->scale = message->scale;
    into->rows_are_sources = message->rows_are_sources;
    into->is_unsigned = message->unsigned_bits;
    into->columns = message->columns;
    into->words = message->words_per_row;
}

static bool take_form(const mneme_board_Block *message, block *into, view dense)
{
    if (message->has_sign + message->has_dense + message->has_sparse + message->has_one_to_one + message->has_uniform != 1) {
        return false;
    }
    if (message->has_sign) {
        take_sign(&message->sign, into);
    } else if (message->has_dense) {
        into->form = DENSE_BYTES;
        into->width = message->dense.width;
        into->values = dense;
    } else if (message->has_sparse) {
        into->form = SPARSE_BYTES;
        into->width = message->sparse.width;
    } else if (message->has_one_to_one) {
        into->form = ONE_TO_ONE;
        into->first_target = message->one_to_one.first_target;
    } else {
        into->form = UNIFORM;
        into->scale = message->uniform.weight;
    }
    return true;
}

bool read_block(pb_istream_t *stream, decoding *decoding, void *into)
{
    reading *reading = into;
    core *core = reading->core;
    mneme_board_Block message = mneme_board_Block_init_zero;
    block read = {0};
    weight_slots slots;
    view dense = {0};
    decode_weights(&message, &slots, decoding, &read, &dense);
    if (!pb_decode(stream, mneme_board_Block_fields, &message)) {
        return false;
    }
    read.projection = message.projection;
    read.first_source = message.first_source;
    read.sources = message.sources;
    read.slice = message.slice;
    if (!take_form(&message, &read, dense)) {
        PB_RETURN_ERROR(stream, "a block without one form of weights");
    }
    block *grown =
        arena_grow(decoding->arena, core->blocks, core->block_count, &reading->block_capacity, sizeof *grown);
    if (grown == NULL) {
        return refuse_memory(decoding->errors);
    }
    core->blocks = grown;
    core->blocks[core->block_count++] = read;
    return true;
}

/* Whether bits beyond the last column are 0, as popcounts of whole words need. */
static bool is_padded(view bits, const block *block)
{
    uint32_t used = block->columns % 64;
    for (uint32_t row = 0; used != 0 && row < block->matrix_rows; row++) {
        if (load64(bits.at + ((size_t)row * block->words + block->words - 1) * 8) >> used != 0) {
            return false;
        }
    }
    return true;
}

static const char *sign_mistake(block *block)
{
    uint32_t rows = block->rows_are_sources ? block->sources : block->targets;
    uint32_t columns = block->rows_are_sources ? block->targets : block->sources;
    if (block->columns != columns || block->words != words_for(columns)) {
        return "rows of another length";
    }
    size_t row_bytes = (size_t)block->words * 8;
    if (block->plus.size % row_bytes != 0 || block->plus.size / row_bytes > INT32_MAX ||
        (block->mask.size != 0 && (block->mask.size != block->plus.size || block->is_unsigned))) {
        return "a matrix of another size";
    }
    block->matrix_rows = (uint32_t)(block->plus.size / row_bytes);
    if (block->rows.size != 0 ? block->rows.size != (size_t)rows * 4 : block->matrix_rows != rows) {
        return "another number of rows";
    }
    for (uint32_t r = 0; r < rows && block->rows.size != 0; r++) {
        if (matrix_row(block, r) != ABSENT_ROW && matrix_row(block, r) >= block->matrix_rows) {
            return "a row that the matrix does not have";
        }
    }
    return is_padded(block->plus, block) && (block->mask.size == 0 || is_padded(block->mask, block))
               ? NULL
               : "bits beyond the last column";
}

static const char *sparse_mistake(const block *block)
{
    if (block->offsets.size != ((size_t)block->sources + 1) * 4 || block->to.size % 4 != 0 ||
        block->to.size / 4 > INT32_MAX) {
        return "offsets of another number";
    }
    uint32_t synapses = (uint32_t)(block->to.size / 4);
    if (block->values.size != (size_t)synapses * block->width || load32(block->offsets.at) != 0 ||
        load32(block->offsets.at + (size_t)block->sources * 4) != synapses) {
        return "offsets that do not end with the synapses";
    }
    for (uint32_t i = 0; i < block->sources; i++) {
        uint32_t from = load32(block->offsets.at + (size_t)i * 4);
        uint32_t to = load32(block->offsets.at + (size_t)i * 4 + 4);
        if (from > to || to > synapses) {
            return "offsets that do not ascend";
        }
        for (uint32_t s = from; s < to; s++) {
            uint32_t target = load32(block->to.at + (size_t)s * 4);
            if (target >= block->targets || (s > from && target <= load32(block->to.at + (size_t)s * 4 - 4))) {
                return "targets that do not ascend within the slice";
            }
        }
    }
    return NULL;
}

static const char *one_to_one_mistake(const block *block)
{
    if (block->first_target >= block->targets || block->sources > block->targets - block->first_target) {
        return "pairs that end outside the slice";
    }
    if (block->weight.count != 1 && block->weight.count != block->sources) {
        return "another number of weights than pairs";
    }
    for (size_t i = 0; i < block->weight.count; i++) {
        if (block->weight.at[i] > LARGEST_PARAMETER || block->weight.at[i] < -LARGEST_PARAMETER) {
            return "a weight out of range";
        }
    }
    return NULL;
}

static const char *weight_mistake(block *block)
{
    if (block->scale > LARGEST_PARAMETER || block->scale < -LARGEST_PARAMETER) {
        return "a weight out of range";
    }
    switch (block->form) {
    case SIGN_BITS:
        return sign_mistake(block);
    case DENSE_BYTES:
    case SPARSE_BYTES:
        if (block->width != 1 && block->width != 2 && block->width != 4) {
            return "values that are not 1, 2 or 4 bytes wide";
        }
        if (block->form == SPARSE_BYTES) {
            return sparse_mistake(block);
        }
        return block->values.size / block->width / block->sources == block->targets &&
                       block->values.size == (size_t)block->sources * block->targets * block->width
                   ? NULL
                   : "another number of values than pairs";
    case ONE_TO_ONE:
        return one_to_one_mistake(block);
    case UNIFORM:
        return NULL;
    }
    return "weights of unknown form";
}

bool check_weights(block *block, decoding *decoding)
{
    const char *mistake = weight_mistake(block);
    return mistake == NULL || refuse(decoding->errors, MNEME_BAD_PROGRAM, "%s: %s", decoding->where, mistake);
}
