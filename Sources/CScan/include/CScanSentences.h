// The places where a sentence may end, told from two bytes; whether one does is decided in Swift.
#ifndef CSCAN_SENTENCES_H
#define CSCAN_SENTENCES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Whether a sentence may end between two bytes: behind a line break, behind the last byte of an ideographic full stop,
// and before white space behind a full stop or what may stand between one and the space.
static inline int assay_may_end(uint8_t last, uint8_t next) {
  if (last == '\n' || last == 0x82) return 1;
  if (next != ' ' && next != '\n') return 0;
  switch (last) {
    case '.': case '!': case '?': case '"': case '\'': case ')': case ']': return 1;
    default: return last >= 0x80;
  }
}

#if defined(__SSE2__)
// Bits of the 16 places from `p` on, each between the byte before it and its own.
static inline uint32_t assay_ends(const uint8_t *p) {
  const __m128i last = _mm_loadu_si128((const __m128i *)(p - 1)), next = _mm_loadu_si128((const __m128i *)p);
#define ASSAY_IS(bytes, byte) _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)(byte)))
  const __m128i space = _mm_or_si128(ASSAY_IS(next, ' '), ASSAY_IS(next, '\n'));
  __m128i closer = _mm_or_si128(ASSAY_IS(last, '.'), _mm_or_si128(ASSAY_IS(last, '!'), ASSAY_IS(last, '?')));
  closer = _mm_or_si128(closer, _mm_or_si128(ASSAY_IS(last, '"'), ASSAY_IS(last, '\'')));
  closer = _mm_or_si128(closer, _mm_or_si128(ASSAY_IS(last, ')'), ASSAY_IS(last, ']')));
  closer = _mm_or_si128(closer, _mm_cmplt_epi8(last, _mm_setzero_si128()));
  const __m128i always = _mm_or_si128(ASSAY_IS(last, '\n'), ASSAY_IS(last, 0x82));
#undef ASSAY_IS
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(always, _mm_and_si128(space, closer)));
}
#endif

// The first place from `from` on, before `to`, where a sentence may end; `to` for none. 0 < from, to <= count.
static inline size_t assay_next_end(const uint8_t *text, size_t count, size_t from, size_t to) {
  size_t place = from;
#if defined(__SSE2__)
  for (; place + 16 <= count && place < to; place += 16) {
    const uint32_t ends = assay_ends(text + place);
    if (ends) {
      place += (size_t)__builtin_ctz(ends);
      return place < to ? place : to;
    }
  }
#endif
  for (; place < to; place++) if (assay_may_end(text[place - 1], text[place])) return place;
  return to;
}

// The last place up to `from`, behind `to`, where a sentence may end; `to` for none. from < count.
static inline size_t assay_last_end(const uint8_t *text, size_t from, size_t to) {
  size_t place = from;
#if defined(__SSE2__)
  for (; place >= to + 16; place -= 16) {
    const uint32_t ends = assay_ends(text + place - 15);
    if (ends) return place - (size_t)__builtin_clz(ends << 16);
  }
#endif
  for (; place > to; place--) if (assay_may_end(text[place - 1], text[place])) return place;
  return to;
}

// Whether two line breaks stand together from `from` on before `to`.
static inline int assay_has_blank_line(const uint8_t *text, size_t from, size_t to) {
  while (from + 1 < to) {
    const uint8_t *found = (const uint8_t *)memchr(text + from, '\n', to - 1 - from);
    if (!found) return 0;
    if (found[1] == '\n') return 1;
    from = (size_t)(found - text) + 1;
  }
  return 0;
}

#endif
