package import Diagnostics
package import Source

extension Finding {
  /// The findings of diagnostics, sorted; what one of them calls a secret is shown by none.
  package static func all(_ diagnostics: [Diagnostic], in sources: SourceSet) -> [Finding] {
    var sources = sources
    for secret in diagnostics.flatMap(\.secrets) { sources.conceal(secret) }
    // Whatever file is quoted, and whoever finds something in it: tokens and keys stay hidden.
    for file in Set(diagnostics.flatMap(\.files)) {
      for hidden in SecretShape.hiddenRanges(of: sources[file]?.bytes ?? []) {
        sources.conceal(Location(file, hidden.range))
      }
    }
    return diagnostics.map { Finding(mapping: $0, in: sources) }.sorted()
  }

  /// The finding that a diagnostic is, with its places resolved.
  package init(_ diagnostic: Diagnostic, in sources: SourceSet) {
    var sources = sources
    for secret in diagnostic.secrets { sources.conceal(secret) }
    self.init(mapping: diagnostic, in: sources)
  }

  /// A name of a megabyte, quoted in a message, helps nobody.
  private static let longestText = 2000

  private init(mapping diagnostic: Diagnostic, in sources: SourceSet) {
    self.init(
      rule: diagnostic.rule.name, severity: diagnostic.severity,
      message: diagnostic.message.cut(to: Self.longestText),
      help: diagnostic.help?.cut(to: Self.longestText), place: Place(diagnostic.primary, in: sources),
      labels: diagnostic.labels.map {
        Note(text: $0.message.cut(to: Self.longestText), place: Place($0.location, in: sources))
      },
      notes: diagnostic.notes.map { $0.cut(to: Self.longestText) },
      chain: diagnostic.chain.map { Note(text: $0.what, place: Place($0.location, in: sources)) },
      fix: diagnostic.fixes.first.flatMap { Fix($0, in: sources) }, exception: diagnostic.exception)
  }
}

extension Diagnostic {
  /// The files whose lines are shown with it.
  fileprivate var files: [FileID] {
    [primary.file] + labels.map(\.location.file) + chain.map(\.location.file)
  }
}

extension Finding.Fix {
  /// nil where the new text would give a secret away.
  fileprivate init?(_ fix: Diagnostics.Fix, in sources: SourceSet) {
    for edit in fix.edits where sources[edit.location.file]?.isGivenAway(by: edit.text) == true { return nil }
    self.init(
      safety: fix.safety,
      edits: fix.edits.map { Edit(place: Place($0.location, in: sources), text: $0.text) })
  }
}
