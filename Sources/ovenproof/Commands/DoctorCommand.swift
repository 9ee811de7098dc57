import ArgumentParser
import Engine
import Host

/// `ovenproof doctor`: what this machine has and lacks for container engines.
struct DoctorCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what this machine has and lacks for running containers, and what to type.",
    discussion: "Exits with 0 where an engine works, with 3 where none does.")

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    let facts = await EngineProbe(folders: try workplace.folders, environment: workplace.environment).facts()
    let width = facts.map(\.subject.count).max() ?? 0
    for fact in facts {
      let padding = String(repeating: " ", count: width - fact.subject.count)
      let mark =
        switch fact.verdict {
        case .good: "ok  "
        case .lacking: "lack"
        case .told: "    "
        }
      try workplace.console.write("\(mark)  \(fact.subject)\(padding)  \(fact.finding)\n")
      if let help = fact.help {
        try workplace.console.write("      \(String(repeating: " ", count: width))  help: \(help)\n")
      }
    }
    let works = facts.contains { $0.subject.hasPrefix("engine ") && $0.verdict == .good }
    return works ? .success : .undecided
  }
}
