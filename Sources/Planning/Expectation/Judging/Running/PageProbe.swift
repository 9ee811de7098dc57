import Matching
import Observation

/// A page of a server in a running container.
struct PageProbe: Probe {
  let request: PageRequest
  let result: RunningResult

  var presence: Finding {
    result.finding(of: .page(request)) { answer in
      if case .page = answer { .value(.bool(true)) } else { .value(.bool(false)) }
    }
  }

  var presenceProperty: String? { nil }
  var absentValue: String { "no answer" }
  var absence: String {
    guard case .failed(let failure)? = result.answers[.page(request)] else { return "there is no answer" }
    return "\(failure)"
  }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    guard case .page(let answer)? = result.answers[.page(request)] else { return presence }
    switch property {
    case "status": return .value(.number(answer.status))
    case "headers": return .value(.text(Array(answer.headerText.utf8)))
    default:
      if let fault = answer.fault { return .broken("\(fault)") }
      return answer.isCut
        ? .broken("the page is longer than what is kept of it") : .value(.text(answer.body))
    }
  }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    guard expectation.property == "status", case .page(let answer)? = self.result.answers[.page(request)]
    else { return [] }
    let lines = LineNumbers.last(6, of: answer.body)
    return lines.isEmpty ? self.result.lastWords : ["last lines of the page:"] + lines + self.result.lastWords
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] { result.lastWords }
}

extension PageAnswer {
  /// The lines of the head, sorted, their names written as is usual: `Content-Type`.
  package var headerText: String {
    headers.map { header in
      let words = header.name.split(separator: "-", omittingEmptySubsequences: false)
      let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: "-")
      return "\(name): \(header.value)"
    }.sorted().joined(separator: "\n")
  }
}
