#include "target.h"

#include "decode.h"
#include "mneme/board/target.pb.h"
#include "sha256.h"

/* Sites are numbered in 32 bits, and each costs memory. */
enum { MOST_SITES = 1 << 24 };

/* Keys and units, as target descriptions have them. */
static const char *const QUANTITY_KEYS[QUANTITIES][2] = {
    {"chips", "chips"},
    {"chip-columns", "chips"},
    {"chip-rows", "chips"},
    {"tile-columns", "tiles"},
    {"tile-rows", "tiles"},
    {"cores-per-tile", "cores"},
    {"cores-per-chip", "cores"},
    {"neurons-per-core", "neurons"},
    {"input-axons-per-core", "axons"},
    {"output-axons-per-core", "axons"},
    {"targets-per-neuron", "cores"},
    {"synapse-bits-per-core", "bits"},
    {"synapse-bits-per-chip", "bits"},
    {"axon-types-per-core", "types"},
    {"thresholds-per-core", "thresholds"},
    {"floors-per-core", "floors"},
    {"membranes-per-core", "profiles"},
    {"synapse-formats-per-core", "formats"},
    {"routing-entries-per-chip", "entries"},
    {"state-bits", "bits"},
    {"largest-threshold", ""},
    {"largest-floor", ""},
    {"input-sum-bits", "bits"},
    {"largest-bias", ""},
    {"decay-steps", "steps"},
    {"largest-leak", ""},
    {"shortest-delay", "ticks"},
    {"longest-delay", "ticks"},
    {"longest-refractory", "ticks"},
    {"payload-bits", "bits"},
    {"tick", "s"},
    {"synapse-energy", "J"},
    {"update-energy", "J"},
    {"spike-energy", "J"},
    {"hop-energy", "J"},
    {"idle-power", "W"},
    {"synapse-time", "s"},
    {"update-time", "s"},
    {"spike-time", "s"},
    {"hop-time", "s"},
    {"barrier-time", "s"},
    {"host-events", "events/s"},
};

static const char *const TRAIT_KEYS[TRAITS] = {
    "lif", "graded-sign", "graded-identity", "graded-table", "retain", "escape", "floor", "subtract-reset",
    "reset-value", "current-decay", "potential-decay", "linear-leak", "bias", "signed-sums", "delay-per-target", "axon-holds-delay",
    "shared-axon-weights", "multicast", "host-fires-neurons",
};

/* Steps of a link by its direction. */
static const int MESH_X[4] = {1, 0, -1, 0};
static const int MESH_Y[4] = {0, 1, 0, -1};
static const int HEXAGON_X[6] = {1, 1, 0, -1, -1, 0};
static const int HEXAGON_Y[6] = {0, 1, 1, 0, -1, -1};

const char *quantity_key(enum quantity quantity)
{
    return QUANTITY_KEYS[quantity][0];
}

const char *quantity_unit(enum quantity quantity)
{
    return QUANTITY_KEYS[quantity][1];
}

const char *trait_key(enum trait trait)
{
    return TRAIT_KEYS[trait];
}

static bool is(const char *key, view name)
{
    return name.size == strlen(key) && memcmp(name.at, key, name.size) == 0;
}

enum quantity quantity_named(view key)
{
    int quantity = 0;
    while (quantity < QUANTITIES && !is(QUANTITY_KEYS[quantity][0], key)) {
        quantity++;
    }
    return (enum quantity)quantity;
}

static char *text_of(view bytes, arena *arena)
{
    char *text = arena_take(arena, bytes.size + 1, 1);
    if (text != NULL && bytes.size > 0) {
        memcpy(text, bytes.at, bytes.size);
    }
    return text;
}

static bool read_figure(pb_istream_t *stream, decoding *decoding, void *into)
{
    target *target = into;
    mneme_board_Figure figure = mneme_board_Figure_init_zero;
    view name = {0};
    slot name_slot;
    decode_bytes(&figure.quantity, &name_slot, decoding, &name);
    if (!pb_decode(stream, mneme_board_Figure_fields, &figure)) {
        return false;
    }
    /* A quantity of a newer version is no concern of this emulator. */
    enum quantity quantity = quantity_named(name);
    if (quantity < QUANTITIES && figure.has_value) {
        target->known[quantity] = true;
        target->value[quantity] = figure.value;
    }
    return true;
}

