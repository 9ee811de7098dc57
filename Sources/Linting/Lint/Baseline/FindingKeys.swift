import DataSyntax
import Diagnostics
import Source

/// Makes the keys under which a baseline knows findings.
struct FindingKeys {
  private let sources: SourceSet
  /// A file's path relative to the baseline's folder; nil where it lies elsewhere.
  private let relative: (FileID) -> String?
  private var trees: [FileID: DataTree] = [:]

  init(_ sources: SourceSet, relative: @escaping (FileID) -> String?) {
    self.sources = sources
    self.relative = relative
  }

  /// The key of a finding; nil for one that no baseline takes in.
  ///
  /// What is wrong with settings, and what keeps a file from being read, must not be hidden for good.
  mutating func key(of finding: Diagnostic) -> BaselineEntry.Key? {
    let name = finding.rule.name
    guard !name.hasPrefix("lint/"), !name.hasPrefix("data/broken-"),
      let file = relative(finding.primary.file),
      let source = sources[finding.primary.file]
    else { return nil }
    let place = tree(of: source)?.place(of: finding.primary.range)?.pointer
    var digest = TextDigest()
    digest.add(source.bytes[finding.primary.range.indices.clamped(to: source.bytes.indices)])
    for name in Self.names(in: finding.message) { digest.add(name[...]) }
    return BaselineEntry.Key(
      rule: finding.rule, file: file, place: place.map { words(of: $0, in: source) } ?? "", text: digest.text)
  }

  private mutating func tree(of source: SourceFile) -> DataTree? {
    guard let syntax = TemplateContent.syntax(of: source.id.path) else { return nil }
    if let tree = trees[source.id] { return tree }
    let tree = DataParser.parse(DerivedText(source), as: syntax).tree
    trees[source.id] = tree
    return tree
  }

  /// A pointer in which elements of lists go by their name or type: their number changes with their neighbours.
  private func words(of pointer: DataPointer, in source: SourceFile) -> String {
    guard var node = trees[source.id]?.root else { return pointer.description }
    var tokens: [String] = []
    for token in pointer.tokens {
      if node.kind == .sequence {
        guard let number = Int(token), node.items.indices.contains(number) else { break }
        node = node.items[number]
        tokens.append(node["name"]?.string ?? node["type"]?.string ?? "*")
      } else {
        tokens.append(token)
        guard let next = node[token] else { break }
        node = next
      }
    }
    return DataPointer(tokens).description
  }

  /// The names in backticks: they tell findings at one place apart, however the sentence is worded.
  private static func names(in message: String) -> [[UInt8]] {
    let parts = message.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { Array(parts[$0]) }
  }
}
