// Finding bytes within bytes.
#ifndef CSCAN_FIND_H
#define CSCAN_FIND_H

#include <stddef.h>

/// Of the C library, whose header shows it only with _GNU_SOURCE: where `needle` first stands in `haystack`, or NULL.
extern void *memmem(const void *haystack, size_t count, const void *needle, size_t needle_count);

#endif
