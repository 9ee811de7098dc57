import Diagnostics
import Source

/// Applies the chosen fixes of one round to the files as they were linted.
struct FixStep {
  /// What came of a round.
  struct Outcome {
    var files: [FileID: [UInt8]] = [:]
    /// How many findings were mended.
    var findings = 0
    /// Fixes that would have broken the syntax of a file.
    var refused: Set<[Fix.Edit]> = []
  }

  private let sources: SourceSet
  private let templates: Set<FileID>

  init(_ lint: LintResult) {
    sources = lint.sources
    templates = Set(lint.templates)
  }

  /// Applies the fixes together; where that breaks a file, one after another, leaving out those that break it.
  func apply(_ selection: FixSelection) -> Outcome {
    var outcome = Outcome()
    if let files = files(with: selection.choices) {
      outcome.files = files
      outcome.findings = selection.choices.reduce(0) { $0 + $1.findings }
      return outcome
    }
    var kept: [FixSelection.Choice] = []
    for choice in selection.choices {
      if let files = files(with: kept + [choice]) {
        kept.append(choice)
        outcome.files = files
        outcome.findings += choice.findings
      } else if files(with: [choice]) == nil {
        outcome.refused.insert(choice.edits)
      }
    }
    return outcome
  }

  /// The files with fixes applied; nil where one has more faults of syntax than before.
  private func files(with choices: [FixSelection.Choice]) -> [FileID: [UInt8]]? {
    var files: [FileID: [UInt8]] = [:]
    for (id, edits) in Dictionary(grouping: choices.flatMap(\.edits), by: \.location.file) {
      guard let source = sources[id] else { return nil }
      let inOrder = edits.sorted { ($0.location, $0.text) < ($1.location, $1.text) }
      let bytes = MendedFile.applying(inOrder, to: source.bytes)
      let isTemplate = templates.contains(id)
      guard
        MendedFile.faultCount(of: bytes, in: id, isTemplate: isTemplate)
          <= MendedFile.faultCount(of: source.bytes, in: id, isTemplate: isTemplate)
      else { return nil }
      files[id] = bytes
    }
    return files
  }
}
