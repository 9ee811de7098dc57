import DataSyntax
import Diagnostics
import GoTemplate
import Source

/// What stands in one goss file.
struct GossContent {
  var resources: [GossResource] = []
  var includes: [GossResource] = []
}

/// Reads the sections of a rendered goss file, and stops where goss does.
struct GossContentReader {
  let text: DerivedText
  let syntax: DataSyntaxKind
  private(set) var diagnostics: [Diagnostic] = []

  init(text: DerivedText, syntax: DataSyntaxKind) {
    self.text = text
    self.syntax = syntax
  }

  /// The resources and includes of a document.
  mutating func content(_ tree: DataTree) throws(GossFault) -> GossContent {
    var content = GossContent()
    let root = tree.root
    switch root.kind {
    case .null, .missing: return content
    case .mapping: break
    default: throw mismatch([(root, "goss.GossConfig")])
    }
    try checkKeys(of: root)
    for entry in root.entries {
      let word = entry.key.string ?? ""
      let name = syntax == .json ? Self.folded(word) : word
      if name == GossKind.gossfile.word {
        content.includes = try section(GossKind.gossfile, entry.value)
      } else if let kind = GossKind.all.first(where: { $0.word == name }) {
        // A section that is written twice, which only JSON may have, counts as it stands last.
        content.resources.removeAll { $0.kind.word == name }
        content.resources += try section(kind, entry.value)
      } else {
        warn(ofUnknown: entry.key, word)
      }
    }
    return content
  }

