import Chef
import Diagnostics
import Lint
import Project
import Source

/// A rule that tells of some of the faults which break Chef runs: on disk, while they compile, or in the files they make.
protocol ChefFaultRule: ProjectRule {
  /// What is to be said of a fault; nil where it is another rule's.
  func words(for fault: ChefFault) -> ChefFaultWords?
}

extension ChefFaultRule {
  static var findsSecrets: Bool { false }

  func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      if let words = words(for: fault) { findings.add(fault, words) }
    }
    let compiled = project.reachedCompileFaults.filter { $0.certainty == .sure }.compactMap { fault in
      words(for: fault).map { (fault, $0) }
    }
    guard !compiled.isEmpty else { return }
    let explained = ExplainedLines(in: project)
    for (fault, words) in compiled where !explained.contains(fault.location) { findings.add(fault, words) }
  }
}

/// What a rule says of a fault, beside what the fault tells itself.
struct ChefFaultWords {
  let message: String
  /// How grave it is at most.
  let limit: Severity
  let help: String?
  /// Where it is shown, where that is not the place of the fault.
  let location: Location?

  init(_ message: String, at location: Location? = nil, atMost limit: Severity = .error, help: String? = nil)
  {
    self.message = message
    self.location = location
    self.limit = limit
    self.help = help
  }
}

extension Project {
  /// What breaks the Chef runs of all builds before they compile.
  var chefFaults: [ChefFault] { chefRuns.flatMap(\.run.faults) }
}

extension Findings {
  /// Adds the finding of a fault, with all that the fault tells itself; one that may not be met is no error.
  mutating func add(_ fault: ChefFault, _ words: ChefFaultWords) {
    add(
      words.message, at: words.location ?? fault.location,
      atMost: fault.certainty == .sure ? words.limit : min(words.limit, .warning),
      help: fault.help ?? words.help, labels: fault.labels, notes: fault.notes, chain: fault.chain)
  }
}
