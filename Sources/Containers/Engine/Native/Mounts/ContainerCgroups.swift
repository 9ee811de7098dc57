import Glibc
import Host

/// The control groups of a container that a process entering it must belong to: the one that guards
/// devices, the one that freezes, those that limit, and the unified one.
struct ContainerCgroups: Sendable, Hashable {
  private static let needed: Set<String> = ["devices", "freezer", "memory", "pids"]

  /// The `cgroup.procs` files to write to.
  let files: [String]

  /// Finds them from what `/proc/PID/cgroup` and `/proc/self/mountinfo` say; `own` are groups that this process is in
  /// already, in the same form.
  init(membership: String, own: String = "", mountinfo: String) {
    let mounts = ControlGroupMount.all(in: mountinfo)
    let joined = Set(own.split(separator: "\n"))
    files = membership.split(separator: "\n").filter { !joined.contains($0) }.compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      let controllers = parts[1].split(separator: ",").map(String.init)
      guard controllers.isEmpty || controllers.contains(where: Self.needed.contains) else { return nil }
      let mount = mounts.first { mount in
        controllers.isEmpty ? mount.isUnified : controllers.allSatisfy(mount.options.contains)
      }
      return mount?.folder(of: String(parts[2])).map { $0 + "/cgroup.procs" }
    }
  }

  /// Moves this process, and so the children that it will have, into the groups of a process. In a container that
  /// has none of its own there is nothing to do.
  static func join(of process: ProcessIdentity) throws(EngineError) {
    let membership = try text("/proc/\(process.number)/cgroup", of: process)
    let own = try text("/proc/self/cgroup", of: .own)
    guard membership != own else { return }
    if try !PrivateMounts.hasWritableControlGroups() {
      // The container's groups lie in a tree that was mounted for it alone.
      try PrivateMounts.enter()
      try PrivateMounts.makeControlGroupsWritable()
    }
    try ContainerCgroups(membership: membership, own: own, mountinfo: try PrivateMounts.ownMounts()).join()
  }

  private static func text(_ path: String, of process: ProcessIdentity) throws(EngineError) -> String {
    do throws(HostError) {
      return String(decoding: try Disk(workingDirectory: "/").read(path, limit: 1 << 16), as: UTF8.self)
    } catch {
      throw process.isRunning ? .host(error) : .containerEnded
    }
  }

  private func join() throws(EngineError) {
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
