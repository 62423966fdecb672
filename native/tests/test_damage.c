/* Programs that are cut, turned, lost and mixed up: an error for each, and a board that takes the whole program afterwards. */
#include "check.h"
#include "exercise.h"

enum { FLIPS = 300 };

static unsigned long long state = 11;
static size_t taken;
static size_t refused;

static void check_after(const program_file *damaged, const program_file *whole, mneme_board *board)
{
    int code = exercise(damaged, board);
    CHECK(code == MNEME_OK || code == MNEME_BAD_PROGRAM || code == MNEME_TOO_LARGE);
    CHECK((code == MNEME_OK) == (mneme_error_count(board) == 0));
    taken += code == MNEME_OK;
    refused += code != MNEME_OK;
    if (refused % 50 == 1) {
        CHECK_EQUAL(MNEME_OK, exercise(whole, board));
    }
}

static void cut_sections_are_refused(const program_file *whole, mneme_board *board)
{
    for (size_t s = 0; s < whole->count; s++) {
        size_t step = 1 + whole->sections[s].length / 60;
        for (size_t length = 0; length < whole->sections[s].length; length += step) {
            program_file damaged = program_copy(whole);
            damaged.sections[s].length = length;
            program_stamp(&damaged.sections[s]);
            check_after(&damaged, whole, board);
            program_free(&damaged);
        }
    }
}

static void turned_bytes_never_do_harm(const program_file *whole, mneme_board *board)
{
    for (int i = 0; i < FLIPS; i++) {
        program_file damaged = program_copy(whole);
        for (int n = 0; n <= i % 3; n++) {
            file_section *section = &damaged.sections[random_word(&state) % damaged.count];
            if (section->length > 0) {
                section->payload[random_word(&state) % section->length] ^= (uint8_t)(1u << random_word(&state) % 8);
                program_stamp(section);
            }
        }
        check_after(&damaged, whole, board);
        program_free(&damaged);
    }
}

static int load_changed(const program_file *program, mneme_board *board, int change)
{
    program_file damaged = program_copy(program);
    size_t last = damaged.count - 1;
    int code = mneme_load_begin(board, damaged.sections[0].payload, damaged.sections[0].length, FOREVER);
    for (size_t i = 1; i <= last && code == MNEME_OK; i++) {
        size_t at = change == 1 && i < 3 ? 3 - i : i; /* 1: the first two come in the other order */
        const file_section *section = &damaged.sections[at];
        uint32_t index = (uint32_t)(change == 2 && i == last ? i - 1 : i); /* 2: a number comes twice */
        uint32_t kind = change == 3 ? 9 : section->kind;
        uint32_t crc = section->crc ^ (change == 4);
        if (change != 5 || i != last) { /* 5: the last is lost */
            code = mneme_load_section(board, change == 1 ? (uint32_t)at : index, kind, section->payload, section->length,
                                      crc, FOREVER);
        }
    }
    uint32_t sent = (uint32_t)last - (change == 5);
    code = code == MNEME_OK ? mneme_load_commit(board, change == 6 ? sent - 1 : sent, FOREVER) : code;
    program_free(&damaged);
    return code;
}

static void lost_and_mixed_up_sections_are_named(const program_file *whole, mneme_board *board)
{
    static const char *const PARTS[] = {"came where section 1 was due", "came where section", "of kind 9", "is damaged",
                                        "the header announces", "are to be committed"};
    for (int change = 1; change <= 6; change++) {
        CHECK_EQUAL(MNEME_BAD_PROGRAM, load_changed(whole, board, change));
        CHECK_TEXT(PARTS[change - 1], error_texts(board));
    }
    CHECK_EQUAL(MNEME_OK, exercise(whole, board));
}

static void a_section_too_many_is_refused(const program_file *whole, mneme_board *board)
{
    const file_section *first = &whole->sections[1];
    CHECK_EQUAL(MNEME_OK, mneme_load_begin(board, whole->sections[0].payload, whole->sections[0].length, FOREVER));
    int code = MNEME_OK;
    for (uint32_t index = 1; index <= whole->count && code == MNEME_OK; index++) {
        code = mneme_load_section(board, index, first->kind, first->payload, first->length, first->crc, FOREVER);
    }
    CHECK_EQUAL(MNEME_BAD_PROGRAM, code);
    CHECK_TEXT("more than the", error_texts(board));
}

int main(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        program_file whole = program_read(arguments[i]);
        mneme_board *board = program_open(&whole, "", 1);
        cut_sections_are_refused(&whole, board);
        turned_bytes_never_do_harm(&whole, board);
        if (whole.count > 3) {
            lost_and_mixed_up_sections_are_named(&whole, board);
            a_section_too_many_is_refused(&whole, board);
        }
        mneme_close(board);
        program_free(&whole);
    }
    printf("%zu damaged programs refused, %zu taken\n", refused, taken);
    CHECK(refused > 1000 && taken > 100);
    return done();
}
