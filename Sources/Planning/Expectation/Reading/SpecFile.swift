import DataSyntax
package import Diagnostics
import Image
package import Source

/// A spec file in Ovenproof's own dialect.
package enum SpecFile {
  /// The words that may stand at its root.
  package static let sections = Set(ResourceKind.all.map(\.word) + [RunKey.root])

  /// Reads a spec, JSON by its suffix, YAML otherwise; what is wrong comes beside it, at the exact place.
  ///
  /// A spec with an error among the diagnostics may lack checks and must not be taken for a whole one.
  package static func read(_ file: SourceFile) -> (spec: OvenproofSpec, diagnostics: [Diagnostic]) {
    let syntax: DataSyntaxKind = file.id.path.hasSuffix(".json") ? .json : .yaml
    let (tree, faults) = DataParser.parse(DerivedText(file), as: syntax)
    var reader = SpecReader()
    // What a broken document leaves out is no fault of its own.
    let isBroken = faults.contains { $0.severity == .error }
    let checks = isBroken ? [] : reader.checks(tree.root)
    let spec = OvenproofSpec(
      file: file.id, digest: Digest(of: file.bytes), checks: checks, settings: reader.settings)
    return (spec, (faults + reader.diagnostics).sorted())
  }
}
