/* Neurons tick by tick against tests/golden/neurons.txt, which Python has computed. */
#include "arithmetic.h"
#include "check.h"
#include "neurons.h"

enum { TICKS = 24, SIZE = 3 };

/* Three neurons of a slice; the one in the middle is driven. */
typedef struct stand {
    network network;
    slice slice;
    cells cells;
    uint64_t sums[SIZE];
    uint64_t reached[1];
    uint64_t active[1];
    int32_t u[SIZE];
    int32_t v[SIZE];
    uint32_t ref[SIZE];
    int32_t x[SIZE];
    int8_t sign[SIZE];
    uint32_t neurons[SIZE];
    int32_t payloads[SIZE];
} stand;

static int64_t number(char **at)
{
    return strtoll(*at, at, 10);
}

static numbers one(int64_t *value)
{
    return (numbers){value, 1, 1};
}

static void set_up(stand *stand, uint32_t bits)
{
    stand->network.largest_state = largest_state(bits);
    stand->slice.size = SIZE;
    stand->cells = (cells){.slice = &stand->slice,
                           .size = SIZE,
                           .sums = stand->sums,
                           .reached = stand->reached,
                           .active = stand->active,
                           .u = stand->u,
                           .v = stand->v,
                           .ref = stand->ref,
                           .x = stand->x,
                           .sign = stand->sign,
                           .out = {stand->neurons, stand->payloads, 0, SIZE}};
    stand->cells.is_plain = stand->slice.kind == LIF_NEURON && is_plain(&stand->slice);
    start_cells(&stand->cells, &stand->network);
}

static void drive(stand *stand, int64_t a)
{
    stand->sums[1] = (uint64_t)a;
    stand->cells.touched = true;
    stand->cells.out.count = 0;
    stand->cells.saturations = 0;
    update_cells(&stand->cells, &stand->network);
}

/* Spikes of the driven neuron; the others may have their own, by their bias. */
static int spikes_of(const stand *stand, int32_t *payload)
{
    int found = 0;
    for (uint32_t k = 0; k < stand->cells.out.count; k++) {
        if (stand->neurons[k] == 1) {
            found++;
            *payload = stand->payloads[k];
        }
    }
    return found;
}

static bool check_membrane(char *line)
{
    static stand stand;
    memset(&stand, 0, sizeof stand);
    int64_t value[12];
    for (size_t i = 0; i < LENGTH(value); i++) {
        value[i] = number(&line);
    }
    membrane *m = &stand.slice.membrane;
    m->current = (decay){value[1] != 0, one(&value[2])};
    m->potential = (decay){value[3] != 0, one(&value[4])};
    m->bias = one(&value[5]);
    m->threshold = one(&value[6]);
    m->reset = value[7] != 0 ? one(&value[8]) : (numbers){0};
    m->floor = value[9] != 0 ? one(&value[10]) : (numbers){0};
    m->refractory = one(&value[11]);
    stand.slice.kind = LIF_NEURON;
    set_up(&stand, (uint32_t)value[0]);
    for (int t = 0; t < TICKS; t++) {
        int64_t a = number(&line);
        drive(&stand, a);
        int32_t payload = 0;
        CHECK_EQUAL(number(&line), stand.u[1]);
        CHECK_EQUAL(number(&line), stand.v[1]);
        CHECK_EQUAL(number(&line), stand.ref[1]);
        CHECK_EQUAL(number(&line), spikes_of(&stand, &payload));
        uint64_t saturations = (uint64_t)number(&line);
        CHECK(stand.cells.saturations >= saturations);
        CHECK(value[5] != 0 || value[6] < 0 || stand.cells.saturations == saturations);
    }
    return stand.cells.is_plain;
}

