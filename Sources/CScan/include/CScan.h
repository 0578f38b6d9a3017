// One pass over UTF-8 text that finds the places where an amount of money may be stated: currency signs and the
// beginnings of words whose first letters begin a currency or magnitude word. SSE2 where there is any.
#ifndef ASSAY_CSCAN_H
#define ASSAY_CSCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "CScanTriggers.h"
#include "CScanWords.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Which beginnings are wanted. Bits are set by AnchorScan.swift.
typedef struct {
  uint8_t words[8192];   // hash of the first four letters of words, in any case
  uint8_t codes[8192];   // the same, wanted only when the word begins with a capital
  uint8_t signs[8192];   // hash of the first bytes of words and signs outside ASCII
} AssayAnchors;

static inline int assay_bit(const uint8_t *bits, uint32_t key) { return bits[key >> 3] >> (key & 7) & 1; }

// Letters 1-26 in any case, other ASCII 0, bytes outside ASCII 31.
static const uint8_t assay_fold[256] = {
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 0, 0, 0, 0, 0,
  31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31,
  31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31,
  31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31,
  31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31,
};

// The first four letters of a word; behind its end, what follows does not count.
static inline uint32_t assay_word_key(const uint8_t *p) {
  uint32_t first = assay_fold[p[0]], second = assay_fold[p[1]], third = assay_fold[p[2]], fourth = assay_fold[p[3]];
  uint32_t in2 = (uint32_t)-(int32_t)(second - 1 < 30), in3 = in2 & (uint32_t)-(int32_t)(third - 1 < 30);
  uint32_t letters = first << 15 | second << 10 | (third & in2) << 5 | (fourth & in3);
  return letters * 2654435761u >> 16;
}

// Two bytes tell for two-byte characters, three for longer ones.
static inline uint32_t assay_sign_key(uint8_t a, uint8_t b, uint8_t c) {
  uint32_t key = (uint32_t)a << 16 | (uint32_t)b << 8 | (a >= 0xE0 ? c : 0);
  return key * 2654435761u >> 16;
}

// Bits of 64 bytes: ASCII letters, dollar signs, lead bytes of longer characters.
static inline void assay_classes(const uint8_t *p, uint64_t *letters, uint64_t *dollars, uint64_t *leads) {
#if defined(__SSE2__)
  uint64_t l = 0, d = 0, h = 0;
  const __m128i space = _mm_set1_epi8(0x20), shift = _mm_set1_epi8((char)(0x80 - 'a'));
  const __m128i limit = _mm_set1_epi8((char)(-128 + 26)), dollar = _mm_set1_epi8('$');
  const __m128i lead = _mm_set1_epi8((char)0xC0);
  for (int k = 0; k < 4; k++) {
    __m128i v = _mm_loadu_si128((const __m128i *)(p + 16 * k));
    __m128i folded = _mm_add_epi8(_mm_or_si128(v, space), shift);
    l |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmplt_epi8(folded, limit)) << (16 * k);
    d |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, dollar)) << (16 * k);
    // As signed bytes, lead bytes 0xC0-0xFF are -64...-1.
    __m128i high = _mm_and_si128(_mm_cmplt_epi8(v, _mm_setzero_si128()), _mm_cmpgt_epi8(v, _mm_sub_epi8(lead, _mm_set1_epi8(1))));
    h |= (uint64_t)(uint16_t)_mm_movemask_epi8(high) << (16 * k);
  }
  *letters = l; *dollars = d; *leads = h;
#else
  uint64_t l = 0, d = 0, h = 0;
  for (int k = 0; k < 64; k++) {
    uint8_t c = p[k];
    l |= (uint64_t)((uint8_t)((c | 0x20) - 'a') < 26 && c < 0x80) << k;
    d |= (uint64_t)(c == '$') << k;
    h |= (uint64_t)(c >= 0xC0) << k;
  }
  *letters = l; *dollars = d; *leads = h;
#endif
}

// Writes up to `capacity` positions of wanted beginnings at or after *cursor, ascending, and moves *cursor on to where
// the next call is to continue (`count` when done). Returns how many were written. `capacity` is at least 64.
static inline size_t assay_scan(
    const AssayAnchors *anchors, const uint8_t *text, size_t count, size_t *cursor, uint32_t *out, size_t capacity) {
  size_t found = 0, base = *cursor;
  uint8_t tail[80];
  while (base < count) {
    if (found + 64 > capacity) break;
    const uint8_t *p = text + base;
    size_t length = count - base;
    if (length < 68) {
      memset(tail, ' ', sizeof tail);
      memcpy(tail, p, length);
      p = tail;
    }
    uint64_t letters, dollars, leads;
    assay_classes(p, &letters, &dollars, &leads);
    uint64_t before = base > 0 && (uint8_t)((text[base - 1] | 0x20) - 'a') < 26;
    uint64_t starts = (letters & ~(letters << 1 | before)) | dollars | leads;
    while (starts) {
      int k = __builtin_ctzll(starts);
      starts &= starts - 1;
      uint8_t a = p[k];
      int wanted;
      if (a == '$') {
        wanted = 1;
      } else if (a < 0x80) {
        uint32_t key = assay_word_key(p + k);
        wanted = assay_bit(anchors->words, key) || (a < 'a' && assay_bit(anchors->codes, key));
      } else {
        wanted = assay_bit(anchors->signs, assay_sign_key(a, p[k + 1], p[k + 2]));
      }
      if (wanted) out[found++] = (uint32_t)(base + (size_t)k);
    }
    base += 64;
  }
  *cursor = base < count ? base : count;
  return found;
}

#endif
