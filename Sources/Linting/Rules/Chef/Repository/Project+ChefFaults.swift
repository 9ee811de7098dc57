import Chef
import Diagnostics
import Lint
import Project

extension Project {
  /// What breaks the Chef runs of all builds before they compile.
  var chefFaults: [ChefFault] { chefRuns.flatMap(\.run.faults) }
}

extension Findings {
  /// Adds the finding of a fault, with all that the fault tells itself; one that may not be met is no error.
  mutating func add(
    _ fault: ChefFault, _ message: String, atMost limit: Severity = .error, help: String? = nil,
    fix: Fix? = nil
  ) {
    add(
      message, at: fault.location, atMost: fault.certainty == .sure ? limit : min(limit, .warning),
      help: fault.help ?? help, labels: fault.labels, notes: fault.notes, fix: fix, chain: fault.chain)
  }
}
