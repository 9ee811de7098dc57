import DataSyntax
import Packer
import Source

/// What is known of containers that stand in for machines: the file `rules/data/stand-ins.yaml`.
package struct StandInTable: Sendable {
  /// The options that name what a builder starts from, the most telling first; several are read as one text.
  let words: [[String]]
  /// The first rule that finds its words decides.
  private(set) var systems: [StandInRule]
  /// Who works on the machine where no option says it, by the builder's type.
  private let users: [(builder: String, name: String)]
  /// What machines have and images of containers lack.
  package private(set) var packages: [String]
  /// Images that are taken in place of others.
  private var images: [String: String] = [:]
  package let limits: StandInLimits

  /// Nothing is known.
  package static let empty = StandInTable(Array("{}".utf8))

  /// Reads the file, packed as JSON or as YAML.
  package init(_ bytes: [UInt8]) {
    let text = DerivedText(SourceFile(FileID("stand-ins.yaml"), bytes: bytes))
    let root = DataParser.parse(text, as: bytes.first == UInt8(ascii: "{") ? .json : .yaml).tree.root
    words = (root["words"]?.items ?? []).compactMap { node in
      node.string.map { $0.split(separator: "+").map(String.init) }
    }
    systems = (root["systems"]?.items ?? []).compactMap { try? StandInRule($0) }
    users = (root["users"]?.entries ?? []).compactMap { entry in
      guard let type = entry.key.string, let name = entry.value.string else { return nil }
      return (type, name)
    }
    packages = (root["packages"]?.items ?? []).compactMap(\.string)
    limits = StandInLimits(root["limits"]?.items ?? [])
  }

  /// The table with rules that are asked before its own, images taken in place of others, and further packages.
  package func adding(
    _ rules: [StandInRule], images: [String: String] = [:], packages: [String] = []
  ) -> StandInTable {
    var table = self
    table.systems = rules + systems
    table.images = images
    table.packages += packages
    return table
  }

  /// What a text says of the system that it names; nil where no rule knows it.
  package func judgement(of text: String) -> StandInRule.Outcome? {
    let bytes = Array(text.utf8)
    return systems.lazy.compactMap { $0.judge(bytes)?.outcome }.first
  }

  /// The image that is taken for one: another where the settings name it.
  func image(for name: String) -> String { images[name] ?? name }

  /// Who works on the machine of a builder that names nobody.
  func user(of builder: String) -> String? {
    users.first { NameShape($0.builder).covers(builder) }?.name
  }
}

/// A name, or a part of one before or behind a star.
struct NameShape: Sendable, Hashable {
  private let start: Substring
  private let end: Substring
  private let isExact: Bool

  init(_ text: String) {
    let star = text.firstIndex(of: "*")
    isExact = star == nil
    start = text[..<(star ?? text.endIndex)]
    end = star.map { text[text.index(after: $0)...] } ?? ""
  }

  /// Whether a name has the shape.
  func covers(_ name: String) -> Bool {
    if isExact { return name == start }
    return name.utf8.count >= start.utf8.count + end.utf8.count && name.hasPrefix(start)
      && name.hasSuffix(end)
  }
}
