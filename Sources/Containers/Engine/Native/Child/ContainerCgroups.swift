import Glibc
import Host

/// The control groups of a container that a process entering it must belong to: the one that guards devices, the one that freezes,
/// and the unified one.
struct ContainerCgroups: Sendable, Hashable {
  /// The `cgroup.procs` files to write to.
  let files: [String]

  /// Finds them from what `/proc/PID/cgroup` and `/proc/self/mountinfo` say.
  init(membership: String, mounts: String) {
    let hierarchies = mounts.split(separator: "\n").compactMap(Hierarchy.init(mountinfo:))
    files = membership.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      let controllers = parts[1].split(separator: ",").map(String.init)
      let isUnified = parts[1].isEmpty
      guard isUnified || controllers.contains("devices") || controllers.contains("freezer") else { return nil }
      let hierarchy = hierarchies.first { hierarchy in
        isUnified ? hierarchy.isUnified : controllers.allSatisfy(hierarchy.options.contains)
      }
      return hierarchy?.folder(of: String(parts[2])).map { $0 + "/cgroup.procs" }
    }
  }

  /// The groups of a process, as this process sees them.
  init(of process: ProcessIdentity) throws(EngineError) {
    let disk = Disk(workingDirectory: "/")
    do throws(HostError) {
      let membership = try disk.read("/proc/\(process.number)/cgroup", limit: 1 << 16)
      let mounts = try disk.read("/proc/self/mountinfo", limit: 1 << 24)
      self.init(membership: String(decoding: membership, as: UTF8.self), mounts: String(decoding: mounts, as: UTF8.self))
    } catch {
      throw process.isRunning ? .host(error) : .containerEnded
    }
  }

  /// Moves this process, and so the children that it will have, into them.
  func join() throws(EngineError) {
    for path in files {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .system("enter the control group `\(path)`") }
      defer { close(descriptor) }
      guard write(descriptor, "0", 1) == 1 else { throw .system("enter the control group `\(path)`") }
    }
  }

  /// Where one hierarchy of control groups is mounted.
  private struct Hierarchy {
    let root: String
    let path: String
    let isUnified: Bool
    let options: [String]

    /// Reads a line of proc(5), `mountinfo`.
    init?(mountinfo line: Substring) {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 3 < fields.count else { return nil }
      let type = fields[dash + 1]
      guard type == "cgroup" || type == "cgroup2" else { return nil }
      root = String(fields[3])
      path = String(fields[4])
      isUnified = type == "cgroup2"
      options = fields[dash + 3].split(separator: ",").map(String.init)
    }

    /// The folder of a group; nil for one that lies outside of what is mounted.
    func folder(of group: String) -> String? {
      if root == "/" { return path + group }
      guard group == root || group.hasPrefix(root + "/") else { return nil }
      return path + group.dropFirst(root.count)
    }
  }
}
