import Expectation
import Observation
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
      let timeout = GoDuration(nanoseconds: resource.number("timeout", else: 10_000) &* 1_000_000).seconds
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

  /// Unlike that of any other resource, though its name may look the same.
  static func id(of resource: GossResource) -> String {
    let bytes = Array(resource.name.utf8)
    let mark = bytes.allSatisfy { $0 < 0x80 } ? "" : " \(bytes.hexadecimal)"
    return "\(resource.kind.word):\(resource.name)\(mark)"
  }

  /// What a command printed, or how it ended.
  static func finding(_ property: String, _ result: CommandResult?) -> GossFinding {
    guard let result else { return .undecided(UnknownReason("the command was not run")) }
    switch result.end {
    case .exited(let status):
      if property == "exit-status" { return .value(.integer(Int(status))) }
      guard !result.isCut else { return .broken("the command printed more than is kept of its output") }
      return .reader(property == "stdout" ? result.output : result.error, name: "*bytes.Reader")
    case .unstarted(let failure): return .broken(failure.words)
    case .timedOut(let seconds):
      return .error("Command execution timed out (\(GoDuration(nearest: seconds).text))")
    case .failed(let message): return .broken(message)
    case .notRun(let reason): return .undecided(reason)
    }
  }
}
