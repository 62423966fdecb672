/* CRC-32C (Castagnoli): RFC 3720, appendix B.4; the check value of "123456789" is e3069283. */
#ifndef EMULATOR_CRC32C_H
#define EMULATOR_CRC32C_H

#include <stddef.h>
#include <stdint.h>

/* Continues a sum over further bytes; begins with 0. */
uint32_t crc32c(uint32_t sum, const void *bytes, size_t length);

/* The same without the processor's own instruction. */
uint32_t crc32c_portable(uint32_t sum, const void *bytes, size_t length);

/* The sum of a section: kind (1 byte), length (4 bytes, little-endian), payload. */
uint32_t crc32c_section(uint32_t kind, const void *payload, size_t length);

#endif
