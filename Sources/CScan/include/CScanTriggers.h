// Finding the bytes a set of rules waits for: sixteen bytes at a time with SSE2, one at a time elsewhere.
#ifndef CSCAN_TRIGGERS_H
#define CSCAN_TRIGGERS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// Up to sixteen single bytes, and any of the control characters 0x00-0x1F.
typedef struct {
  uint8_t member[256];
  uint8_t values[16];
  int32_t count;
  int32_t hasControls;
} TriggerSet;

/// The set of `bytes`; one with more than sixteen different bytes above 0x1F is searched byte by byte.
static inline TriggerSet trigger_set_make(const uint8_t *bytes, ptrdiff_t count) {
  TriggerSet set = {{0}, {0}, 0, 0};
  for (ptrdiff_t index = 0; index < count; index++) {
    uint8_t byte = bytes[index];
    if (set.member[byte]) continue;
    set.member[byte] = 1;
    if (byte < 0x20) {
      set.hasControls = 1;
    } else {
      if (set.count < 16) set.values[set.count] = byte;
      set.count++;
    }
  }
  // A lone newline is cheaper as a single byte than as a range that tabs fall into too.
  if (set.hasControls && set.member['\n'] && set.count < 16) {
    int others = 0;
    for (int byte = 0; byte < 0x20; byte++) others += byte != '\n' && set.member[byte];
    if (!others) {
      set.hasControls = 0;
      set.values[set.count++] = '\n';
    }
  }
  return set;
}

/// Writes the positions of bytes of the set from `from` on into `hits`, at most `capacity` (at least 16) of them, and
/// their number into `found`; returns where to go on, which is `count` at the end.
static inline ptrdiff_t trigger_scan(const uint8_t *bytes, ptrdiff_t from, ptrdiff_t count, const TriggerSet *set,
                                     int32_t *hits, ptrdiff_t capacity, ptrdiff_t *found) {
  ptrdiff_t position = from, number = 0;
#ifdef __SSE2__
  if (set->count <= 16) {
    __m128i wanted[16];
    const int kinds = set->count;
    for (int kind = 0; kind < kinds; kind++) wanted[kind] = _mm_set1_epi8((char)set->values[kind]);
    const __m128i control = _mm_set1_epi8(0x1F);
    while (position + 16 <= count && number + 16 <= capacity) {
      const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + position));
      __m128i match = _mm_setzero_si128();
      if (set->hasControls) match = _mm_cmpeq_epi8(_mm_min_epu8(block, control), block);
      for (int kind = 0; kind < kinds; kind++) match = _mm_or_si128(match, _mm_cmpeq_epi8(block, wanted[kind]));
      uint32_t mask = (uint32_t)_mm_movemask_epi8(match);
      while (mask) {
        const ptrdiff_t hit = position + __builtin_ctz(mask);
        mask &= mask - 1;
        if (set->member[bytes[hit]]) hits[number++] = (int32_t)hit;
      }
      position += 16;
    }
    if (number + 16 > capacity) {
      *found = number;
      return position;
    }
  }
#endif
  while (position < count && number < capacity) {
    if (set->member[bytes[position]]) hits[number++] = (int32_t)position;
    position++;
  }
  *found = number;
  return position;
}

#endif
