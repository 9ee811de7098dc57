import Glibc
import Host

/// The control groups of a container that a process entering it must belong to: the one that guards
/// devices, the one that freezes, and the unified one.
struct ContainerCgroups: Sendable, Hashable {
  /// The `cgroup.procs` files to write to.
  let files: [String]

  /// Finds them from what `/proc/PID/cgroup` and `/proc/self/mountinfo` say.
  init(membership: String, mountinfo: String) {
    let mounts = ControlGroupMount.all(in: mountinfo)
    files = membership.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      let controllers = parts[1].split(separator: ",").map(String.init)
      guard controllers.isEmpty || controllers.contains("devices") || controllers.contains("freezer") else {
        return nil
      }
      let mount = mounts.first { mount in
        controllers.isEmpty ? mount.isUnified : controllers.allSatisfy(mount.options.contains)
      }
      return mount?.folder(of: String(parts[2])).map { $0 + "/cgroup.procs" }
    }
  }

  /// The groups of a process, as this process sees them.
  init(of process: ProcessIdentity) throws(EngineError) {
    let mounts = try PrivateMounts.ownMounts()
    do throws(HostError) {
      let membership = try Disk(workingDirectory: "/").read("/proc/\(process.number)/cgroup", limit: 1 << 16)
      self.init(membership: String(decoding: membership, as: UTF8.self), mountinfo: mounts)
    } catch {
      throw process.isRunning ? .host(error) : .containerEnded
    }
  }

  /// Moves this process, and so the children that it will have, into them.
  func join() throws(EngineError) {
    for path in files {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw errno == ENOENT ? .containerEnded : .system("enter the control group `\(path)`")
      }
      defer { close(descriptor) }
      guard write(descriptor, "0", 1) == 1 else {
        throw errno == ENODEV ? .containerEnded : .system("enter the control group `\(path)`")
      }
    }
  }
}
