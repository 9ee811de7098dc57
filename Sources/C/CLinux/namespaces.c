#define _GNU_SOURCE
#include "namespaces.h"

#include <fcntl.h>
#include <linux/keyctl.h>
#include <linux/mount.h>
#include <linux/openat2.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

const int clinux_new_mounts = CLONE_NEWNS;
const int clinux_new_users = CLONE_NEWUSER;
const int clinux_new_processes = CLONE_NEWPID;
const int clinux_new_network = CLONE_NEWNET;
const int clinux_new_ipc = CLONE_NEWIPC;
const int clinux_new_names = CLONE_NEWUTS;
const uint64_t clinux_no_magic_links = RESOLVE_NO_MAGICLINKS;
const uint64_t clinux_in_root = RESOLVE_IN_ROOT;
const int clinux_path_only = O_PATH;

int clinux_unshare(int flags) { return unshare(flags); }

int clinux_setns(int descriptor, int type) { return setns(descriptor, type); }

int clinux_join_new_keyring(void) {
  return (int)syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, (char *)0);
}

int clinux_bare_mount(const char *path) {
  return (int)syscall(SYS_open_tree, AT_FDCWD, path, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
}

int clinux_pivot_here(void) { return (int)syscall(SYS_pivot_root, ".", "."); }

int clinux_loopback_up(void) {
  int channel = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (channel < 0) return -1;
  struct ifreq request = {.ifr_name = "lo"};
  int status = ioctl(channel, SIOCGIFFLAGS, &request);
  request.ifr_flags |= IFF_UP;
  if (status == 0) status = ioctl(channel, SIOCSIFFLAGS, &request);
  close(channel);
  return status;
}

int clinux_set_host_name(const char *name) { return sethostname(name, strlen(name)); }

int clinux_process_descriptor(int process) { return (int)syscall(SYS_pidfd_open, process, 0); }

int clinux_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }

int clinux_adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1); }

int clinux_forbid_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

int clinux_pipe(int *ends) { return pipe2(ends, O_CLOEXEC); }

int clinux_hide_from_tracers(void) { return prctl(PR_SET_DUMPABLE, 0); }

int clinux_become_sealed_copy(char *const *arguments, char *const *environment) {
  int copy = memfd_create("program", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  int own = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (copy < 0 || own < 0) return -1;
  ssize_t count;
  while ((count = sendfile(copy, own, NULL, 1 << 26)) > 0) {}
  if (count < 0) return -1;
  if (fcntl(copy, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) != 0) return -1;
  return fexecve(copy, arguments, environment);
}
