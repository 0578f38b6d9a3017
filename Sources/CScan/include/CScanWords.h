// Words of UTF-8 text: how far ASCII letters go, and the hash of what they spell in any case.
#ifndef CSCAN_WORDS_H
#define CSCAN_WORDS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// The hash of no bytes.
#define ASSAY_HASH_SEED 0xcbf29ce484222325ull

// The hash of eight more bytes, the last of a word filled up with zeros; the first byte is the lowest. Its upper bits
// are the best mixed.
static inline uint64_t assay_hash_more(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * 0x9E3779B97F4A7C15ull;
  return hash ^ hash >> 32;
}

typedef struct {
  uint64_t hash;
  size_t length;
  uint32_t smalls;  // not zero if any letter is a small one
} AssayWord;

// The lowest `length` bytes of eight; `length` may be more than eight.
static inline uint64_t assay_low_bytes(uint64_t bytes, size_t length) {
  return length >= 8 ? bytes : bytes & ((1ull << 8 * length) - 1);
}

// Bits of 16 bytes: ASCII letters, small ones among them; and the bytes in lower case.
static inline uint32_t assay_letters(const uint8_t *p, uint32_t *smalls, uint64_t lower[2]) {
#if defined(__SSE2__)
  const __m128i bytes = _mm_loadu_si128((const __m128i *)p);
  const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  const __m128i places = _mm_add_epi8(folded, _mm_set1_epi8((char)(0x80 - 'a')));
  const uint32_t letters = (uint32_t)_mm_movemask_epi8(_mm_cmplt_epi8(places, _mm_set1_epi8((char)(-128 + 26))));
  *smalls = letters & (uint32_t)_mm_movemask_epi8(_mm_slli_epi16(bytes, 2));
  _mm_storeu_si128((__m128i *)lower, folded);
  return letters;
#else
  uint32_t letters = 0;
  uint8_t folded[16];
  *smalls = 0;
  for (int k = 0; k < 16; k++) {
    folded[k] = p[k] | 0x20;
    const uint32_t bit = (uint32_t)((uint8_t)(folded[k] - 'a') < 26 && p[k] < 0x80) << k;
    letters |= bit;
    if (p[k] & 0x20) *smalls |= bit;
  }
  // Little-endian, as the hash has it.
  for (int half = 0; half < 2; half++) {
    lower[half] = 0;
    for (int k = 0; k < 8; k++) lower[half] |= (uint64_t)folded[8 * half + k] << 8 * k;
  }
  return letters;
#endif
}

// The ASCII letters that stand at `p`, where at least `available` bytes can be read, and their hash in lower case.
static inline AssayWord assay_word(const uint8_t *p, size_t available) {
  AssayWord word = {ASSAY_HASH_SEED, 0, 0};
  for (;;) {
    const uint8_t *block = p + word.length;
    uint8_t tail[16];
    if (available - word.length < 16) {
      memset(tail, 0, sizeof tail);
      memcpy(tail, block, available - word.length);
      block = tail;
    }
    uint64_t lower[2];
    uint32_t smalls;
    const uint32_t letters = assay_letters(block, &smalls, lower);
    const size_t count = (size_t)__builtin_ctz(~letters);
    if (count == 0) return word;
    word.hash = assay_hash_more(word.hash, assay_low_bytes(lower[0], count));
    if (count > 8) word.hash = assay_hash_more(word.hash, assay_low_bytes(lower[1], count - 8));
    word.smalls |= smalls & ((1u << count) - 1);
    word.length += count;
    if (count < 16) return word;
  }
}

// Makes ASCII capitals small; returns the bits that any of the bytes has.
static inline uint8_t assay_lower(uint8_t *bytes, size_t count) {
  uint8_t bits = 0;
  for (size_t k = 0; k < count; k++) {
    const uint8_t byte = bytes[k];
    bits |= byte;
    bytes[k] = byte | (uint8_t)((uint8_t)(byte - 'A') < 26 ? 0x20 : 0);
  }
  return bits;
}

#endif
