// One pass over UTF-8 text that finds the places where an amount of money may be stated: currency signs and the
// beginnings of words whose first letters begin a currency or magnitude word. SSE2 where there is any.
#ifndef ASSAY_CSCAN_H
#define ASSAY_CSCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "CScanSentences.h"
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

// The first letters of a word, at most four of `bytes`, of which the first is the lowest. Behind the last letter, what
// follows does not count.
static inline uint32_t assay_letters_key(uint32_t bytes, unsigned letters) {
  return ((bytes | 0x20202020u) << (32 - 8 * letters)) * 2654435761u >> 16;
}

static inline uint32_t assay_four_bytes(const uint8_t *p) {
  return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static inline int assay_is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }

// The same for the word that begins at `p`, where four bytes can be read; its first byte is a letter.
static inline uint32_t assay_word_key(const uint8_t *p) {
  unsigned letters = 1;
  while (letters < 4 && assay_is_letter(p[letters])) letters++;
  return assay_letters_key(assay_four_bytes(p), letters);
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
    uint64_t before = base > 0 && assay_is_letter(text[base - 1]);
    // A word's first four letters may reach beyond the block.
    uint64_t after = (uint64_t)(assay_is_letter(p[64]) | assay_is_letter(p[65]) << 1 | assay_is_letter(p[66]) << 2);
    uint64_t starts = (letters & ~(letters << 1 | before)) | dollars | leads;
    while (starts) {
      int k = __builtin_ctzll(starts);
      starts &= starts - 1;
      uint8_t a = p[k];
      int wanted;
      if (a >= 0x80) {
        wanted = assay_bit(anchors->signs, assay_sign_key(a, p[k + 1], p[k + 2]));
      } else {
        uint64_t run = letters >> k | after << 1 << (63 - k) | 1;
        uint32_t key = assay_letters_key(assay_four_bytes(p + k), (unsigned)__builtin_ctzll(~run | 16));
        // Without a branch: what comes next is hard to foretell.
        wanted = assay_bit(anchors->words, key) | (assay_bit(anchors->codes, key) & (a < 'a')) | (a == '$');
      }
      out[found] = (uint32_t)(base + (size_t)k);
      found += (size_t)(wanted & 1);
    }
    base += 64;
  }
  *cursor = base < count ? base : count;
  return found;
}

#endif
