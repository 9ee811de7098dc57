import DataSyntax
import Diagnostics
import Expectation
import Source

extension StructureReader {
  /// The parts of a map. YAML takes keys as they are written and refuses others, JSON is lenient in both.
  mutating func record(
    _ node: DataNode, _ shape: RecordShape, _ trail: Trail, over former: Part?
  ) -> Part {
    var parts = former?.parts ?? [:]
    var places: [String: [DataNode]] = [:]
    for entry in node.entries {
      let key = entry.key.string ?? ""
      guard let field = field(key, of: shape) else {
        unknown(key, entry.key, shape, among: node)
        continue
      }
      if let others = places[field.name], !isJoined(key, entry.key, others, shape) { continue }
      places[field.name, default: []].append(entry.key)
      parts[field.name] = part(
        entry.value, as: field.shape, trail.entering(field.goName, of: shape), over: parts[field.name])
    }
    return Part(.record(parts), at: node.location)
  }

  private func field(_ key: String, of shape: RecordShape) -> RecordShape.Field? {
    switch syntax {
    case .yaml: shape.fields.first { $0.name.isExactly(key) }
    case .json: shape.fields.first { GoFolding.equal($0.goName, key) }
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

  /// Whether a key that was there before is read nevertheless: of JSON strictly, and twice at most.
  ///
  /// What Go makes of a third depends on what it keeps of the first behind the end of the second.
  private mutating func isJoined(
    _ key: String, _ place: DataNode, _ others: [DataNode], _ shape: RecordShape
  ) -> Bool {
    let isJoined = syntax == .json && compatibility == .strict && others.count == 1
    if !isJoined {
      complain("line \(line(of: place)): field \(key) already set in type \(shape.holderName)")
    }
    report(
      Diagnostic(
        "spec/duplicate-key", isJoined ? .warning : .error, "`\(key)` stands here twice",
        at: place.contentLocation,
        help: syntax == .json
          ? "join the two: container-structure-test lays the second over the first" : "join the two",
        labels: [Label("first here", at: others[0].contentLocation)]))
    return isJoined
  }
}