static void check_graded(char *line)
{
    static stand stand;
    memset(&stand, 0, sizeof stand);
    uint32_t bits = (uint32_t)number(&line);
    graded *graded = &stand.slice.graded;
    stand.slice.kind = GRADED_NEURON;
    graded->phi = (enum phi)number(&line);
    graded->retain = number(&line) != 0;
    graded->send_zero = number(&line) != 0;
    int32_t entries[8];
    int64_t first = number(&line);
    size_t count = (size_t)number(&line);
    for (size_t i = 0; i < count; i++) {
        entries[i] = (int32_t)number(&line);
    }
    table table = {first, {(const uint8_t *)entries, 4 * count}};
    int64_t choice = 0;
    graded->tables = &table;
    graded->table_count = 1;
    graded->choice = one(&choice);
    set_up(&stand, bits);
    for (int t = 0; t < TICKS; t++) {
        stand.reached[0] = number(&line) != 0 ? 2 : 0;
        int64_t a = number(&line);
        drive(&stand, a);
        int32_t payload = 0;
        CHECK_EQUAL(number(&line), stand.x[1]);
        CHECK_EQUAL(number(&line), stand.sign[1]);
        CHECK_EQUAL(number(&line), spikes_of(&stand, &payload));
        CHECK_EQUAL(number(&line), payload);
        CHECK_EQUAL(number(&line), stand.cells.saturations);
        CHECK_EQUAL(0, stand.x[0]);
    }
}

static void decays_truncate_toward_zero(void)
{
    CHECK_EQUAL(0, decay_fraction(-1, 1));
    CHECK_EQUAL(-1, decay_fraction(-2, 2048));
    CHECK_EQUAL(0, decay_fraction(1, 2048));
    CHECK_EQUAL(INT32_MIN, decay_fraction(INT32_MIN, 0));
    CHECK_EQUAL(0, decay_fraction(INT32_MIN, 4096));
    CHECK_EQUAL(0, decay_linear(3, 5));
    CHECK_EQUAL(0, decay_linear(-3, 5));
    CHECK_EQUAL(-2, decay_linear(-3, 1));
}

static void sums_of_64_bits_saturate_without_overflow(void)
{
    CHECK_EQUAL(8388607, saturate(plus_input(-8388608, INT64_MAX), largest_state(24)));
    CHECK_EQUAL(-8388608, saturate(plus_input(8388607, INT64_MIN), largest_state(24)));
    CHECK_EQUAL(INT32_MAX, saturate(plus_input(0, INT64_MAX), largest_state(32)));
}

static void tables_are_clamped(void)
{
    static const int32_t ENTRIES[] = {7, -8, 9};
    table table = {-1, {(const uint8_t *)ENTRIES, sizeof ENTRIES}};
    CHECK_EQUAL(7, table_at(&table, INT64_MIN + 5));
    CHECK_EQUAL(7, table_at(&table, -1));
    CHECK_EQUAL(-8, table_at(&table, 0));
    CHECK_EQUAL(9, table_at(&table, 1));
    CHECK_EQUAL(9, table_at(&table, INT32_MAX));
}

int main(int count, char **arguments)
{
    static char line[100000];
    FILE *golden = count == 2 ? fopen(arguments[1], "r") : NULL;
    int membranes = 0;
    int plain = 0;
    int graded = 0;
    CHECK(golden != NULL);
    while (golden != NULL && fgets(line, sizeof line, golden) != NULL) {
        if (line[0] == 'M') {
            membranes++;
            plain += check_membrane(line + 1);
        } else {
            graded++;
            check_graded(line + 1);
        }
        if (failures > 0) {
            fprintf(stderr, "in %.80s\n", line);
            break;
        }
    }
    if (golden != NULL) {
        fclose(golden);
    }
    CHECK_EQUAL(54, membranes);
    CHECK(plain >= 18 && plain < 36);
    CHECK_EQUAL(27, graded);
    decays_truncate_toward_zero();
    sums_of_64_bits_saturate_without_overflow();
    tables_are_clamped();
    return done();
}
