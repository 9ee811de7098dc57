import Image
import Matching
import Observation

/// What a command did, or why it was not run.
struct CommandProbe: Probe {
  private static let shownLines = 6

  let call: CommandCall
  let result: CommandResult
  /// Why what was to read its script could not be started; nil for a command without one.
  private let fault: String?

  init(call: CommandCall, result: CommandResult, in image: any ImageView) {
    self.call = call
    self.result = result
    // Programs end with these codes, too: the image's files decide.
    if case .exited(let code) = result.end, code == 126 || code == 127, !call.input.isEmpty {
      fault = Interpreter(words: call.arguments, environment: call.environment, image: image).fault
    } else {
      fault = nil
    }
  }

  var presence: Finding {
    switch result.end {
    case .exited: .value(.bool(fault == nil))
    case .timedOut: .value(.bool(false))
    case .unstarted(let failure): .broken(failure.words)
    case .failed(let message): .broken(message)
    case .notRun(let reason): .unknown(reason)
    }
  }

  var absence: String {
    if let fault { return fault }
    guard case .timedOut(let seconds) = result.end else { return "it did not end" }
    return "the command did not end within \(Self.words(seconds)) and was killed"
  }

  var presenceProperty: String? { nil }

  var absentValue: String { fault == nil ? "still running" : "not started" }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    guard case .exited(let status) = result.end else { return presence }
    if property == "exit-status" { return .value(.number(Int(status))) }
    if result.isCut { return .broken("the command printed more than is kept of its output") }
    return .value(.text(property == "stdout" ? result.output : result.error))
  }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    switch expectation.property {
    case "exit-status": ending + tail
    // The nearest lines are there; what it said on the other stream often is the reason.
    case "stdout": self.result.output.isEmpty ? Self.tail(of: self.result.error, "standard error") : []
    default: []
    }
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] { tail }

  private var ending: [String] {
    switch result.end {
    case .exited(127): ["127 is what a shell says when it does not find the program"]
    case .exited(126): ["126 is what a shell says when a program cannot be executed"]
    case .exited(let status) where status > 128 && status < 160: ["it was killed by signal \(status - 128)"]
    default: []
    }
  }

  private var tail: [String] {
    let lines =
      Self.tail(of: result.error, "standard error") + Self.tail(of: result.output, "standard output")
    return lines.isEmpty ? ["it printed nothing"] : lines
  }

  private static func tail(of bytes: [UInt8], _ stream: String) -> [String] {
    let lines = LineNumbers.last(shownLines, of: bytes)
    return lines.isEmpty ? [] : ["last lines of \(stream):"] + lines
  }

  private static func words(_ seconds: Double) -> String {
    Int(exactly: seconds).map { "\($0) s" } ?? "\(Int((seconds * 1000).rounded())) ms"
  }
}
