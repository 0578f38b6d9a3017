// Finding what parts the columns of a line: bars, tabs and pairs of spaces, 16 bytes at a time with SSE2.
#ifndef CSCAN_COLUMNS_H
#define CSCAN_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// The first place from `from` to before `end` where a bar, a tab or two spaces stand; `end` where none does.
static inline ptrdiff_t column_scan(const uint8_t *bytes, ptrdiff_t from, ptrdiff_t end) {
  ptrdiff_t position = from;
#if defined(__SSE2__)
  const __m128i space = _mm_set1_epi8(' '), bar = _mm_set1_epi8('|'), tab = _mm_set1_epi8('\t');
  while (position + 17 <= end) {
    const __m128i here = _mm_loadu_si128((const __m128i *)(bytes + position));
    const __m128i next = _mm_loadu_si128((const __m128i *)(bytes + position + 1));
    const __m128i pair = _mm_and_si128(_mm_cmpeq_epi8(here, space), _mm_cmpeq_epi8(next, space));
    const __m128i mark = _mm_or_si128(_mm_cmpeq_epi8(here, bar), _mm_cmpeq_epi8(here, tab));
    const int hits = _mm_movemask_epi8(_mm_or_si128(pair, mark));
    if (hits) return position + __builtin_ctz((unsigned)hits);
    position += 16;
  }
#endif
  while (position < end) {
    const uint8_t byte = bytes[position];
    if (byte == '|' || byte == '\t') return position;
    if (byte == ' ' && position + 1 < end && bytes[position + 1] == ' ') return position;
    position++;
  }
  return end;
}

#endif
