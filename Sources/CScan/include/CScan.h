// One pass over UTF-8 text that finds the places where an amount of money may be stated: currency signs and the
// beginnings of words whose first letters begin a currency or magnitude word. SSE2 where there is any.
#ifndef ASSAY_CSCAN_H
#define ASSAY_CSCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "CScanColumns.h"
#include "CScanFind.h"
#include "CScanSentences.h"
#include "CScanTriggers.h"
#include "CScanWords.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Which beginnings are wanted. Bits are set by AnchorScan.swift.
typedef struct {
  uint8_t words[16384];  // two bits for each hash of the first four letters of words: wanted in any case, and only
                         // when the word begins with a capital
  uint8_t signs[8192];   // hash of the first bytes of words and signs outside ASCII
} AssayAnchors;

static inline int assay_bit(const uint8_t *bits, uint32_t key) { return bits[key >> 3] >> (key & 7) & 1; }

static inline int assay_is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }

// The key of the letters before the first zero of four bytes, of which the first is the lowest: letters in lower case,
// and zeros for all else.
static inline uint32_t assay_letters_key(uint32_t letters) {
  // A bit in each zero; all below the lowest is kept.
  const uint32_t zeros = ~letters & 0x40404040u;
  return (letters & (zeros - 1) & ~zeros) * 0x85EBCA6Bu >> 16;
}

static inline uint32_t assay_four_bytes(const uint8_t *p) {
  return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

// The key of the first four letters of the word that begins at `p`, where four bytes can be read.
static inline uint32_t assay_word_key(const uint8_t *p) {
  uint8_t letters[4];
  for (int k = 0; k < 4; k++) letters[k] = assay_is_letter(p[k]) ? p[k] | 0x20 : 0;
  return assay_letters_key(assay_four_bytes(letters));
}

// Two bytes tell for two-byte characters, three for longer ones.
static inline uint32_t assay_sign_key(uint8_t a, uint8_t b, uint8_t c) {
  uint32_t key = (uint32_t)a << 16 | (uint32_t)b << 8 | (a >= 0xE0 ? c : 0);
  return key * 2654435761u >> 16;
}

// Bits of 64 bytes that are ASCII letters. Writes 80 bytes: letters in lower case, and zeros for all else.
static inline uint64_t assay_letters64(const uint8_t *p, uint8_t lower[80]) {
  uint64_t letters = 0;
#if defined(__SSE2__)
  const __m128i space = _mm_set1_epi8(0x20), shift = _mm_set1_epi8((char)(0x80 - 'a'));
  const __m128i limit = _mm_set1_epi8((char)(-128 + 26));
  for (int k = 0; k < 5; k++) {
    const __m128i folded = _mm_or_si128(_mm_loadu_si128((const __m128i *)(p + 16 * k)), space);
    const __m128i is = _mm_cmplt_epi8(_mm_add_epi8(folded, shift), limit);
    _mm_storeu_si128((__m128i *)(lower + 16 * k), _mm_and_si128(folded, is));
    if (k < 4) letters |= (uint64_t)(uint16_t)_mm_movemask_epi8(is) << (16 * k);
  }
#else
  for (int k = 0; k < 80; k++) {
    const int is = assay_is_letter(p[k]);
    lower[k] = is ? p[k] | 0x20 : 0;
    if (k < 64) letters |= (uint64_t)is << k;
  }
#endif
  return letters;
}

// Bits of 64 bytes that are digits, and of those that are lead bytes of longer characters.
static inline uint64_t assay_digits64(const uint8_t *p, uint64_t *leads, uint64_t *dollars) {
  uint64_t digits = 0, high = 0, signs = 0;
#if defined(__SSE2__)
  const __m128i shift = _mm_set1_epi8((char)(0x80 - '0')), limit = _mm_set1_epi8((char)(-128 + 10));
  const __m128i lead = _mm_set1_epi8((char)0xC0), dollar = _mm_set1_epi8('$');
  for (int k = 0; k < 4; k++) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(p + 16 * k));
    digits |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmplt_epi8(_mm_add_epi8(bytes, shift), limit)) << (16 * k);
    high |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_max_epu8(bytes, lead), bytes)) << (16 * k);
    signs |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, dollar)) << (16 * k);
  }
#else
  for (int k = 0; k < 64; k++) {
    digits |= (uint64_t)((uint8_t)(p[k] - '0') < 10) << k;
    high |= (uint64_t)(p[k] >= 0xC0) << k;
    signs |= (uint64_t)(p[k] == '$') << k;
  }
