import Host
import Image
import Synchronization

/// A started container: its first process, and how children of the engine get to it.
///
/// A class, since the names of its reports must differ among concurrent commands.
final class RunningProcess: Sendable {
  let name: ContainerName
  let scratch: Scratch
  let process: ProcessIdentity
  let child: ChildProcess
  /// What every program in it finds in its environment.
  let environment: [String: String]
  let capabilities: CapabilitySet
  /// Whether system calls are refused to its programs.
  let isFiltered: Bool
  let forbidsNewPrivileges: Bool
  /// Whether nothing runs in it but what children of the engine start.
  let isIdle: Bool
  private let reports = Atomic<Int>(0)
  private let keptChanges = Mutex<KeptChanges?>(nil)

  init(
    name: ContainerName, scratch: Scratch, process: ProcessIdentity, child: ChildProcess,
    environment: [String: String],
    capabilities: CapabilitySet, isFiltered: Bool, forbidsNewPrivileges: Bool, isIdle: Bool
  ) {
    self.isIdle = isIdle
    self.forbidsNewPrivileges = forbidsNewPrivileges
    self.name = name
    self.scratch = scratch
    self.process = process
    self.child = child
    self.environment = environment
    self.capabilities = capabilities
    self.isFiltered = isFiltered
  }

  /// Has a child work on the container's files; returns what it writes to standard output.
  func files(_ work: FileRequest.Work, input: Command.Input = .none) async throws(EngineError) -> [UInt8] {
    let request = FileRequest(container: process, report: nextReport(), work: work)
    let output = CollectedBytes()
    let termination = try await child.run(
      FileRequest.verb, request.options, report: request.report, input: input
    ) { chunk in
      if case .output(let bytes) = chunk { await output.append(bytes) }
    }
    guard termination.succeeded else {
      guard process.isRunning else { throw .containerEnded }
      throw EngineError(.failed, "a child of the engine ended with code \(termination.shellCode)")
    }
    return await output.bytes
  }

  /// Where the next child reports.
  func nextReport() -> String { "\(scratch.reports)/\(reports.add(1, ordering: .relaxed).newValue)" }

  /// A layer of all its changes.
  struct KeptChanges: Sendable {
    /// Nil where there were none.
    let layer: Descriptor?
    /// How many children had reported by then.
    fileprivate let reports: Int
  }

  /// How many children were started.
  var startedCount: Int { reports.load(ordering: .relaxed) }

  /// Remembers the layer that was made of its changes when so many children had been started.
  func remember(_ layer: Descriptor?, since started: Int) {
    keptChanges.withLock { $0 = KeptChanges(layer: layer, reports: started) }
  }

  /// The layer of its changes, where nothing can have changed since it was made: no child of ours was at it, and no
  /// program runs in it.
  var unchanged: KeptChanges? {
    guard isIdle, let kept = keptChanges.withLock({ $0 }), kept.reports == reports.load(ordering: .relaxed),
      !hasBackgroundPrograms
    else { return nil }
    return kept
  }

  /// Whether programs of earlier steps still run; what has ended, but was not waited for, does not count.
  var runsBackgroundPrograms: Bool {
    let path = "/proc/\(process.number)/task/\(process.number)/children"
    guard let bytes = try? Disk(workingDirectory: "/").read(path, limit: 1 << 20) else { return true }
    return String(decoding: bytes, as: UTF8.self).split(separator: " ").contains { word in
      Int32(word).flatMap { ProcessIdentity(running: $0) } != nil
    }
  }

  /// Whether programs are left whose parents have ended: such become children of the container's first
  /// process.
  var hasBackgroundPrograms: Bool {
    let path = "/proc/\(process.number)/task/\(process.number)/children"
    // A kernel that does not tell makes us careful.
    guard let bytes = try? Disk(workingDirectory: "/").read(path, limit: 1 << 20) else { return true }
    return !bytes.isEmpty
  }
}
