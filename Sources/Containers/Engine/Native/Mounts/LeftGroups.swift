import Glibc
import Host

/// The control groups that a container has left because its runtime was killed before it could write down
/// that it had made them.
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
  func remove() throws(EngineError) {
    let disk = Disk(workingDirectory: "/")
    for folder in folders {
      for _ in 0..<50 {
        let processes = (try? disk.read(folder + "/cgroup.procs", limit: 1 << 20)) ?? []
        for line in processes.split(separator: 0x0A) {
          if let number = Int32(String(decoding: line, as: UTF8.self)), number > 1 { kill(number, SIGKILL) }
        }
        if rmdir(folder) == 0 || errno == ENOENT { break }
        usleep(2000)
      }
    }
  }
}
