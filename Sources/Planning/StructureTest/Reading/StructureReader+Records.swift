import DataSyntax
import Diagnostics
import Source

extension StructureReader {
  /// The parts of a map. YAML takes keys as they are written and refuses others, JSON is lenient in both.
  mutating func record(_ node: DataNode, _ shape: RecordShape, _ trail: Trail) -> Part {
    var parts: [String: Part] = [:]
    var places: [String: DataNode] = [:]
    for entry in node.entries {
      let key = entry.key.string ?? ""
      guard let field = field(key, of: shape) else {
        unknown(key, entry.key, shape, among: node)
        continue
      }
      if syntax == .yaml {
        if let first = places[field.name] {
          duplicate(key, entry.key, first, shape)
          continue
        }
        places[field.name] = entry.key
      }
      if let part = part(entry.value, as: field.shape, trail.entering(field.goName, of: shape)) {
        parts[field.name] = part
      }
    }
    return Part(.record(parts), at: node.location)
  }

  private func field(_ key: String, of shape: RecordShape) -> RecordShape.Field? {
    switch syntax {
    case .yaml: shape.fields.first { $0.name == key }
    case .json: shape.fields.first { $0.goName.lowercased() == key.lowercased() }
    }
  }

  private mutating func unknown(_ key: String, _ place: DataNode, _ shape: RecordShape, among node: DataNode)
  {
    let names = shape.fields.map(\.name)
    let nearest = Suggestion.nearest(to: key, among: names)
    // In JSON the original passes over it, so that what it should assert is never looked at.
    let isFatal = syntax == .yaml
    if isFatal { complain("line \(line(of: place)): field \(key) not found in type \(shape.holderName)") }
    report(
      Diagnostic(
        "spec/unknown-key", isFatal ? .error : .warning, "`\(key)` is not known here",
        at: place.contentLocation,
        help: nearest.map { "did you mean `\($0)`?" } ?? "the keys are \(names.joined(separator: ", "))",
        fixes: nearest.flatMap { node[$0] == nil ? $0 : nil }.map {
          [Fix(.safe, edits: [.init(replacing: place.contentLocation, with: $0)])]
        } ?? [])
    )
  }

  private mutating func duplicate(_ key: String, _ place: DataNode, _ first: DataNode, _ shape: RecordShape) {
    complain("line \(line(of: place)): field \(key) already set in type \(shape.holderName)")
    report(
      Diagnostic(
        "spec/duplicate-key", .error, "`\(key)` stands here twice", at: place.contentLocation,
        help: "join the two", labels: [Label("first here", at: first.contentLocation)]))
  }
}
