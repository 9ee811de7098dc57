/// Why a finding does not stand, and where that is said.
package struct Exception: Hashable, Sendable {
  /// Where exceptions are kept; the words are SARIF's, without its capitals.
  package enum Source: String, Sendable, CaseIterable {
    /// In the file that is at fault: an `allow`.
    case inSource = "in-source"
    /// Beside it: a baseline.
    case external
  }

  package let reason: String
  package let source: Source

  package init(_ reason: String, _ source: Source) {
    self.reason = reason
    self.source = source
  }
}
