#ifndef OVENPROOF_CSTACK_H
#define OVENPROOF_CSTACK_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Declared here, since the C library shows it only to those who ask for all that is GNU's. */
extern int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);

/// Sets the lowest address of the running thread's stack and its size; false where the system does not tell. It is asked
/// once for each thread: for the first one it reads a file.
static inline bool cstack_bounds(uintptr_t *_Nonnull lowest, size_t *_Nonnull size) {
  static _Thread_local uintptr_t known_lowest = 0;
  static _Thread_local size_t known_size = 0;
  if (known_size == 0) {
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) {
      return false;
    }
    void *start = NULL;
    bool is_told = pthread_attr_getstack(&attributes, &start, &known_size) == 0;
    pthread_attr_destroy(&attributes);
    known_lowest = (uintptr_t)start;
    if (!is_told) {
      return false;
    }
  }
  *lowest = known_lowest;
  *size = known_size;
  return true;
}

#endif
