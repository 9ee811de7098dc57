import DataSyntax
import Host

/// Which limits the machine's control groups can hold a container to.
struct GroupLimits: Sendable, Hashable {
  private(set) var memory = false
  private(set) var processes = false
  /// Whether all controllers are in one tree: below a group that has processes of its own nothing can be limited there, so that
  /// containers go to the top.
  private(set) var isUnified = false

  init() {}

  /// Finds them from what `/proc/self/mountinfo` and the top of the unified tree say.
  init(mountinfo: String, unifiedControllers: (String) -> String) {
    let mounts = ControlGroupMount.all(in: mountinfo).filter(\.isWritable)
    memory = mounts.contains { !$0.isUnified && $0.options.contains("memory") }
    processes = mounts.contains { !$0.isUnified && $0.options.contains("pids") }
    guard !memory, !processes, let unified = mounts.first(where: \.isUnified) else { return }
    let names = unifiedControllers(unified.path).split { $0 == " " || $0 == "\n" }
    memory = names.contains("memory")
    processes = names.contains("pids")
    isUnified = memory || processes
  }

  static func ofThisMachine() throws(EngineError) -> GroupLimits {
    GroupLimits(mountinfo: try PrivateMounts.ownMounts()) { folder in
      let bytes = try? Disk(workingDirectory: "/").read(folder + "/cgroup.subtree_control", limit: 1 << 12)
      return String(decoding: bytes ?? [], as: UTF8.self)
    }
  }

  /// What the runtime is told of limits (OCI runtime specification, `linux.resources`).
  func members(for limits: ContainerSpec.Limits) -> [(String, JSONText?)] {
    [
      ("memory", memory ? limits.memory.map { .members([("limit", .integer($0))]) } : nil),
      ("pids", processes ? limits.processes.map { .members([("limit", .integer($0))]) } : nil),
    ]
  }

  /// The group of a container that is limited, where it is not the runtime's own choice.
  func path(for limits: ContainerSpec.Limits, _ scratch: Scratch) -> String? {
    let isLimited = memory && limits.memory != nil || processes && limits.processes != nil
    return isUnified && isLimited ? "/" + scratch.name : nil
  }
}
