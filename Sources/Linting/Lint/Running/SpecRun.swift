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
  /// The file and what it includes, as rules of files see them.
  let files: [LintedFile]
  /// What is wrong with how it is written.
  let faults: [Diagnostic]

  /// Reads a spec, whose dialect its words tell unless it is given; `options` are for goss files.
  init(
    _ path: String, as dialect: Outcome.Dialect? = nil, in tree: any FileTree, _ options: GossOptions
  ) throws(HostError) {
    let source = SourceFile(FileID(path), bytes: try tree.read(path, limit: Self.sizeLimit))
    let reading = SpecReading.read(source, as: dialect, in: tree, options)
    let root = Self.tree(of: source)
    spec = LintedSpec(reading, of: source, root)
    sources = reading.sources
    faults = reading.diagnostics
    files =
      [Self.file(source, root)]
      // What others include is no YAML before it is rendered.
      + (reading.dialect == .ovenproof ? reading.sources : []).filter { $0.id != source.id }
      .map { Self.file($0, Self.tree(of: $0)) }
  }

  private static func tree(of source: SourceFile) -> DataTree {
    let syntax: DataSyntaxKind = source.id.path.hasSuffix(".json") ? .json : .yaml
    return DataParser.parse(DerivedText(source), as: syntax, laterDocuments: .ignored).tree
  }

  private static func file(_ source: SourceFile, _ tree: DataTree) -> LintedFile {
    LintedFile(source, tree: tree.root.kind == .missing ? nil : tree, role: .referenced)
  }

  /// What is wrong with what it asserts.
  func findings(by rules: RuleAsking) -> [Diagnostic] {
    rules.registry.specRules.flatMap { rule in rules.findings(of: rule) { rule.check(spec, &$0) } }
  }
}
