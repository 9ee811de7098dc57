#pragma once
#include <stddef.h>
#include <stdint.h>

/* The entry that libFuzzer offers to programs with a `main` of their own (LLVM's libFuzzer page, "Using libFuzzer as a
   library"). */
int LLVMFuzzerRunDriver(int *_Nonnull argc, char *_Nullable *_Nullable *_Nonnull argv,
                        int (*_Nonnull test)(const uint8_t *_Nullable start, size_t count));
