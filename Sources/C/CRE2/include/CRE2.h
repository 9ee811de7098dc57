#ifndef OVENPROOF_CRE2_H
#define OVENPROOF_CRE2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled RE2 pattern; made by `cre2_compile`, released by `cre2_release`.
typedef struct cre2_pattern cre2_pattern;

/// Compiles `length` bytes of UTF-8; never NULL (an empty pattern may be NULL): ask `cre2_error` whether it is usable.
cre2_pattern *_Nonnull cre2_compile(const void *_Nullable pattern, size_t length);

/// The reason why the pattern is unusable, or NULL.
const char *_Nullable cre2_error(const cre2_pattern *_Nonnull pattern);

/// Whether the pattern matches somewhere in `length` bytes; sets the byte range of the first match.
bool cre2_find(const cre2_pattern *_Nonnull pattern, const void *_Nullable text, size_t length,
               size_t *_Nonnull start, size_t *_Nonnull end);

void cre2_release(cre2_pattern *_Nonnull pattern);

#ifdef __cplusplus
}
#endif
#endif
