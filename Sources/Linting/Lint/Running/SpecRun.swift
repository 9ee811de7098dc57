import DataSyntax
import Diagnostics
import Drafting
import Expectation
import Goss
import Host
import Source

/// Reads one spec and asks every rule about it.
struct SpecRun {
  /// The largest spec that is read.
  private static let sizeLimit = 1 << 26

  let spec: LintedSpec
  /// The file and what it includes.
  let sources: [SourceFile]
  /// As rules of files see it.
  let file: LintedFile
  /// What is wrong with how it is written.
  let faults: [Diagnostic]

  /// Reads a spec, whose dialect its words tell unless it is given; `options` are for goss files.
  init(
    _ path: String, as dialect: Outcome.Dialect? = nil, in tree: any FileTree, _ options: GossOptions
  ) throws(HostError) {
    let source = SourceFile(FileID(path), bytes: try tree.read(path, limit: Self.sizeLimit))
    let reading = SpecReading.read(source, as: dialect, in: tree, options)
    let syntax: DataSyntaxKind = path.hasSuffix(".json") ? .json : .yaml
    let tree = DataParser.parse(DerivedText(source), as: syntax, laterDocuments: .ignored).tree
    spec = LintedSpec(reading, of: source, tree)
    sources = reading.sources
    faults = reading.diagnostics
    file = LintedFile(source, tree: tree.root.kind == .missing ? nil : tree, role: .referenced)
  }

  /// What is wrong with what it asserts.
  func findings(by rules: RuleAsking) -> [Diagnostic] {
    rules.registry.specRules.flatMap { rule in rules.findings(of: rule) { rule.check(spec, &$0) } }
  }
}
