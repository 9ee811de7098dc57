package import Image
package import Source

/// What a spec file expects of an image, whatever dialect it is written in.
package struct Spec: Sendable {
  package let file: FileID
  package let dialect: Outcome.Dialect
  /// The digest of the file's bytes.
  package let digest: Digest
  /// In the order of the file.
  package let checks: [Check]

  package init(file: FileID, dialect: Outcome.Dialect, digest: Digest, checks: [Check]) {
    self.file = file
    self.dialect = dialect
    self.digest = digest
    self.checks = checks
  }

  package var expectations: [Expectation] { checks.flatMap(\.expectations) }

  /// The checks that only a running program can answer.
  package var commands: [Check] {
    checks.filter { if case .command = $0.target { $0.skip == nil } else { false } }
  }
}
