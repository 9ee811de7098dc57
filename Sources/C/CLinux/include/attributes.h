#ifndef OVENPROOF_ATTRIBUTES_H
#define OVENPROOF_ATTRIBUTES_H

#include <stddef.h>
#include <sys/types.h>

/// fgetxattr(2).
ssize_t clinux_file_attribute(int descriptor, const char *_Nonnull name, void *_Nullable value, size_t size);

/// fsetxattr(2).
int clinux_set_file_attribute(int descriptor, const char *_Nonnull name, const void *_Nonnull value, size_t size);

#endif
