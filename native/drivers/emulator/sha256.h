/* SHA-256 (FIPS 180-4): the digest of a target description. */
#ifndef EMULATOR_SHA256_H
#define EMULATOR_SHA256_H

#include <stddef.h>
#include <stdint.h>

void sha256(const void *bytes, size_t length, uint8_t digest[32]);

#endif
