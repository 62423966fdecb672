/* What the example's board is: docs/concepts/targets.md says what each line means. */
#include "example_board.h"

#include <math.h>
#include <string.h>

#define SOURCE "native/examples/example_board.c"
#define NO_LIMIT ((double)INFINITY)

typedef struct {
    uint8_t *into;
    size_t capacity, length;
} output;

static void put(output *o, uint64_t byte) {
    if (o->length < o->capacity) {
        o->into[o->length] = (uint8_t)byte;
    }
    o->length++;
}

static void number(output *o, unsigned field, uint64_t value) {
    put(o, field << 3); /* fields below 16, numbers of any size */
    for (; value > 127; value >>= 7) {
        put(o, (value & 127) | 128);
    }
    put(o, value);
}

static void text(output *o, unsigned field, const char *value) {
    put(o, field << 3 | 2);
    put(o, strlen(value)); /* below 128 */
    for (; *value; value++) {
        put(o, (uint8_t)*value);
    }
}

static void message(output *o, unsigned field, const output *part) {
    put(o, field << 3 | 2);
    put(o, part->length); /* below 128 */
    for (size_t k = 0; k < part->length; k++) {
        put(o, part->into[k]);
    }
}

static void figure(output *o, const char *quantity, double value, const char *unit) {
    uint8_t bytes[128];
    output part = {bytes, sizeof bytes, 0};
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    text(&part, 1, quantity);
    put(&part, 2 << 3 | 1);
    for (int k = 0; k < 64; k += 8) {
        put(&part, bits >> k & 255);
    }
    number(&part, 3, 1);
    text(&part, 4, SOURCE);
    text(&part, 5, unit);
    message(o, 7, &part);
}

static void trait(output *o, const char *name) {
    uint8_t bytes[128];
    output part = {bytes, sizeof bytes, 0};
    text(&part, 1, name);
    number(&part, 2, 1);
    text(&part, 3, SOURCE);
    message(o, 8, &part);
}

static void format(output *o) {
    uint8_t bytes[128];
    output part = {bytes, sizeof bytes, 0};
    text(&part, 1, "int32");
    number(&part, 2, UINT32_MAX);     /* low, as a zigzag: -2147483648 */
    number(&part, 3, UINT32_MAX - 1); /* high: 2147483647 */
    number(&part, 4, 1);
    number(&part, 7, 32);
    number(&part, 8, 1);
    text(&part, 9, SOURCE);
    message(o, 9, &part);
}

/* Every synapse that is not 0 takes 32 bits. */
static void rows(output *o) {
    uint8_t bytes[128];
    output part = {bytes, sizeof bytes, 0};
    number(&part, 5, 1);
    number(&part, 6, 32);
    number(&part, 7, 1);
    text(&part, 8, SOURCE);
    message(o, 10, &part);
}

size_t write_target(uint8_t *into, size_t capacity) {
    static const struct {
        const char *quantity;
        double value;
        const char *unit;
    } figures[] = {
        {"chips", 1, "chips"}, {"chip-columns", 1, "chips"}, {"chip-rows", 1, "chips"}, {"tile-columns", 1, "tiles"},
        {"tile-rows", 1, "tiles"}, {"cores-per-tile", 1, "cores"}, {"cores-per-chip", 1, "cores"},
        {"neurons-per-core", NEURONS, "neurons"}, {"input-axons-per-core", IDS - NEURONS, "axons"},
        {"output-axons-per-core", NO_LIMIT, "axons"}, {"targets-per-neuron", NO_LIMIT, "cores"},
        {"synapse-bits-per-core", 32.0 * SYNAPSES, "bits"}, {"synapse-bits-per-chip", NO_LIMIT, "bits"},
        {"axon-types-per-core", NO_LIMIT, "types"}, {"thresholds-per-core", NO_LIMIT, "thresholds"},
        {"floors-per-core", NO_LIMIT, "floors"}, {"membranes-per-core", NO_LIMIT, "profiles"},
        {"synapse-formats-per-core", NO_LIMIT, "formats"}, {"routing-entries-per-chip", NO_LIMIT, "entries"},
        {"state-bits", 32, "bits"}, {"largest-threshold", 2147483647, ""}, {"largest-floor", 2147483648.0, ""},
        {"input-sum-bits", 64, "bits"}, {"largest-bias", 2147483647, ""}, {"decay-steps", 4096, "steps"},
        {"largest-leak", 0, ""}, {"shortest-delay", 1, "ticks"}, {"longest-delay", LONGEST, "ticks"},
        {"longest-refractory", 2147483647, "ticks"}, {"payload-bits", 32, "bits"},
        {"host-events", NO_LIMIT, "events/s"},
    };
    static const char *const traits[] = {"lif", "floor", "reset-value", "potential-decay", "bias", "signed-sums", "delay-per-target"};
    output o = {into, capacity, 0};
    text(&o, 1, "example");
    text(&o, 2, "The example of docs/tasks/write-a-driver.md: one core of plain neurons");
    number(&o, 3, 1); /* EXACT */
    number(&o, 5, 1); /* MESH */
    number(&o, 6, 1); /* NONE: nothing is routed */
    for (size_t k = 0; k < sizeof figures / sizeof *figures; k++) {
        figure(&o, figures[k].quantity, figures[k].value, figures[k].unit);
    }
    for (size_t k = 0; k < sizeof traits / sizeof *traits; k++) {
        trait(&o, traits[k]);
    }
    format(&o);
    rows(&o);
    return o.length;
}
