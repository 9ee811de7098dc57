import Expectation
import Source

/// The commands that resources need, and what goss finds of them.
enum GossCommands {
  /// What is to be run for a resource; nil where its properties need nothing to run.
  ///
  /// `isolation` says where; beside an image's own program, what systemd runs is told too.
  static func request(
    of resource: GossResource, _ isolation: CommandCall.Isolation = .shared, hasSystemd: Bool = false
  ) -> CommandRequest? {
    switch resource.kind.word {
    case "command":
      let timeout = Double(resource.number("timeout", else: 10_000)) / 1000
      return CommandRequest(
        id: id(of: resource),
        call: CommandCall(["sh", "-c", resource.subject], timeout: timeout, isolation: isolation))
    case "service" where resource.attributes["running"] != nil && !resource.subject.contains("/"):
      // Only init scripts are asked; what systemd runs is not told by a sandbox.
      let words =
        hasSystemd && isolation == .running
        ? ["systemctl", "-q", "is-active", resource.subject] : ["service", resource.subject, "status"]
      guard !hasSystemd || isolation == .running else { return nil }
      return CommandRequest(id: id(of: resource), call: CommandCall(words, isolation: isolation))
    default: return nil
    }
  }

  static func id(of resource: GossResource) -> String { "\(resource.kind.word):\(resource.name)" }

  /// What a command printed, or how it ended.
  static func finding(_ property: String, _ result: CommandResult?) -> GossFinding {
    guard let result else { return .undecided(UnknownReason("the command was not run")) }
    switch result.end {
    case .exited(let status):
      if property == "exit-status" { return .value(.integer(Int(status))) }
      guard !result.isCut else { return .error("the command printed more than is kept of its output") }
      return .reader(property == "stdout" ? result.output : result.error, name: "*bytes.Reader")
    case .timedOut(let seconds): return .error("Command execution timed out (\(duration(seconds)))")
    case .failed(let message): return .broken(message)
    case .notRun(let reason): return .undecided(reason)
    }
  }

  /// A length of time as Go prints it: `200ms`, `1.5s`, `2m0s`.
  private static func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(GoNumberText.general(seconds * 1000))ms" }
    let minutes = Int(seconds) / 60
    let rest = GoNumberText.general(seconds - Double(minutes * 60))
    if minutes >= 60 { return "\(minutes / 60)h\(minutes % 60)m\(rest)s" }
    return minutes > 0 ? "\(minutes)m\(rest)s" : "\(rest)s"
  }
}
