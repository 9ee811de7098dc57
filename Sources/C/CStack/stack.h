#ifndef OVENPROOF_CSTACK_H
#define OVENPROOF_CSTACK_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <unistd.h>

/* Declared here, since the C library shows it only to those who ask for all that is GNU's. */
extern int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
extern pid_t gettid(void);

/// Sets the lowest address of the running thread's stack and its size; false where the system does not tell.
static inline bool cstack_bounds(uintptr_t *_Nonnull lowest, size_t *_Nonnull size) {
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) {
    return false;
  }
  void *start = NULL;
  bool is_told = pthread_attr_getstack(&attributes, &start, size) == 0;
  pthread_attr_destroy(&attributes);
  *lowest = (uintptr_t)start;
  return is_told;
}

/// Whether the running thread is the one that the process began with.
static inline bool cstack_is_main(void) { return gettid() == getpid(); }

#endif
