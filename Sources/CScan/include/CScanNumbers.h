// One pass over UTF-8 text that finds the places where a number may begin: digits and the beginnings of number words.
#ifndef ASSAY_CSCAN_NUMBERS_H
#define ASSAY_CSCAN_NUMBERS_H

#include "CScan.h"

// Bits of 64 bytes that are ASCII digits.
static inline uint64_t assay_digits(const uint8_t *p) {
  uint64_t digits = 0;
#if defined(__SSE2__)
  const __m128i shift = _mm_set1_epi8((char)(0x80 - '0')), limit = _mm_set1_epi8((char)(-128 + 10));
  for (int k = 0; k < 4; k++) {
    __m128i v = _mm_add_epi8(_mm_loadu_si128((const __m128i *)(p + 16 * k)), shift);
    digits |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmplt_epi8(v, limit)) << (16 * k);
  }
#else
  for (int k = 0; k < 64; k++) digits |= (uint64_t)((uint8_t)(p[k] - '0') < 10) << k;
#endif
  return digits;
}

// As `assay_scan`: the first digit of each run of them, and words and signs whose beginnings `anchors` wants.
static inline size_t assay_scan_numbers(
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
    uint8_t last = base > 0 ? text[base - 1] : ' ';
    uint64_t digits = assay_digits(p);
    uint64_t firsts = digits & ~(digits << 1 | (uint64_t)((uint8_t)(last - '0') < 10));
    uint64_t starts = (letters & ~(letters << 1 | (uint64_t)((uint8_t)((last | 0x20) - 'a') < 26))) | firsts | leads;
    while (starts) {
      int k = __builtin_ctzll(starts);
      starts &= starts - 1;
      uint8_t a = p[k];
      int wanted = (uint8_t)(a - '0') < 10 ? 1
          : a < 0x80 ? assay_bit(anchors->words, assay_word_key(p + k))
          : assay_bit(anchors->signs, assay_sign_key(a, p[k + 1], p[k + 2]));
      if (wanted) out[found++] = (uint32_t)(base + (size_t)k);
    }
    base += 64;
  }
  *cursor = base < count ? base : count;
  return found;
}

#endif
