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

/// Whether the pattern matches somewhere in `length` bytes, of which each that is no UTF-8 counts as a U+FFFD; sets the
/// byte range of the first match.
bool cre2_find(const cre2_pattern *_Nonnull pattern, const void *_Nullable text, size_t length,
               size_t *_Nonnull start, size_t *_Nonnull end);

/// How many groups the pattern has, the whole match not counted.
size_t cre2_groups(const cre2_pattern *_Nonnull pattern);

/// Finds the first match that begins at `from` or later, with all before it as context. Sets `2 * count` bounds: of the
/// whole match, then of each group; -1 for a group that took no part.
bool cre2_captures(const cre2_pattern *_Nonnull pattern, const void *_Nullable text, size_t length,
                   size_t from, ptrdiff_t *_Nonnull bounds, size_t count);

void cre2_release(cre2_pattern *_Nonnull pattern);

#ifdef __cplusplus
}
#endif
#endif
