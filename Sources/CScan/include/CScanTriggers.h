// Finding the bytes a set of rules waits for: 32 bytes at a time with AVX2, one at a time elsewhere.
#ifndef CSCAN_TRIGGERS_H
#define CSCAN_TRIGGERS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __x86_64__
#include <immintrin.h>
#endif

/// A set of bytes. A byte belongs to it only if the tables of its two halves share a bit; `member` is exact.
typedef struct {
  uint8_t member[256];
  uint8_t low[16];
  uint8_t high[16];
  int32_t hasAVX2;
} TriggerSet;

/// The set of `bytes`.
static inline TriggerSet trigger_set_make(const uint8_t *bytes, ptrdiff_t count) {
  TriggerSet set = {{0}, {0}, {0}, 0};
  // Each upper half in use gets a bit of its own; beyond eight they share.
  int kinds = 0;
  for (ptrdiff_t index = 0; index < count; index++) {
    const uint8_t byte = bytes[index];
    set.member[byte] = 1;
    if (!set.high[byte >> 4]) set.high[byte >> 4] = (uint8_t)(1u << (kinds++ & 7));
    set.low[byte & 15] |= set.high[byte >> 4];
  }
#ifdef __x86_64__
  set.hasAVX2 = __builtin_cpu_supports("avx2") ? 1 : 0;
#endif
  return set;
}

#ifdef __x86_64__
/// As `trigger_scan`, over whole blocks of 32 bytes only.
__attribute__((target("avx2"))) static inline ptrdiff_t trigger_scan_avx2(
    const uint8_t *bytes, ptrdiff_t from, ptrdiff_t count, const TriggerSet *set, int32_t *hits, ptrdiff_t capacity,
    ptrdiff_t *found) {
  const __m256i low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->low));
  const __m256i high = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->high));
  const __m256i half = _mm256_set1_epi8(15), zero = _mm256_setzero_si256();
  ptrdiff_t position = from, number = *found;
  while (position + 32 <= count && number + 32 <= capacity) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + position));
    const __m256i lower = _mm256_shuffle_epi8(low, _mm256_and_si256(block, half));
    const __m256i upper = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(block, 4), half));
    uint32_t mask = ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_and_si256(lower, upper), zero));
    while (mask) {
      const ptrdiff_t hit = position + __builtin_ctz(mask);
      mask &= mask - 1;
      if (set->member[bytes[hit]]) hits[number++] = (int32_t)hit;
    }
    position += 32;
  }
  *found = number;
  return position;
}
#endif

/// Writes the positions of bytes of the set from `from` on into `hits`, at most `capacity` (at least 64) of them, and
/// their number into `found`; returns where to go on, which is `count` at the end.
static inline ptrdiff_t trigger_scan(const uint8_t *bytes, ptrdiff_t from, ptrdiff_t count, const TriggerSet *set,
                                     int32_t *hits, ptrdiff_t capacity, ptrdiff_t *found) {
  ptrdiff_t position = from;
  *found = 0;
#ifdef __x86_64__
  if (set->hasAVX2) {
    position = trigger_scan_avx2(bytes, position, count, set, hits, capacity, found);
    if (*found + 32 > capacity) return position;
  }
#endif
  ptrdiff_t number = *found;
  while (position < count && number < capacity) {
    if (set->member[bytes[position]]) hits[number++] = (int32_t)position;
    position++;
  }
  *found = number;
  return position;
}

#endif
