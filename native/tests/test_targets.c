/* Shipped descriptions, shapes of boards, and URIs. */
#include "board.h"
#include "check.h"
#include "shipped.h"

static void every_shipped_target_can_be_read(void)
{
    CHECK(shipped_target_count >= 6);
    CHECK_TEXT("emulator", shipped_targets[0].name);
    for (size_t i = 0; i < shipped_target_count; i++) {
        arena arena = {0};
        errors errors = {0};
        target target = {0};
        CHECK(target_read(&target, (view){shipped_targets[i].bytes, shipped_targets[i].size}, &arena, &errors));
        CHECK_TEXT(shipped_targets[i].name, target.name);
        CHECK(strlen(shipped_targets[i].title) > 10 && strncmp(target.title, shipped_targets[i].title, 20) == 0);
        CHECK(target.known[NEURONS_PER_CORE] && target.sites > 0 && target.has[TRAIT_LIF]);
        errors_clear(&errors);
        arena_release(&arena);
    }
}

static bool open_target(target *target, const char *text, arena *arena, errors *errors)
{
    uri uri;
    view description;
    memset(target, 0, sizeof *target);
    return uri_parse(&uri, text, arena, errors) && find_target(&description, &uri, arena, errors) &&
           target_read(target, description, arena, errors);
}

static void sizes_make_the_most_square_grid(void)
{
    arena arena = {0};
    errors errors = {0};
    target target;
    CHECK(open_target(&target, "emulator:?chips=6&cores-per-chip=12&neurons-per-core=inf", &arena, &errors));
    CHECK_EQUAL(72, target.sites);
    CHECK_EQUAL(3 * 4, target.columns);
    CHECK_EQUAL(2 * 3, target.routers / target.columns);
    CHECK(target_limit(&target, NEURONS_PER_CORE) == UINT64_MAX);
    /* Chip 1 lies right of chip 0; core 5 in the second row of tiles. */
    CHECK_EQUAL(4, router_of(&target, 12));
    CHECK_EQUAL(12 + 1, router_of(&target, 5));
    CHECK_EQUAL(3 * 12, router_of(&target, 3 * 12));
    uint32_t to;
    CHECK(neighbour(&target, 0, 0, &to) && to == 1);
    CHECK(neighbour(&target, 0, 1, &to) && to == 12);
    CHECK(!neighbour(&target, 0, 2, &to) && !neighbour(&target, 0, 3, &to) && !neighbour(&target, 0, 4, &to));
    CHECK(!neighbour(&target, 11, 0, &to));
    CHECK(open_target(&target, "emulator:?target=spinnaker1", &arena, &errors) && target.hexagonal);
    CHECK(neighbour(&target, 0, 1, &to) && to == target.columns + 1);
    CHECK(neighbour(&target, target.columns + 1, 4, &to) && to == 0);
    errors_clear(&errors);
    arena_release(&arena);
}

static void check_bad(const char *text, const char *part)
{
    arena arena = {0};
    errors errors = {0};
    target target;
    CHECK(!open_target(&target, text, &arena, &errors));
    CHECK_EQUAL(MNEME_BAD_URI, errors.code);
    CHECK(errors.count > 0);
    CHECK_TEXT(part, errors.count > 0 ? errors.texts[0] : "");
    errors_clear(&errors);
    arena_release(&arena);
}

static void a_wrong_uri_is_told_apart(void)
{
    check_bad("other:", "does not begin with emulator:");
    check_bad("emulator:?target=lohi1", "there are emulator, loihi1");
    check_bad("emulator:?target=", "names no target");
    check_bad("emulator:?target", "has no value");
    check_bad("emulator:?threads=0", "threads=0");
    check_bad("emulator:?threads=1000", "threads=1000");
    check_bad("emulator:?fault=explode@3", "fault=explode");
    check_bad("emulator:?fault=hang", "fault=hang");
    check_bad("emulator:?fault=drop-section@0", "drop-section");
    check_bad("emulator:?fault=hang@-1", "fault=hang");
    check_bad("emulator:?neurons=3", "neurons is no option");
    check_bad("emulator:?chips=two", "chips=two");
    check_bad("emulator:?chips=4&chips=4", "chips=4");
    check_bad("emulator:?chips=0x10", "chips=0x10");
    check_bad("emulator:?chips=1e9", "too large");
    check_bad("emulator:?target=./nowhere.pb", "no such file");
    check_bad("emulator:?chips=4&chip-columns=1&chip-rows=1", "no room");
}

static void options_are_read(void)
{
    arena arena = {0};
    errors errors = {0};
    uri uri;
    CHECK(uri_parse(&uri, "emulator:lab%201?fault=slow@20,vanish@7&fault=corrupt-section@2x1&threads=3", &arena, &errors));
    CHECK(strcmp(uri.name, "lab 1") == 0);
    CHECK(strcmp(uri.target, "emulator") == 0);
    CHECK_EQUAL(3, uri.threads);
    CHECK_EQUAL(20, uri.faults.slow_millis);
    CHECK_EQUAL(7, uri.faults.vanish_tick);
    CHECK_EQUAL(2, uri.faults.corrupt.section);
    CHECK_EQUAL(1, uri.faults.corrupt.loads);
    CHECK_EQUAL(QUEUE_CAPACITY, uri.faults.full_in);
    errors_clear(&errors);
    arena_release(&arena);
}

static void a_damaged_description_is_refused(void)
{
    unsigned long long state = 3;
    for (int round = 0; round < 400; round++) {
        arena arena = {0};
        errors errors = {0};
        target target = {0};
        const shipped_target *shipped = &shipped_targets[(size_t)round % shipped_target_count];
        uint8_t *bytes = malloc(shipped->size);
        memcpy(bytes, shipped->bytes, shipped->size);
        bytes[random_word(&state) % shipped->size] ^= (uint8_t)(1 + random_word(&state) % 255);
        size_t size = round % 2 == 0 ? shipped->size : (size_t)(random_word(&state) % shipped->size);
        if (!target_read(&target, (view){bytes, size}, &arena, &errors)) {
            CHECK(errors.code == MNEME_BAD_URI && errors.count > 0);
        }
        free(bytes);
        errors_clear(&errors);
        arena_release(&arena);
    }
}

int main(void)
{
    every_shipped_target_can_be_read();
    sizes_make_the_most_square_grid();
    a_wrong_uri_is_told_apart();
    options_are_read();
    a_damaged_description_is_refused();
    return done();
}