static bool read_trait(pb_istream_t *stream, decoding *decoding, void *into)
{
    target *target = into;
    mneme_board_Trait message = mneme_board_Trait_init_zero;
    view name = {0};
    slot name_slot;
    decode_bytes(&message.name, &name_slot, decoding, &name);
    if (!pb_decode(stream, mneme_board_Trait_fields, &message)) {
        return false;
    }
    for (int trait = 0; trait < TRAITS; trait++) {
        target->has[trait] |= is(TRAIT_KEYS[trait], name);
    }
    return true;
}

typedef struct format_list {
    target *target;
    size_t capacity;
} format_list;

static bool read_format(pb_istream_t *stream, decoding *decoding, void *into)
{
    format_list *list = into;
    target *target = list->target;
    mneme_board_WeightFormat message = mneme_board_WeightFormat_init_zero;
    view name = {0};
    slot name_slot;
    decode_bytes(&message.name, &name_slot, decoding, &name);
    if (!pb_decode(stream, mneme_board_WeightFormat_fields, &message)) {
        return false;
    }
    if (message.low > message.high || message.step == 0 || message.lowest_exponent > message.highest_exponent ||
        message.lowest_exponent < -62 || message.highest_exponent > 62) {
        PB_RETURN_ERROR(stream, "a weight format without weights");
    }
    weight_format *grown =
        arena_grow(decoding->arena, target->formats, target->format_count, &list->capacity, sizeof *grown);
    char *text = text_of(name, decoding->arena);
    if (grown == NULL || text == NULL) {
        return refuse_memory(decoding->errors);
    }
    target->formats = grown;
    target->formats[target->format_count++] =
        (weight_format){text, message.low, message.high, message.step, message.lowest_exponent,
                        message.highest_exponent, message.bits};
    return true;
}

static uint64_t whole(const target *target, enum quantity quantity, uint64_t otherwise)
{
    if (!target->known[quantity] || !(target->value[quantity] >= 1)) {
        return otherwise;
    }
    return target->value[quantity] < MOST_SITES ? (uint64_t)target->value[quantity] : MOST_SITES;
}

static bool find_shape(target *target, errors *errors)
{
    uint64_t chips = whole(target, CHIPS, 1);
    uint64_t chip_columns = whole(target, CHIP_COLUMNS, chips);
    uint64_t chip_rows = whole(target, CHIP_ROWS, (chips + chip_columns - 1) / chip_columns);
    uint64_t tile_columns = whole(target, TILE_COLUMNS, 1);
    uint64_t tile_rows = whole(target, TILE_ROWS, 1);
    uint64_t cores = whole(target, CORES_PER_CHIP, 1);
    uint64_t per_tile = whole(target, CORES_PER_TILE, cores);
    uint64_t largest = MOST_SITES;
    if (chips * cores > largest || chip_columns * tile_columns > largest || chip_rows * tile_rows > largest ||
        chip_columns * tile_columns * chip_rows * tile_rows > largest) {
        return refuse(errors, MNEME_BAD_URI, "the target %s is too large to be emulated: at most %d cores", target->name,
                      MOST_SITES);
    }
    if (target->routing == ROUTING_KEY_MASK && tile_columns * tile_rows != 1) {
        return refuse(errors, MNEME_BAD_URI, "the target %s has routing tables, but not one router a chip", target->name);
    }
    if (chip_columns * chip_rows < chips || tile_columns * tile_rows * per_tile < cores) {
        return refuse(errors, MNEME_BAD_URI, "the target %s has no room on its mesh for its chips and cores", target->name);
    }
    target->chips = (uint32_t)chips;
    target->cores_per_chip = (uint32_t)cores;
    target->sites = (uint32_t)(chips * cores);
    target->columns = (uint32_t)(chip_columns * tile_columns);
    target->routers = (uint32_t)(chip_columns * tile_columns * chip_rows * tile_rows);
    target->directions = target->hexagonal ? 6 : 4;
    target->value[CHIP_COLUMNS] = (double)chip_columns;
    target->value[TILE_COLUMNS] = (double)tile_columns;
    target->value[TILE_ROWS] = (double)tile_rows;
    target->value[CORES_PER_TILE] = (double)per_tile;
    return true;
}

