// What Swift's Glibc module leaves out.
#pragma once
#include <malloc.h>
// syncfs(2), which <unistd.h> shows only with _GNU_SOURCE.
int syncfs(int descriptor);
