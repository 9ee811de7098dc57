#ifndef OVENPROOF_SECCOMP_H
#define OVENPROOF_SECCOMP_H

#include <stdbool.h>
#include <stddef.h>

/// Whether a system call of this name can be refused by `clinux_refuse_calls`.
bool clinux_knows_call(const char *_Nonnull name);

/// Installs a filter for this process and its children: the named calls give EPERM, and with `no_user_namespaces` so do
/// clone and unshare when they ask for a user namespace (clone3, whose flags a filter cannot see, then is unknown: ENOSYS).
/// Needs CAP_SYS_ADMIN. Returns 0, or -1 with errno; EINVAL for an unknown name.
int clinux_refuse_calls(const char *_Nonnull const *_Nonnull names, size_t count, bool no_user_namespaces);

#endif
