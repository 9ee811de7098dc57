#include "capabilities.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

uint64_t clinux_bounding_capabilities(void) {
  uint64_t mask = 0;
  for (unsigned long bit = 0; bit < 64; bit++) {
    int held = prctl(PR_CAPBSET_READ, bit, 0, 0, 0);
    if (held < 0) break;
    if (held == 1) mask |= (uint64_t)1 << bit;
  }
  return mask;
}

uint64_t clinux_effective_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  struct __user_cap_data_struct data[2] = {0};
  if (syscall(SYS_capget, &header, data) != 0) return 0;
  return (uint64_t)data[1].effective << 32 | data[0].effective;
}

int clinux_limit_capabilities(uint64_t mask) {
  for (unsigned long bit = 0; bit < 64; bit++) {
    if (mask >> bit & 1) continue;
    int held = prctl(PR_CAPBSET_READ, bit, 0, 0, 0);
    if (held < 0) break;
    if (held == 1 && prctl(PR_CAPBSET_DROP, bit, 0, 0, 0) != 0) return -1;
  }
  return 0;
}

int clinux_set_capabilities(uint64_t mask) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  struct __user_cap_data_struct data[2] = {0};
  data[0].effective = data[0].permitted = (uint32_t)mask;
  data[1].effective = data[1].permitted = (uint32_t)(mask >> 32);
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  return (int)syscall(SYS_capset, &header, data);
}