bool target_read(target *target, view description, arena *arena, errors *errors)
{
    mneme_board_TargetDescription message = mneme_board_TargetDescription_init_zero;
    decoding decoding = {arena, errors, NULL, SIZE_MAX, "the description of the target"};
    view name = {0};
    view title = {0};
    slot name_slot;
    slot title_slot;
    element_slot figures;
    element_slot traits;
    element_slot formats;
    format_list list = {target, 0};
    decode_bytes(&message.name, &name_slot, &decoding, &name);
    decode_bytes(&message.title, &title_slot, &decoding, &title);
    decode_elements(&message.figure, &figures, &decoding, read_figure, target);
    decode_elements(&message.trait, &traits, &decoding, read_trait, target);
    decode_elements(&message.weight_format, &formats, &decoding, read_format, &list);
    if (!decode_message(&decoding, description, mneme_board_TargetDescription_fields, &message)) {
        errors->code = errors->code == MNEME_BAD_PROGRAM ? MNEME_BAD_URI : errors->code;
        return false;
    }
    target->description = description;
    sha256(description.at, description.size, target->digest);
    target->name = text_of(name, arena);
    target->title = text_of(title, arena);
    if (target->name == NULL || target->title == NULL) {
        return refuse_memory(errors);
    }
    target->envelope = message.arithmetic == mneme_board_Arithmetic_ENVELOPE;
    target->hexagonal = message.topology == mneme_board_Topology_HEXAGONAL;
    target->routing = (enum routing)message.routing;
    target->rows = (synapse_rows){message.synapse_rows.crossbar, message.synapse_rows.header_bits,
                                  message.synapse_rows.index_bits, message.synapse_rows.extra_bits, message.synapse_rows.delay_bits,
                                  message.synapse_rows.synapses_per_block, message.synapse_rows.word_bits};
    if (message.topology == mneme_board_Topology_TOPOLOGY_UNSPECIFIED ||
        message.routing == mneme_board_Routing_ROUTING_UNSPECIFIED || target->name[0] == '\0') {
        return refuse(errors, MNEME_BAD_URI, "the description of the target states no name, topology or routing");
    }
    return find_shape(target, errors);
}

uint64_t target_limit(const target *target, enum quantity quantity)
{
    double value = target->value[quantity];
    return target->known[quantity] && value < 0x1p63 ? value < 0 ? 0 : (uint64_t)value : UINT64_MAX;
}

uint32_t router_of(const target *target, uint32_t site)
{
    uint32_t chip = site / target->cores_per_chip;
    uint32_t tile = site % target->cores_per_chip / (uint32_t)target->value[CORES_PER_TILE];
    uint32_t chip_columns = (uint32_t)target->value[CHIP_COLUMNS];
    uint32_t tile_columns = (uint32_t)target->value[TILE_COLUMNS];
    uint32_t x = chip % chip_columns * tile_columns + tile % tile_columns;
    uint32_t y = chip / chip_columns * (uint32_t)target->value[TILE_ROWS] + tile / tile_columns;
    return y * target->columns + x;
}

bool neighbour(const target *target, uint32_t router, uint32_t direction, uint32_t *to)
{
    if (direction >= target->directions) {
        return false;
    }
    int64_t x = (int64_t)(router % target->columns) + (target->hexagonal ? HEXAGON_X : MESH_X)[direction];
    int64_t y = (int64_t)(router / target->columns) + (target->hexagonal ? HEXAGON_Y : MESH_Y)[direction];
    if (x < 0 || y < 0 || x >= target->columns || y >= target->routers / target->columns) {
        return false;
    }
    *to = (uint32_t)(y * target->columns + x);
    return true;
}
