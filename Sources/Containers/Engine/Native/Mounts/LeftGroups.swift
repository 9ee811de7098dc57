import Glibc
import Host

/// The control groups that a container leaves behind. They are found by its name: a runtime that was killed may not have
/// written down that it made them.
struct LeftGroups: Sendable, Hashable {
  private let folders: [String]

  /// Looks where the runtime puts them: below our own groups, by the name of the container.
  init(of name: ContainerName) throws(EngineError) {
    let mounts = ControlGroupMount.all(in: try PrivateMounts.ownMounts())
    let disk = Disk(workingDirectory: "/")
    let own: String
    do throws(HostError) {
      own = String(decoding: try disk.read("/proc/self/cgroup", limit: 1 << 16), as: UTF8.self)
    } catch {
      throw .host(error)
    }
    let groups = Set(
      own.split(separator: "\n").compactMap { line in
        line.split(separator: ":", maxSplits: 2).last.map(String.init)
      })
    folders = mounts.flatMap { mount in
      groups.union(["/"]).compactMap { mount.folder(of: $0 == "/" ? "/\(name)" : "\($0)/\(name)") }
    }
    .filter { disk.status($0) != nil }
  }

  /// Ends the processes in them and removes them.
  func remove() { for folder in folders { Self.remove(folder) } }

  /// A container that may write to its groups can have made others in them.
  private static func remove(_ folder: String) {
    guard !isGone(folder) else { return }
    let disk = Disk(workingDirectory: "/")
    for name in (try? disk.list(folder)) ?? [] where disk.status(folder + "/" + name)?.kind == .directory {
      remove(folder + "/" + name)
    }
    for _ in 0..<patience where !isGone(folder) {
      let processes = (try? disk.read(folder + "/cgroup.procs", limit: 1 << 20)) ?? []
      for line in processes.split(separator: 0x0A) {
        if let number = Int32(String(decoding: line, as: UTF8.self)), number > 1 { kill(number, SIGKILL) }
      }
      usleep(pause)
    }
  }

  private static func isGone(_ folder: String) -> Bool { rmdir(folder) == 0 || errno == ENOENT }

  /// Attempts, and the microseconds between them: a process that was killed takes a moment to leave its groups.
  private static let patience = 200
  private static let pause: UInt32 = 500
}
