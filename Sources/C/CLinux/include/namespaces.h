#ifndef OVENPROOF_NAMESPACES_H
#define OVENPROOF_NAMESPACES_H

#include <stdbool.h>
#include <stdint.h>

/// unshare(2) with CLONE_NEW* flags. For a process of one thread only.
int clinux_unshare(int flags);

/// setns(2). For a process of one thread only.
int clinux_setns(int descriptor, int type);

/// CLONE_NEW* flags.
extern const int clinux_new_mounts, clinux_new_users, clinux_new_processes, clinux_new_network,
    clinux_new_ipc, clinux_new_names;

/// Gives the process a session keyring of its own.
int clinux_join_new_keyring(void);

/// A copy of the mount at `path` alone, attached nowhere; what is mounted below it is left out. A descriptor or -1.
int clinux_bare_mount(const char *_Nonnull path);

/// pivot_root(2) of the working folder onto itself: it becomes the root, and the old root lies over it.
int clinux_pivot_here(void);

/// Brings the loopback interface of this network namespace up.
int clinux_loopback_up(void);

/// sethostname(2).
int clinux_set_host_name(const char *_Nonnull name);

/// Whether /proc/PID and the like lie behind symbolic links in this open: openat2 flags.
extern const uint64_t clinux_no_magic_links, clinux_in_root;

/// O_PATH of open(2).
extern const int clinux_path_only;

/// pidfd_open(2).
int clinux_process_descriptor(int process);

/// pipe2(2), both ends closed on exec.
int clinux_pipe(int *_Nonnull ends);

/// Makes this process invisible to tracing, and its /proc entries to others, until it becomes another program.
int clinux_hide_from_tracers(void);

/// Becomes a copy of this program that lies in memory and that nobody can change. Returns only on failure.
int clinux_become_sealed_copy(char *_Nullable const *_Nonnull arguments, char *_Nullable const *_Nonnull environment);

/// Processes below this one whose parents end become its children.
int clinux_adopt_orphans(void);

/// Neither this process nor any that it starts can gain rights by running a program, as through a setuid bit.
int clinux_forbid_new_privileges(void);

/// The kernel kills this process as soon as its parent's thread has ended.
int clinux_die_with_parent(void);

#endif
