/// What came of mending files; nothing is written yet.
package struct FixResult: Sendable {
  /// What is wrong with the files as they are to be.
  package let lint: LintResult
  /// The files that change, in the order of their paths.
  package let files: [MendedFile]
  /// How many findings were mended.
  package let fixedCount: Int
  /// Whether fixes were left when the bound on rounds was met: rules of ours then disagree.
  package let isUnsettled: Bool
}
