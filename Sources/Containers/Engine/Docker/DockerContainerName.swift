import Glibc
import Host
import Image

/// What a container of ours is called with docker: the name of the native engine's, and which machine its
/// owner runs on.
///
/// A daemon may serve several machines or containers, whose processes say nothing to one another: each
/// looks after its own.
struct DockerContainerName: Sendable, Hashable, CustomStringConvertible {
  let name: ContainerName
  let machine: String

  init(_ name: ContainerName, machine: String = ownMachine) {
    self.name = name
    self.machine = machine
  }

  /// Reads what `description` writes.
  init?(_ text: String) {
    guard let last = text.lastIndex(of: "-"), let name = ContainerName(String(text[..<last])) else {
      return nil
    }
    self.init(name, machine: String(text[text.index(after: last)...]))
  }

  var description: String { "\(name)-\(machine)" }

  /// Whether it was left behind by a process of this machine.
  var isAbandoned: Bool { machine == Self.ownMachine && !name.owner.isRunning }

  /// Digits that are the same for all processes which can see one another, until the machine starts again.
  static let ownMachine: String = {
    let disk = Disk(workingDirectory: "/")
    let boot = (try? disk.read("/proc/sys/kernel/random/boot_id", limit: 100)) ?? []
    var target = [CChar](repeating: 0, count: 64)
    let count = max(0, readlink("/proc/self/ns/pid", &target, target.count - 1))
    let space = target[..<count].map { UInt8(bitPattern: $0) }
    return String(Digest(of: boot + space).hex.prefix(8))
  }()
}
