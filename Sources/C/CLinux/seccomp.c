#define _GNU_SOURCE
#include "seccomp.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/// A call's number on this machine's own architecture and on the 32-bit one that it also runs.
struct call {
  const char *name;
  uint32_t own, compatible;
};

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#define COMPATIBLE_ARCHITECTURE AUDIT_ARCH_I386
#define CALL(name, i386, arm) {#name, SYS_##name, i386}
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#define COMPATIBLE_ARCHITECTURE AUDIT_ARCH_ARM
#define CALL(name, i386, arm) {#name, SYS_##name, arm}
#else
#error "the numbers of this architecture's system calls are not known here"
#endif

static const struct call calls[] = {
    CALL(add_key, 286, 309),          CALL(bpf, 357, 386),
    CALL(delete_module, 129, 129),    CALL(finit_module, 350, 379),
    CALL(init_module, 128, 128),      CALL(io_uring_setup, 425, 425),
    CALL(kexec_load, 283, 347),       CALL(keyctl, 288, 311),
    CALL(kexec_file_load, 0xffffffff, 401), CALL(open_by_handle_at, 342, 371),
    CALL(perf_event_open, 336, 364),  CALL(request_key, 287, 310),
    CALL(userfaultfd, 374, 388),
};
static const struct call clone_call = CALL(clone, 120, 120);
static const struct call clone3_call = CALL(clone3, 435, 435);
static const struct call unshare_call = CALL(unshare, 310, 337);

static const struct call *find(const char *name) {
  for (size_t index = 0; index < sizeof calls / sizeof calls[0]; index++)
    if (strcmp(calls[index].name, name) == 0) return &calls[index];
  return NULL;
}

bool clinux_knows_call(const char *name) { return find(name) != NULL; }

enum { MOST = 256 };

struct program {
  struct sock_filter steps[MOST];
  size_t count;
};

static void add(struct program *program, struct sock_filter step) {
  if (program->count < MOST) program->steps[program->count++] = step;
}

#define STATEMENT(code, value) ((struct sock_filter)BPF_STMT(code, value))
#define JUMP(code, value, yes, no) ((struct sock_filter)BPF_JUMP(code, value, yes, no))
#define LOAD(field) STATEMENT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define IF_EQUAL(value, yes, no) JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, yes, no)
#define ANSWER(code) STATEMENT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (code))

/// The number of the call is loaded; a call of this number gets the answer.
static void refuse(struct program *program, uint32_t number, uint32_t code) {
  add(program, IF_EQUAL(number, 0, 1));
  add(program, ANSWER(code));
}

/// A call of this number gets EPERM if its first argument (little-endian, so its low half comes first) has the flag.
static void refuse_flag(struct program *program, uint32_t number, uint32_t flag) {
  add(program, IF_EQUAL(number, 0, 4));
  add(program, LOAD(args[0]));
  add(program, JUMP(BPF_JMP | BPF_JSET | BPF_K, flag, 0, 1));
  add(program, ANSWER(EPERM));
  add(program, STATEMENT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
}

/// The checks for one of the two architectures, up to its last answer.
static void checks(struct program *program, const char *const *names, size_t count, bool no_user_namespaces,
                   bool compatible) {
  add(program, LOAD(nr));
  if (!compatible) {
    // The third set of numbers on x86-64 (x32) has this bit; almost no kernel still has it.
#if defined(__x86_64__)
    add(program, JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1));
    add(program, ANSWER(ENOSYS));
#endif
  }
  for (size_t index = 0; index < count; index++) {
    const struct call *call = find(names[index]);
    refuse(program, compatible ? call->compatible : call->own, EPERM);
  }
  if (no_user_namespaces) {
    refuse(program, compatible ? clone3_call.compatible : clone3_call.own, ENOSYS);
    refuse_flag(program, compatible ? clone_call.compatible : clone_call.own, CLONE_NEWUSER);
    refuse_flag(program, compatible ? unshare_call.compatible : unshare_call.own, CLONE_NEWUSER);
  }
  add(program, STATEMENT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
}

int clinux_refuse_calls(const char *const *names, size_t count, bool no_user_namespaces) {
  for (size_t index = 0; index < count; index++)
    if (find(names[index]) == NULL) {
      errno = EINVAL;
      return -1;
    }
  struct program program = {.count = 0};
  add(&program, LOAD(arch));
  size_t branch = program.count;
  add(&program, IF_EQUAL(OWN_ARCHITECTURE, 0, 0));
  checks(&program, names, count, no_user_namespaces, false);
  program.steps[branch].jf = (uint8_t)(program.count - branch - 1);
  add(&program, IF_EQUAL(COMPATIBLE_ARCHITECTURE, 1, 0));
  add(&program, ANSWER(ENOSYS));
  checks(&program, names, count, no_user_namespaces, true);
  struct sock_fprog filter = {.len = (unsigned short)program.count, .filter = program.steps};
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter);
}
