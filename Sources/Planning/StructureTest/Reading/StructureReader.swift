import DataSyntax
import Diagnostics
import Expectation
import Matching
import Source

/// Reads a document by the shapes of its parts, and keeps what is wrong with it in two tongues: the original's, which
/// its reports show, and ours, with exact places.
struct StructureReader {
  let file: SourceFile
  let syntax: DataSyntaxKind
  let compatibility: Compatibility
  /// What the original says; of JSON it says the first alone.
  private(set) var complaints: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile, _ syntax: DataSyntaxKind, _ compatibility: Compatibility) {
    self.file = file
    self.syntax = syntax
    self.compatibility = compatibility
  }

  /// All that the original says; nil where the document is as it should be.
  var complaint: String? {
    guard let first = complaints.first else { return nil }
    if syntax == .json { return "json: \(first)" }
    return (["yaml: unmarshal errors:"] + complaints.map { "  \($0)" }).joined(separator: "\n")
  }

  /// Where a value stands, as far as JSON's messages tell it.
  struct Trail {
    /// The innermost map's type.
    let record: String
    let names: [String]

    func entering(_ name: String, of record: RecordShape) -> Trail {
      Trail(record: record.shortName, names: names + [name])
    }
  }

  /// The part that a node is; nil where it is left out or not what it must be.
  ///
  /// Where JSON has a key twice, `former` is what the first made: Go reads the second into that, so that its members stay where
  /// the second has none, and the elements of its lists by their places.
  mutating func part(
    _ node: DataNode, as shape: Shape, _ trail: Trail = Trail(record: "", names: []), over former: Part? = nil
  ) -> Part? {
    if node.kind == .missing || node.kind == .null { return nothing(node, shape, over: former) }
    switch shape {
    case .text, .number, .truth: return scalar(node, shape, trail)
    case .list(let item):
      guard node.kind == .sequence else { return mismatch(node, shape, shape.typeName, trail) }
      let formers = former?.items ?? []
      let items = node.items.enumerated().map { index, node in
        part(node, as: item, trail, over: index < formers.count ? formers[index] : nil)
          ?? Self.zero(item, at: node.location)
      }
      return Part(.list(items), at: node.location)
    case .record(let record):
      guard node.kind == .mapping else {
        return mismatch(node, shape, syntax == .yaml ? record.holderName : record.typeName, trail)
      }
      return self.record(node, record, trail, over: former)
    }
  }

  /// What stands for a value of null: YAML sets it to nothing, JSON passes over it, but for lists.
  private func nothing(_ node: DataNode, _ shape: Shape, over former: Part?) -> Part? {
    switch shape {
    case .text, .number, .truth: syntax == .yaml ? Self.zero(shape, at: node.location) : former
    case .record: former
    case .list: nil
    }
  }

  private static func zero(_ shape: Shape, at location: Location) -> Part {
    switch shape {
    case .text: Part(.text(""), at: location)
    case .number: Part(.number(0), at: location)
    case .truth: Part(.truth(false), at: location)
    case .list: Part(.list([]), at: location)
    case .record: Part(.record([:]), at: location)
    }
  }

  private mutating func scalar(_ node: DataNode, _ shape: Shape, _ trail: Trail) -> Part? {
    let value = syntax == .yaml ? Self.yaml(node, shape) : Self.json(node, shape)
    guard let value else { return mismatch(node, shape, shape.typeName, trail) }
    return Part(value, at: node.location)
  }

  private static func yaml(_ node: DataNode, _ shape: Shape) -> Part.Value? {
    guard node.isScalar, let text = node.string else { return nil }
    switch (shape, YAMLScalar(node)) {
    case (.text, _): return .text(text)
    case (.number, .integer(let number)): return .number(number)
    case (.number, .decimal(let number)): return Int(exactly: number.rounded(.towardZero)).map { .number($0) }
    case (.truth, .truth(let truth)): return .truth(truth)
    default: return nil
    }
  }

  private static func json(_ node: DataNode, _ shape: Shape) -> Part.Value? {
    switch (shape, node.kind) {
    case (.text, .string): node.string.map { .text($0) }
    case (.number, .number): node.integer.map { .number($0) }
    case (.truth, .bool): node.bool.map { .truth($0) }
    default: nil
    }
  }

  private mutating func mismatch(_ node: DataNode, _ shape: Shape, _ type: String, _ trail: Trail) -> Part? {
    complaints.append(syntax == .yaml ? yamlMismatch(node, type) : jsonMismatch(node, shape, type, trail))
    let isLoneText = if case .list(.text) = shape { node.isScalar } else { false }
    diagnostics.append(
      Diagnostic(
        "spec/wrong-value", .error, "this is \(node.kind.words), where \(shape.words) is expected",
        at: node.location, help: isLoneText ? "write `[\(node.string ?? "")]`" : nil))
    return nil
  }

  private func yamlMismatch(_ node: DataNode, _ type: String) -> String {
    let what: String
    switch node.kind {
    case .sequence: what = "!!seq"
    case .mapping: what = "!!map"
    default:
      let value = Array((node.string ?? "").utf8)
      let shown =
        value.count > 10 ? String(decoding: value.prefix(7), as: UTF8.self) + "..." : node.string ?? ""
      what = "\(YAMLScalar(node).tag) `\(shown)`"
    }
    return "line \(line(of: node)): cannot unmarshal \(what) into \(type)"
  }

  private func jsonMismatch(_ node: DataNode, _ shape: Shape, _ type: String, _ trail: Trail) -> String {
    let what: String
    switch (node.kind, shape) {
    case (.sequence, _): what = "array"
    case (.mapping, _): what = "object"
    case (.bool, _): what = "bool"
    case (.number, .number): what = "number \(node.string ?? "")"
    case (.number, _): what = "number"
    default: what = "string"
    }
    if trail.names.isEmpty { return "cannot unmarshal \(what) into Go value of type \(type)" }
    let field = ([trail.record] + trail.names).joined(separator: ".")
    return "cannot unmarshal \(what) into Go struct field \(field) of type \(type)"
  }

  func line(of node: DataNode) -> Int { file.position(at: node.location.range.start).line }

  mutating func complain(_ complaint: String) { complaints.append(complaint) }
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
