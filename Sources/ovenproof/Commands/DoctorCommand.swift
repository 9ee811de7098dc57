import ArgumentParser
import Engine
import Expectation
import Host
import Image
import Report
import Source
import Verification

/// `ovenproof doctor`: what this machine has and lacks for container engines.
struct DoctorCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what this machine has and lacks for running containers, and what to type.",
    discussion: """
      Exits with 0 where an engine works, with 3 where none does. With --for it names the assertions of specs that this machine \
      cannot decide, whatever the image, and exits with 0 where there are none.
      """)

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Name the assertions of a spec that cannot be decided here; repeatable.", valueName: "spec"))
  var specs: [String] = []
  @OptionGroup var dialects: DialectOptions
  @OptionGroup var inputs: SpecInputOptions

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    if !specs.isEmpty { return try await foretell(in: workplace) }
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

  /// What of the specs cannot be decided here, an assertion a line.
  private func foretell(in workplace: Workplace) async throws -> ExitStatus {
    let set = try SpecSet.load(
      specs, beside: nil, dialects.choice, inputs: try inputs.values(in: workplace), in: workplace)
    let prospect = await Prospect(of: set, in: workplace)
    var (open, total) = (0, 0)
    for spec in set.specs {
      let (gaps, count) = prospect.gaps(in: spec)
      (open, total) = (open + gaps.count, total + count)
      for gap in gaps {
        let place = Place(gap.outcome.origin, in: set.sources).words
        try workplace.console.write("\(place): \(gap.outcome.title): cannot be decided here: \(gap.reason)\n")
      }
    }
    let all = "\(total) assertion\(total == 1 ? "" : "s")"
    try workplace.console.write(
      open == 0
        ? "\(all) can be decided on this machine\n" : "\(open) of \(all) cannot be decided on this machine\n")
    return open == 0 ? .success : .undecided
  }
}

extension Prospect {
  /// What this machine has for the specs: the engine that would be taken, and the images that they compare with.
  fileprivate init(of set: SpecSet, in workplace: Workplace) async {
    var commands: String?
    var starting: String?
    do {
      let engine = try await EngineProvider(workplace: workplace).engine(nil)
      if !engine.abilities.isolatedProcesses {
        starting = "\(engine.name) cannot start a container with processes and a network of its own here"
      }
    } catch {
      commands = (error as? EngineError)?.message ?? (error as? CommandFault)?.message ?? "\(error)"
      starting = commands
    }
    let probe = (try? workplace.folders).map {
      EngineProbe(folders: $0, environment: workplace.environment)
    }
    let asking = probe?.hindranceToSecurePages
    var approved: [String: Known<any ImageView>] = [:]
    for name in set.specs.flatMap(\.images) {
      approved[name] = await workplace.approvedImage(name, pulling: false)
    }
    self.init(
      commands: commands, starting: starting,
      asking: asking, approved: approved)
  }
}
