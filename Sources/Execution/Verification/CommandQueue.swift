import Expectation

/// The commands of a spec that are still to be run, and what those did that ran at the same time.
actor CommandQueue {
  private(set) var results: [String: CommandResult] = [:]
  private let earlier: [String: CommandResult]
  private let isDue: CommandSession.Due
  private var waiting: [CommandRequest]
  /// What is waited for before the shared sandbox can be left.
  private let early: Set<String>

  init(
    _ requests: [CommandRequest], after earlier: [String: CommandResult],
    where isDue: @escaping CommandSession.Due
  ) {
    waiting = requests
    self.earlier = earlier
    self.isDue = isDue
    let sharing = requests.filter { $0.sandbox == nil }
    early = sharing.reduce(into: Set(sharing.map(\.id))) { $0.formUnion($1.after) }
  }

  /// The commands that wait for nothing any more; nil where none is left. With `sharing` only those that share a sandbox, and
  /// what these wait for.
  func next(sharing: Bool) -> [CommandRequest]? {
    while true {
      let open = Set(waiting.map(\.id))
      let ready = waiting.filter { (!sharing || early.contains($0.id)) && open.isDisjoint(with: $0.after) }
      guard !ready.isEmpty else { return nil }
      let taken = Set(ready.map(\.id))
      waiting.removeAll { taken.contains($0.id) }
      let known = earlier.merging(results) { $1 }
      let due = ready.filter { $0.after.isEmpty || isDue($0, known) }
      if !due.isEmpty { return due }
    }
  }

  func put(_ result: CommandResult, for request: CommandRequest) { results[request.id] = result }

  /// Gives the same result to every command that has none, and waits for it no longer.
  func settle(_ requests: [CommandRequest], with result: CommandResult) {
    for request in requests where results[request.id] == nil { results[request.id] = result }
    waiting.removeAll { results[$0.id] != nil }
  }
}