#endif
  *leads = high;
  *dollars = signs;
  return digits;
}

// Bits of the wanted places of 64 bytes from `p` on, where 80 can be read; `before` is the byte before them, or a space.
// With `digits`, which is known when this is compiled, the first digit of each number is wanted, and dollar signs are not.
__attribute__((always_inline)) static inline uint64_t assay_wanted64(
    int digits, const AssayAnchors *anchors, const uint8_t *p, uint8_t before) {
  uint8_t lower[80];
  const uint64_t letters = assay_letters64(p, lower);
  uint64_t leads, dollars, wanted;
  const uint64_t numerals = assay_digits64(p, &leads, &dollars);
  if (digits) {
    wanted = numerals & ~(numerals << 1 | ((uint8_t)(before - '0') < 10));
  } else {
    wanted = dollars;
  }
  while (leads) {
    const int k = __builtin_ctzll(leads);
    leads &= leads - 1;
    wanted |= (uint64_t)assay_bit(anchors->signs, assay_sign_key(p[k], p[k + 1], p[k + 2])) << k;
  }
  uint64_t starts = letters & ~(letters << 1 | (uint64_t)assay_is_letter(before));
  while (starts) {
    const int k = __builtin_ctzll(starts);
    starts &= starts - 1;
    // Without a branch: what comes next is hard to foretell.
    const uint32_t key = assay_letters_key(assay_four_bytes(lower + k));
    const uint32_t bits = anchors->words[key >> 2] >> (2 * (key & 3));
    wanted |= (uint64_t)((bits | (bits >> 1 & (p[k] < 'a'))) & 1) << k;
  }
  return wanted;
}

// Writes up to `capacity` positions of wanted beginnings at or after *cursor, ascending, and moves *cursor on to where
// the next call is to continue (`count` when done). Returns how many were written. `capacity` is at least 64.
__attribute__((always_inline)) static inline size_t assay_scan_blocks(
    int digits, const AssayAnchors *anchors, const uint8_t *text, size_t count, size_t *cursor, uint32_t *out,
    size_t capacity) {
  size_t found = 0, base = *cursor;
  uint8_t tail[80];
  while (base < count) {
    if (found + 64 > capacity) break;
    const uint8_t *p = text + base;
    size_t length = count - base;
    if (length < sizeof tail) {
      memset(tail, ' ', sizeof tail);
      memcpy(tail, p, length);
      p = tail;
    }
    uint64_t wanted = assay_wanted64(digits, anchors, p, base > 0 ? text[base - 1] : ' ');
    while (wanted) {
      out[found++] = (uint32_t)(base + (size_t)__builtin_ctzll(wanted));
      wanted &= wanted - 1;
    }
    base += 64;
  }
  *cursor = base < count ? base : count;
  return found;
}

#ifdef __x86_64__
// The same, made for newer processors.
__attribute__((target("avx2,bmi,bmi2"))) static inline size_t assay_scan_avx2(
    int digits, const AssayAnchors *anchors, const uint8_t *text, size_t count, size_t *cursor, uint32_t *out,
    size_t capacity) {
  return digits ? assay_scan_blocks(1, anchors, text, count, cursor, out, capacity)
                : assay_scan_blocks(0, anchors, text, count, cursor, out, capacity);
}
#endif

static inline size_t assay_scan_for(
    int digits, const AssayAnchors *anchors, const uint8_t *text, size_t count, size_t *cursor, uint32_t *out,
    size_t capacity) {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    return assay_scan_avx2(digits, anchors, text, count, cursor, out, capacity);
  }
#endif
  return digits ? assay_scan_blocks(1, anchors, text, count, cursor, out, capacity)
                : assay_scan_blocks(0, anchors, text, count, cursor, out, capacity);
}

// The places where an amount of money may be stated.
static inline size_t assay_scan(
    const AssayAnchors *anchors, const uint8_t *text, size_t count, size_t *cursor, uint32_t *out, size_t capacity) {
  return assay_scan_for(0, anchors, text, count, cursor, out, capacity);
}

// The places where a number may begin: digits, and the beginnings of number words.
static inline size_t assay_scan_numbers(
    const AssayAnchors *anchors, const uint8_t *text, size_t count, size_t *cursor, uint32_t *out, size_t capacity) {
  return assay_scan_for(1, anchors, text, count, cursor, out, capacity);
}

#endif
