#define _GNU_SOURCE
#include "CLinux.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <linux/openat2.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

int clinux_openat2(int directory, const char *path, uint64_t flags, uint64_t mode,
                   uint64_t resolve) {
  struct open_how how = {.flags = flags, .mode = mode, .resolve = resolve};
  return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

int clinux_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

ssize_t clinux_list_attributes(const char *path, char *names, size_t size) { return llistxattr(path, names, size); }

ssize_t clinux_attribute(const char *path, const char *name, void *value, size_t size) {
  return lgetxattr(path, name, value, size);
}

int clinux_set_attribute(const char *path, const char *name, const void *value, size_t size) {
  return lsetxattr(path, name, value, size, 0);
}

void clinux_set_allocation(int step, int mapped) {
  mallopt(M_TOP_PAD, step);
  mallopt(M_TRIM_THRESHOLD, 2 * step);
  mallopt(M_MMAP_THRESHOLD, mapped);
}

void clinux_spread_folders(const char *path) {
  int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  int flags = 0;
  if (ioctl(descriptor, FS_IOC_GETFLAGS, &flags) == 0 && !(flags & FS_TOPDIR_FL)) {
    flags |= FS_TOPDIR_FL;
    ioctl(descriptor, FS_IOC_SETFLAGS, &flags);
  }
  close(descriptor);
}

void clinux_use_large_pages(void) {
  static __thread int asked;
  if (asked) return;
  asked = 1;
  // The C library keeps what a thread allocates in heaps of this size, each at a multiple of it (HEAP_MAX_SIZE).
  const size_t heap = 64 << 20;
  void *volatile block = malloc(1);
  if (!block) return;
  madvise((void *)((uintptr_t)block & ~(heap - 1)), heap, MADV_HUGEPAGE);
  free(block);
}
