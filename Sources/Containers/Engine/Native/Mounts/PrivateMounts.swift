import CLinux
import Glibc
import Host

/// Mounts that only this process and its children see.
enum PrivateMounts {
  /// Leaves the host's mounts: from here on nothing mounted is seen outside. The process must have one
  /// thread.
  static func enter() throws(EngineError) {
    guard clinux_unshare(clinux_new_mounts) == 0 else {
      switch errno {
      case EPERM:
        throw EngineError(
          .unavailable, "this process may not make a mount namespace",
          help:
            "run as root outside of a container, give the container `--cap-add SYS_ADMIN`, or use `--engine docker`"
        )
      case ENOSPC:
        throw EngineError(
          .unavailable, "the machine allows no further mount namespace",
          help: "raise `/proc/sys/user/max_mnt_namespaces`")
      default: throw .system("make a mount namespace")
      }
    }
    guard mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil) == 0 else {
      throw .system("keep mounts from the host")
    }
  }

  /// Where no control group can be made (inside of many containers), mounts a fresh tree of them; the
  /// runtime insists on making some.
  static func makeControlGroupsWritable() throws(EngineError) {
    let mounts = try ownMounts()
    guard !ControlGroupMount.all(in: mounts).contains(where: \.isWritable) else { return }
    while umount2("/sys/fs/cgroup", Int32(MNT_DETACH)) == 0 {}
    guard mount("none", "/sys/fs/cgroup", "cgroup2", 0, nil) == 0 else {
      throw EngineError(
        .unavailable, "no control groups can be made on this machine: \(String(cString: strerror(errno)))",
        help: "mount them: `mount -t cgroup2 none /sys/fs/cgroup`")
    }
  }

  /// Whether the host's control groups can be used as they are.
  static func hasWritableControlGroups() throws(EngineError) -> Bool {
    ControlGroupMount.all(in: try ownMounts()).contains(where: \.isWritable)
  }

  static func ownMounts() throws(EngineError) -> String {
    do throws(HostError) {
      let bytes = try Disk(workingDirectory: "/").read("/proc/self/mountinfo", limit: 1 << 24)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw .host(error)
    }
  }
}