  /// A key as Go's `encoding/json` compares those of its structures: whatever its case, two letters of other scripts included.
  private static func folded(_ word: String) -> String {
    String(
      String.UnicodeScalarView(
        word.unicodeScalars.map { scalar in
          switch scalar {
          case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) | 0x20)
          case "\u{17F}": "s"
          case "\u{212A}": "k"
          default: scalar
          }
        }))
  }

  /// goss passes over keys that it does not know: what stands below them is asserted by nobody.
  private mutating func warn(ofUnknown key: DataNode, _ word: String) {
    if word.hasPrefix("x-") { return }
    let words = GossKind.all.map(\.word) + [GossKind.gossfile.word]
    let nearest = Suggestion.nearest(to: word, among: words)
    diagnostics.append(
      Diagnostic(
        "spec/unknown-key", .warning, "`\(word)` is no type of resource: goss passes over it",
        at: key.contentLocation,
        help: nearest.map { "did you mean `\($0)`?" } ?? "the types are \(words.joined(separator: ", "))"))
  }

  private mutating func warn(ofNameless key: DataNode, _ kind: GossKind) {
    diagnostics.append(
      Diagnostic(
        "spec/unknown-key", .warning, "this \(kind.word) has no name: goss passes over it",
        at: key.contentLocation, help: "write the name in quotes"))
  }

  private mutating func section(
    _ kind: GossKind, _ node: DataNode
  ) throws(GossFault) -> [GossResource] {
    switch node.kind {
    case .null, .missing: return []
    case .mapping: break
    default: throw mismatch([(node, "map[string]map[string]interface {}")])
    }
    try checkKeys(of: node)
    // A key that is null is none to Go: it passes over what stands below.
    let entries = node.entries.filter { !$0.key.isNothing }
    for entry in node.entries where entry.key.isNothing { warn(ofNameless: entry.key, kind) }
    let wrong = entries.filter { !$0.value.isNothing && $0.value.kind != .mapping }
    guard wrong.isEmpty else {
      let path = wrong.prefix(1).map { name(of: $0.key) }
      throw mismatch(wrong.map { ($0.value, "map[string]interface {}") }, at: path)
    }
    for entry in entries {
      for attribute in entry.value.entries
      where !attribute.key.isNothing && kind.attribute(attribute.key.string ?? "") == nil {
        throw unknownAttribute(attribute.key, of: kind, entry.key)
      }
    }
    var resources: [GossResource] = []
    var places: [[UInt8]: Int] = [:]
    for entry in entries {
      guard !entry.value.isNothing else {
        throw GossFault(
          "Could not parse resource \(kind.type):\(name(of: entry.key))", at: entry.key.contentLocation,
          help: "write what is expected of it, or take it out")
      }
      let resource = try resource(kind, entry)
      if let place = syntax == .json ? places[Array(resource.name.utf8)] : nil {
        resources[place] = resource
      } else {
        places[Array(resource.name.utf8)] = resources.count
        resources.append(resource)
      }
    }
    return resources
  }

  private func unknownAttribute(_ key: DataNode, of kind: GossKind, _ resource: DataNode) -> GossFault {
    let word = key.string ?? ""
    let words = kind.attributes.map(\.name)
    let nearest = Suggestion.nearest(to: word, among: words)
    return GossFault(
      "invalid Attribute for \(kind.type):\(name(of: resource)): \(word)", at: key.contentLocation,
      help: nearest.map { "did you mean `\($0)`?" } ?? "the attributes are \(words.joined(separator: ", "))")
  }

  private func resource(_ kind: GossKind, _ entry: DataEntry) throws(GossFault) -> GossResource {
    try checkKeys(of: entry.value)
    var attributes: [String: DataNode] = [:]
    var wrong: [(DataNode, String)] = []
    var path: [String] = []
    for attribute in entry.value.entries {
      let name = attribute.key.string ?? ""
      guard let form = kind.attribute(name)?.form else { continue }
      if let fault = syntax == .json ? GossJSONTyping.mismatch(attribute.value, form) : nil {
        path = path.isEmpty ? [self.name(of: entry.key), name] + fault.path : path
        wrong.append((fault.node, fault.type))
      } else if syntax != .json, let type = Self.mismatch(attribute.value, form) {
        wrong.append((attribute.value, type))
      }
      attributes[name] = attribute.value
    }
    guard wrong.isEmpty else { throw mismatch(wrong, at: path) }
    return GossResource(
      kind: kind, name: name(of: entry.key), origin: entry.key.contentLocation, attributes: attributes)
  }

  private func name(of key: DataNode) -> String { key.isPlain ? key.string ?? "" : GossValue(key).printed }

  /// The type that an attribute would need to be; nil where it is right.
  private static func mismatch(_ node: DataNode, _ form: GossKind.Attribute.Form) -> String? {
    if node.isNothing { return nil }
    switch form {
    case .matcher, .reader, .value: return nil
    case .text: return node.isScalar ? nil : "string"
    case .flag: return GossTyping.flag(node) == nil ? "bool" : nil
    case .number: return GossTyping.number(node) == nil ? "int" : nil
    case .texts: return node.kind == .sequence ? nil : "[]string"
    case .map: return node.kind == .mapping ? nil : "resource.meta"
    }
  }

  private func mismatch(
    _ wrong: [(node: DataNode, type: String)], at path: [String] = []
  ) -> GossFault {
    if syntax == .json, let first = wrong.first {
      return GossFault(
        GossJSONTyping.message(first.node, first.type, at: path), at: first.node.location)
    }
    let lines = wrong.map { node, type in
      "  line \(line(of: node)): cannot unmarshal \(GossTyping.shown(node)) into \(type)"
    }
    return GossFault(
      "yaml: unmarshal errors:\n" + lines.joined(separator: "\n"), at: wrong.first?.node.location)
  }

  /// Keys that are written twice end the run; in JSON the last one counts.
  private func checkKeys(of node: DataNode) throws(GossFault) {
    if syntax == .json { return }
    var first: [[UInt8]: DataNode] = [:]
    var lines: [String] = []
    var place: DataNode?
    for entry in node.entries where node.range.contains(entry.key.range) {
      let key = entry.key.string ?? ""
      if let earlier = first[Array(key.utf8)] {
        lines.append(
          "  line \(line(of: entry.key)): mapping key \(GoQuotedText.quoted(key)) already defined at line \(line(of: earlier))"
        )
        place = place ?? entry.key
      } else {
        first[Array(key.utf8)] = entry.key
      }
    }
    guard let place else { return }
    throw GossFault(
      "yaml: unmarshal errors:\n" + lines.joined(separator: "\n"), at: place.contentLocation,
      help: "join the two")
  }

  /// The line of a node in the rendered text, which goss counts in.
  private func line(of node: DataNode) -> Int { Self.line(at: node.range.start, in: text) }

  /// The line in the rendered text of a place in the file, where it can be told.
  static func line(of location: Location, in text: DerivedText) -> Int {
    let segment = text.segments.first {
      $0.origin.file == location.file && $0.origin.range.contains(ByteRange(at: location.range.start))
    }
    guard let segment else { return 1 }
    return line(at: segment.range.start + max(0, location.range.start - segment.origin.range.start), in: text)
  }

  private static func line(at offset: Int, in text: DerivedText) -> Int {
    text.bytes[..<min(offset, text.bytes.count)].count { $0 == 0x0A } + 1
  }
}

extension DataNode {
  /// Whether nothing stands here, or `null`.
  fileprivate var isNothing: Bool { kind == .missing || kind == .null }
}
