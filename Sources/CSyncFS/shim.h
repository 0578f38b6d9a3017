// syncfs(2), which <unistd.h> shows only with _GNU_SOURCE.
#pragma once
int syncfs(int descriptor);
