import Matching
import Observation
import Source

extension RunningResult {
  /// What is found in the facts, where there are any.
  func finding(_ look: (ContainerFacts) -> Finding) -> Finding {
    switch state {
    case .ran: look(facts)
    case .notRun(let reason): .unknown(reason)
    case .broken(let message), .notReady(let message), .notStarted(let message): .broken(message)
    }
  }

  /// What came of a question.
  func finding(of question: NetworkQuestion, _ look: (NetworkAnswer) -> Finding) -> Finding {
    finding { _ in
      switch answers[question] {
      case .impossible(let reason): .unknown(UnknownReason(reason))
      case let answer?: look(answer)
      case nil: .unknown(UnknownReason("it was not asked"))
      }
    }
  }

  /// The last that the main process has said, and how it ended, as evidence.
  var lastWords: [String] {
    var lines: [String] = []
    if case .ended(let code) = mainProcess { lines.append(Self.words(forEnd: code)) }
    let shown = 6
    for (bytes, stream) in [(logs.error, "standard error"), (logs.output, "standard output")] {
      let last = LineNumbers.last(shown, of: bytes)
      if !last.isEmpty { lines += ["last lines of its \(stream):"] + last }
    }
    return lines
  }

  static func words(forEnd code: Int32?) -> String {
    guard let code else { return "the main process has ended" }
    return code > 128 && code < 160
      ? "the main process was ended by signal \(code - 128)" : "the main process has ended with \(code)"
  }
}
