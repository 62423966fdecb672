/* CRC-32C, SHA-256 and Philox against published words. */
#include "check.h"
#include "crc32c.h"
#include "philox.h"
#include "sha256.h"

static void crc_is_that_of_the_rfc(void)
{
    CHECK_EQUAL(0xe3069283, crc32c(0, "123456789", 9));
    uint8_t bytes[32] = {0};
    CHECK_EQUAL(0x8a9136aa, crc32c(0, bytes, 32)); /* RFC 3720, B.4 */
    memset(bytes, 0xff, 32);
    CHECK_EQUAL(0x62a8ab43, crc32c(0, bytes, 32));
    for (int i = 0; i < 32; i++) {
        bytes[i] = (uint8_t)i;
    }
    CHECK_EQUAL(0x46dd794e, crc32c(0, bytes, 32));
    CHECK_EQUAL(0x46dd794e, crc32c(crc32c(0, bytes, 13), bytes + 13, 19));
    CHECK_EQUAL(0, crc32c(0, bytes, 0));
}

static void crc_does_not_depend_on_the_processor(void)
{
    uint8_t bytes[300];
    unsigned long long state = 1;
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (uint8_t)random_word(&state);
    }
    for (size_t length = 0; length < 200; length++) {
        CHECK_EQUAL(crc32c_portable(7, bytes + length % 16, length), crc32c(7, bytes + length % 16, length));
    }
}

static void crc_of_a_section_covers_its_frame(void)
{
    uint8_t frame[] = {2, 3, 0, 0, 0, 'a', 'b', 'c'};
    CHECK_EQUAL(crc32c(0, frame, sizeof frame), crc32c_section(2, "abc", 3));
    CHECK(crc32c_section(3, "abc", 3) != crc32c_section(2, "abc", 3));
}

static void check_sha(const char *hex, const void *bytes, size_t length)
{
    uint8_t digest[32];
    char text[65];
    sha256(bytes, length, digest);
    for (int i = 0; i < 32; i++) {
        snprintf(text + 2 * i, 3, "%02x", digest[i]);
    }
    CHECK_TEXT(hex, text);
}

static void sha_is_that_of_fips(void)
{
    check_sha("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc", 3);
    check_sha("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "", 0);
    check_sha("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
              "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56);
    char *many = malloc(1000000);
    memset(many, 'a', 1000000);
    check_sha("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", many, 1000000);
    free(many);
}

/* numpy.random.Philox(key=seed, counter=tick + (neuron << 64) - 1).random_raw(4) */
static void philox_is_that_of_numpy(void)
{
    static const struct {
        uint64_t seed;
        uint64_t tick;
        uint32_t neuron;
        uint64_t words[4];
    } CASES[] = {
        {0, 0, 0, {0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b}},
        {1, 2, 3, {0xa045bc87cf342583, 0xdf3f04e2557fc515, 0x88346ffbf2910618, 0x2c1004418844b28c}},
        {UINT64_MAX, 0x8000000000000005, 4000000000, {0xb7d778de18305b87, 0x27421310cb185053, 0xbe46bca273a545ea, 0xfa49f3f5e091bedf}},
        {12345, 77, 8919, {0xa2165cf2f23dbc7, 0x99e19343c4040ea9, 0xa323ef0e2f657df9, 0x2c406d0157729b88}},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        uint64_t counter[4] = {CASES[i].tick, CASES[i].neuron, 0, 0};
        philox_block(counter, CASES[i].seed, 0);
        for (int w = 0; w < 4; w++) {
            CHECK(CASES[i].words[w] == counter[w]);
        }
        CHECK_EQUAL((uint32_t)CASES[i].words[0], philox_escape(CASES[i].seed, CASES[i].tick, CASES[i].neuron));
    }
}

int main(void)
{
    crc_is_that_of_the_rfc();
    crc_does_not_depend_on_the_processor();
    crc_of_a_section_covers_its_frame();
    sha_is_that_of_fips();
    philox_is_that_of_numpy();
    return done();
}
