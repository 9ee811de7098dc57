#ifndef OVENPROOF_CLINUX_H
#define OVENPROOF_CLINUX_H

#include <stdint.h>
#include <stddef.h>
#include <sys/types.h>

#include "attributes.h"
#include "capabilities.h"
#include "namespaces.h"
#include "seccomp.h"
#include "sockets.h"
#include "terminals.h"

/// Linux calls that Glibc's Swift overlay does not carry. Each returns what the call returns and leaves errno.

/// openat2(2) with `resolve` (RESOLVE_*) applied to the whole path.
int clinux_openat2(int directory, const char *_Nonnull path, uint64_t flags, uint64_t mode,
                   uint64_t resolve);

/// memfd_create(2), closed on exec.
int clinux_memory_file(const char *_Nonnull name);

/// llistxattr(2), lgetxattr(2) and lsetxattr(2).
ssize_t clinux_list_attributes(const char *_Nonnull path, char *_Nullable names, size_t size);
ssize_t clinux_attribute(const char *_Nonnull path, const char *_Nonnull name, void *_Nullable value, size_t size);
int clinux_set_attribute(const char *_Nonnull path, const char *_Nonnull name, const void *_Nullable value,
                         size_t size);

/// ioctl_iflags(2): has the folders in a folder spread over the disk (`FS_TOPDIR_FL`). Where files were removed a moment ago, ext4
/// looks at each of them whenever one is made: folder after folder that comes and goes in one place gets slower and slower.
/// Other file systems take no notice.
void clinux_spread_folders(const char *_Nonnull path);

/// mallopt(3): takes memory from the system in steps of a size, in each arena; gives back what is free beyond twice of it;
/// maps blocks from a size on by themselves.
void clinux_set_allocation(int step, int mapped);

/// madvise(2): asks for large pages around what this thread allocates. Where that lies elsewhere than with glibc, or the
/// kernel has none, nothing comes of it.
void clinux_use_large_pages(void);

#endif
