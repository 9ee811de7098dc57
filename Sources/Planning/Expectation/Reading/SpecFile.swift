package import Diagnostics
import Image
package import Source

/// A spec file in Ovenproof's own dialect.
package enum SpecFile {
  /// The words that may stand at its root, in the order in which they are explained.
  static let words = ResourceKind.all.map(\.word) + RootKey.all.map(\.word)

  /// The words that may stand at its root.
  package static let sections = Set(words)

  /// Reads a spec by itself: what depends on its inputs is left out, and its includes are not followed.
  package static func read(_ file: SourceFile) -> (spec: OvenproofSpec, diagnostics: [Diagnostic]) {
    let result = read(file, SpecContext())
    return (result.spec, result.diagnostics)
  }

  /// Reads a spec, JSON by its suffix, YAML otherwise; what is wrong comes beside it, at the exact place.
  ///
  /// A spec with an error among the diagnostics may lack checks and must not be taken for a whole one.
  package static func read(_ file: SourceFile, _ context: SpecContext) -> SpecResult {
    var composer = SpecComposer(context)
    let part = composer.part(file, context.inputs)
    let order = CheckOrder(part.checks, isWhole: !composer.isPartial)
    var diagnostics = composer.diagnostics + order.diagnostics
    let isFaulty = diagnostics.contains { $0.severity == .error }
    if !isFaulty, !composer.isPartial, part.checks.allSatisfy({ $0.skip != nil }) {
      diagnostics.append(nothing(in: part, file))
    }
    let mask = SecretMask(composer.secrets.flatMap { SecretSpellings.all(of: $0) })
    let spec = OvenproofSpec(
      file: file.id, digest: Digest(of: file.bytes), checks: part.checks,
      settings: part.settings ?? RunSettings(), order: order, mask: mask)
    return SpecResult(
      spec: spec, diagnostics: diagnostics.map { $0.hiding(mask) }.sorted(), sources: composer.sources,
      inputNames: composer.inputNames)
  }

  private static func nothing(in part: SpecPart, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "spec/asserts-nothing", .error,
      part.checks.isEmpty ? "the spec asserts nothing" : "everything in the spec is skipped",
      at: Location(file.id, ByteRange(0, file.bytes.count)),
      help: "a spec that asserts nothing would pass on any image")
  }
}

extension Diagnostic {
  /// The same without secrets.
  fileprivate func hiding(_ mask: SecretMask) -> Diagnostic {
    guard !mask.isEmpty else { return self }
    var hidden = self
    hidden.message = mask.maskingCut(message)
    hidden.help = help.map(mask.maskingCut)
    hidden.labels = labels.map { Label(mask.maskingCut($0.message), at: $0.location) }
    hidden.notes = notes.map(mask.maskingCut)
    hidden.fixes = fixes.filter { fix in fix.edits.allSatisfy { mask.masking($0.text) == $0.text } }
    return hidden
  }
}
