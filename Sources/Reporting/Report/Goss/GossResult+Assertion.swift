import DataSyntax
import Expectation

extension GossResult {
  /// What goss would say of an assertion: its own words where the spec is one of goss's.
  init(_ assertion: Assertion) {
    if case .goss(let result)? = assertion.original {
      self = result
      return
    }
    let status: Status =
      switch assertion.verdict {
      case .passed, .waived: .passed
      case .skipped, .notApplicable: .skipped
      case .failed, .blocked, .notReviewed, .undecided, .error: .failed
      }
    let name = assertion.id.dropFirst(assertion.resource.count + 1).dropLast(assertion.property.count + 1)
    self.init(
      type: assertion.resource, id: String(name), property: assertion.property, title: "", meta: .null,
      status: status, error: status == .failed ? assertion.message : nil,
      match: status == .passed
        ? Match(actual: .null, expected: .string(assertion.expected), message: "matches expectation") : nil)
  }
}
