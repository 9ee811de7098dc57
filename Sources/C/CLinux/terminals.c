#define _GNU_SOURCE
#include "terminals.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#ifndef TIOCGPTPEER
#define TIOCGPTPEER _IO('T', 0x41)
#endif

int clinux_open_terminal(int *master, int *slave) {
  int one = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (one < 0) return -1;
  // Without its name: that may be another one's in this mount namespace.
  int other = unlockpt(one) == 0 ? ioctl(one, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC) : -1;
  if (other < 0) {
    int code = errno;
    close(one);
    errno = code;
    return -1;
  }
  *master = one;
  *slave = other;
  return 0;
}

int clinux_take_terminal(int slave) {
  if (ioctl(slave, TIOCSCTTY, 0) != 0) return -1;
  for (int descriptor = 0; descriptor < 3; descriptor++) {
    if (dup2(slave, descriptor) < 0) return -1;
  }
  return 0;
}
